//! Block of a loss's page: how to call the loss, and its cost.

/// Writes the block below the summary of a loss.
///
/// `card!(elementwise Huber)` is for a loss of numbers, `card!(rows SoftmaxKl: "the row", "the target")` for a loss of rows, and
/// `card!(own InfoNce: "the row", "the target", "its methods")` for a loss with methods of its own. The texts are Markdown; the
/// guide's table of losses shows the row and the target too. The cost is measured: `crate::generated` has the figures.
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
