// Of two definitions of a link the first counts: pictures and pages that stand here, before those of the README for elsewhere.
#![doc = include_str!("../examples/gallery/references.md")]
#![doc = include_str!("links.md")]
#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

// Macros for all modules: they come first.
#[macro_use]
mod generated;
#[macro_use]
mod page;
#[macro_use]
mod parameter;

mod array;
mod batch;
pub mod binary;
pub mod classification;
mod cost;
pub mod decision;
pub mod diagnostics;
mod domain;
mod elementwise;
pub mod energy;
mod error;
pub mod generative;
pub mod guide;
pub mod info_nce;
pub mod information;
mod kernel;
pub mod likelihood;
mod loss;
mod machine;
pub mod math;
pub mod metric;
pub mod mining;
mod pointwise;
pub mod policy;
pub mod preference;
mod reduction;
mod registry;
pub mod regression;
mod risk;
mod rowwise;
pub mod segmentation;
mod sum;
mod weighted;
mod yes_no;

#[doc(no_inline)]
pub use binary::*;
#[doc(no_inline)]
pub use classification::*;
#[doc(no_inline)]
pub use decision::*;
#[doc(no_inline)]
pub use diagnostics::*;
#[doc(no_inline)]
pub use energy::*;
#[doc(no_inline)]
pub use generative::*;
#[doc(no_inline)]
pub use guide::{GradientBound, LossKind, Properties, Task, recommend};
#[doc(no_inline)]
pub use info_nce::*;
#[doc(no_inline)]
pub use information::*;
#[doc(no_inline)]
pub use likelihood::*;
#[doc(no_inline)]
pub use metric::*;
#[doc(no_inline)]
pub use mining::*;
#[doc(no_inline)]
pub use policy::*;
#[doc(no_inline)]
pub use preference::*;
#[doc(no_inline)]
pub use regression::*;
#[doc(no_inline)]
pub use segmentation::*;

pub use array::AnyTarget;
#[doc(alias("elastic net", "L1L2", "l1_l2"))]
pub use cost::ElasticNet;
#[doc(alias("lasso", "l1_penalty"))]
pub use cost::L1;
#[doc(alias("ridge", "weight_decay", "l2_penalty"))]
pub use cost::L2;
pub use cost::Penalty;
pub use domain::Domain;
pub use elementwise::{Elementwise, Point};
pub use error::{Buffer, Error};
pub use loss::{Loss, no_targets};
pub use reduction::Reduction;
pub use risk::{EmpiricalRisk, Regret, generalization_gap};
pub use rowwise::{Row, Rowwise};
#[doc(alias("sample_weight", "mask"))]
pub use weighted::Weighted;
pub use yes_no::YesNo;
