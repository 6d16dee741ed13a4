//! What stands on every loss's page in the same place: how to call it, and what it costs.

/// The block below the summary of a loss: `card!(elementwise Huber)`, or `card!(rows SoftmaxKl: "the row", "the target")`, or
/// `card!(own InfoNce: …)` for a loss whose methods are its own.
///
/// The row and the target are Markdown. What it costs is measured: `crate::generated` has the figures.
macro_rules! card {
    (elementwise $name:ident $(: $row:literal, $target:literal)?) => {
        concat!(
            "| one prediction | its target | methods |\n|---|---|---|\n",
            card!(@shapes $($row, $target)?),
            card!(@loss),
            " |\n\n",
            cost!($name),
        )
    };
    (rows $name:ident: $row:literal, $target:literal) => {
        concat!(
            "| one row | its target | methods |\n|---|---|---|\n",
            card!(@shapes $row, $target),
            card!(@loss),
            " |\n\n",
            cost!($name),
        )
    };
    (own $name:ident: $row:literal, $target:literal, $methods:literal) => {
        concat!(
            "| one row | its target | methods |\n|---|---|---|\n",
            card!(@shapes $row, $target),
            $methods,
            " |\n\n",
            cost!($name),
        )
    };
    (@shapes) => { "| `f32` | `f32` | " };
    (@shapes $row:literal, $target:literal) => { concat!("| ", $row, " | ", $target, " | ") };
    (@loss) => {
        concat!(
            "[`value`](crate::Loss::value), [`value_and_gradient`](crate::Loss::value_and_gradient),",
            " [`value_and_gradient_in_place`](crate::Loss::value_and_gradient_in_place),",
            " [`gradient`](crate::Loss::gradient), [`terms`](crate::Loss::terms); for arrays",
            " [`try_value_and_gradient_array`](crate::Loss::try_value_and_gradient_array) and its like,",
            " without `try_` if the loss is [`AnyTarget`](crate::AnyTarget)",
        )
    };
}
