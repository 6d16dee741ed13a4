//! Decisions under unequal costs: how to decide from a probability, and how to train for the decision.
//!
//! Respect costs in one of two ways; both together count the costs twice.
//!
//! * Train without weights and decide by the costs ([`CostMatrix::decide`], [`cost_threshold`]). The probabilities stay
//!   calibrated.
//! * Weight the loss ([`positive_weight_from_costs`]) and decide at ½. This shifts the logit by ln w; [`calibrated_logit`]
//!   takes the shift back.
//!
//! Rare classes are another matter: weights from counts make up for a sample, not for costs.

mod cost_matrix;
mod expected_cost;
mod loss_averse;
mod prospect;
mod weights;

pub use cost_matrix::{CostMatrix, cost_threshold};
pub use expected_cost::ExpectedCost;
pub use loss_averse::LossAverseAbsoluteError;
#[doc(alias("expectile"))]
pub use loss_averse::LossAverseSquaredError;
pub use prospect::Prospect;
#[doc(alias("class_weight", "balanced"))]
pub use weights::inverse_frequency_weights;
#[doc(alias("pos_weight"))]
pub use weights::positive_weight_from_costs;
#[doc(alias("reward_shaping"))]
pub use weights::potential_shaping;
pub use weights::{calibrated_logit, effective_number_weights};

// One entry per loss; `crate::registry` explains the columns.
#[doc(hidden)]
#[macro_export]
macro_rules! decision_losses {
    ($each:ident $rest:tt $($before:tt)*) => {
        $crate::for_each_loss! { @ $each $rest $($before)*
            decision {
                LossAverseSquaredError: elementwise(number, number), new(lambda = 2.25),
                    convex: true, gradient: Unbounded, noise: Some("asymmetric Gaussian");
                LossAverseAbsoluteError: elementwise(number, number), new(lambda = 2.25),
                    convex: true, gradient: Parameter, noise: Some("asymmetric Laplace");
                ExpectedCost[K, u8]: rows(row, label), new(costs = &COSTS),
                    convex: false, gradient: Parameter, noise: None;
            }
        }
    };
}
