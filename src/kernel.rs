//! Kernels: arithmetic of one row that losses of several families are made of.

mod class_weights;
mod label_margin;
mod label_probability;
mod logistic;

pub(crate) use self::class_weights::ClassWeights;
pub(crate) use self::label_margin::LabelMargin;
pub(crate) use self::label_probability::LabelProbability;
pub(crate) use self::logistic::logistic;
