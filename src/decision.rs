//! Decisions under unequal costs: what to do about a probability, and how to train for it.
//!
//! There are two ways to respect costs, and doing both counts them twice. Either train without weights and decide by the costs
//! ([`CostMatrix::decide`], [`cost_threshold`]): the probabilities stay calibrated. Or weigh the loss
//! ([`positive_weight_from_costs`]) and decide at ½: the probabilities are then shifted, by ln w on the logit, which
//! [`calibrated_logit`] takes back. Rare classes are a third matter: weights from counts make up for a sample, not for costs.

mod cost_matrix;
mod expected_cost;
mod loss_averse;
mod prospect;
mod weights;

pub use cost_matrix::{CostMatrix, cost_threshold};
pub use expected_cost::ExpectedCost;
pub use loss_averse::{LossAverseAbsoluteError, LossAverseSquaredError};
pub use prospect::Prospect;
pub use weights::{
    calibrated_logit, effective_number_weights, inverse_frequency_weights, positive_weight_from_costs,
    potential_shaping,
};
