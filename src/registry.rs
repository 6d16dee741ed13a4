//! The registry of losses: one entry a loss, from which every list of losses is derived.
//!
//! The entries stand in the files of the families, [`regression`](crate::regression) and the others, each below its `pub use`:
//!
//! ```text
//! Huber: elementwise(number, number), new(delta = 1.5),
//!     convex: true, gradient: Parameter, noise: Some("Gaussian with heavy tails");
//! ```
//!
//! * the name, and in brackets the generics of a typical setting (`SoftmaxFocal[K, u8]`);
//! * the kind: `elementwise` (a loss of one number), `rows` (a loss of a row: it implements `Loss`), or `own` (its methods take or
//!   return more than those of `Loss`); and how one prediction and one target are drawn, by the name of a method of the
//!   caller's generator;
//! * a typical setting: the constructor and options, with the name and value of each parameter. `K`, `COSTS` and `LEVELS` are
//!   constants of the caller;
//! * what [`LossKind::properties`](crate::LossKind::properties) says of it.
//!
//! Lists that are derived: [`LossKind`](crate::LossKind), the digests, the subjects of the firmware and its tables, the formats of
//! `defmt`, the calls that may not panic, the second derivatives, the published vectors, the pictures.

/// Calls the macro `$each` once, with all entries: `regression { … } likelihood { … } …`. After the word `typical`, each entry is its
/// typical setting alone: `elementwise Huber(number, number) = Huber::new(1.5);`.
///
/// Not for use outside of this repository: the entries change without notice.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_loss {
    (typical $each:ident) => {
        $crate::for_each_loss! { @ $each [
            regression_losses likelihood_losses binary_losses classification_losses segmentation_losses information_losses
            energy_losses decision_losses metric_losses info_nce_losses preference_losses policy_losses generative_losses
            typical_settings
        ] }
    };
    ($each:ident) => {
        $crate::for_each_loss! { @ $each [
            regression_losses likelihood_losses binary_losses classification_losses segmentation_losses information_losses
            energy_losses decision_losses metric_losses info_nce_losses preference_losses policy_losses generative_losses
        ] }
    };
    // Each family puts its entries behind those before it, and goes on with the next.
    (@ $each:ident [$next:ident $($rest:ident)*] $($entries:tt)*) => {
        $crate::$next! { $each [$($rest)*] $($entries)* }
    };
    (@ $each:ident [] $($entries:tt)*) => {
        $each! { $($entries)* }
    };
}

/// The last station of `for_each_loss!(typical …)`: turns entries into typical settings.
#[doc(hidden)]
#[macro_export]
macro_rules! typical_settings {
    ($each:ident [] $($family:ident { $(
        $name:ident $([$($generic:tt)*])?: $kind:ident($row:ident, $target:ident),
        $new:ident($($parameter:ident = $value:expr),*) $(.$option:ident($($argument:ident = $other:expr),*))*,
        convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
    )* })*) => {
        $each! { $($(
            $kind $name($row, $target) =
                $name $(::<$($generic)*>)?::$new($($value),*) $(.$option($($other),*))*;
        )*)* }
    };
}
