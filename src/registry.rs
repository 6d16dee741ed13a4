//! Registry of losses: one entry per loss. Every list of losses is derived from it.
//!
//! The entries are in the files of the families, such as [`regression`](crate::regression), below the `pub use` lines:
//!
//! ```text
//! Huber: elementwise(number, number), new(delta = 1.5),
//!     convex: true, gradient: Parameter, noise: Some("Gaussian with heavy tails");
//! ```
//!
//! * the name, and in brackets the generics of a typical setting (`SoftmaxFocal[K, u8]`);
//! * the kind: `elementwise` (a loss of one number), `rows` (a loss of a row: it implements `Loss`), or `own` (its methods take or
//!   return more than those of `Loss`). In parentheses are the methods of the caller's generator that draw one prediction and one
//!   target;
//! * a typical setting: the constructor and options, with the name and value of each parameter. `K`, `COSTS` and `LEVELS` are
//!   constants of the caller;
//! * the properties that [`LossKind::properties`](crate::LossKind::properties) returns.
//!
//! Derived lists: [`LossKind`](crate::LossKind), the digests, the subjects of the firmware and its tables, the formats of
//! `defmt`, the calls that may not panic, the second derivatives, the published vectors, the pictures, the
//! explorer, the guide's table.

/// Calls the macro `$each` once, with all entries: `regression { … } likelihood { … } …`. After the word `typical`, each entry is its
/// typical setting alone: `elementwise Huber(number, number) = Huber::new(1.5);`.
///
/// Do not use it outside of this repository: the entries change without notice.
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
