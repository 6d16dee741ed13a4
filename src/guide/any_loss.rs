//! Any loss: one of your own, code that does not know which loss it runs, a choice at run time.
//!
//! # A loss of your own
//!
//! Implement [`Elementwise`](crate::Elementwise). One method returns value and slope:
//! batches, reductions, weights and the in-place form follow from it. The other returns
//! the second derivative for Newton-type steps: return NaN if you take none. Check the
//! slope with a difference quotient, as here. For a loss of whole rows implement
//! [`Rowwise`](crate::Rowwise).
//!
//! ```
//! use microloss::{Elementwise, Loss, Point, Reduction, Weighted};
//!
//! /// max(0, |p − t| − ε): errors within the tolerance cost nothing.
//! struct Insensitive {
//!     tolerance: f32,
//! }
//!
//! impl Elementwise for Insensitive {
//!     fn point(&self, prediction: f32, target: f32) -> Point {
//!         let d = prediction - target;
//!         // NaN fails this comparison, and stays NaN.
//!         if d.abs() <= self.tolerance {
//!             return Point { value: 0.0, slope: 0.0 };
//!         }
//!         let slope = if d.is_nan() { d } else { d.signum() };
//!         Point { value: d.abs() - self.tolerance, slope }
//!     }
//!     fn curvature(&self, _: f32, _: f32) -> f32 {
//!         0.0
//!     }
//! }
//!
//! let loss = Insensitive { tolerance: 0.5 };
//! let (predictions, targets) = ([0.25, 2.0, -1.0], [0.0; 3]);
//! let mut gradient = [0.0; 3];
//! let value = loss
//!     .value_and_gradient(&predictions, &targets, Reduction::Sum, &mut gradient)?;
//! assert_eq!((value, gradient), (1.5 + 0.5, [0.0, 1.0, -1.0]));
//!
//! let at = |prediction| loss.point(prediction, 0.0);
//! let quotient = (at(2.0 + 0.125).value - at(2.0 - 0.125).value) / 0.25;
//! assert_eq!(quotient, at(2.0).slope);
//!
//! let weights = [1.0, 0.0, 3.0];
//! let value = Weighted::new(loss, &weights)
//!     .value(&predictions, &targets, Reduction::Mean)?;
//! assert_eq!(value, 3.0 * 0.5 / 4.0);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # One loop for every loss
//!
//! `&dyn Loss` costs one indirect call per batch and keeps one copy of the loop in flash.
//! A generic parameter instead inlines, with one copy for each loss.
//!
//! ```
//! use microloss::{AbsoluteError, Error, Huber, Loss, Reduction, SquaredError};
//!
//! type AnyLoss = dyn Loss<Prediction = f32, Target = f32>;
//!
//! /// Fits a constant to the readings in 100 steps.
//! fn fit(loss: &AnyLoss, readings: &[f32; 5]) -> Result<f32, Error> {
//!     let mut constant = 0.0;
//!     for step in 0..100 {
//!         let mut buffer = [constant; 5];
//!         loss.value_and_gradient_in_place(
//!             &mut buffer, readings, Reduction::Mean)?;
//!         constant -= buffer.iter().sum::<f32>() / (1.0 + 0.1 * step as f32);
//!     }
//!     Ok(constant)
//! }
//!
//! let readings = [1.0, 2.0, 3.0, 4.0, 90.0];
//! let mean = fit(&SquaredError::new(), &readings)?;
//! let median = fit(&AbsoluteError::new(), &readings)?;
//! let between = fit(&Huber::new(1.0), &readings)?;
//! assert!((mean - 20.0).abs() < 0.1, "{mean}");
//! assert!((median - 3.0).abs() < 0.1, "{median}");
//! assert!((between - 3.0).abs() < 0.5, "{between}");
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! # A loss chosen at run time
//!
//! A configuration chooses the loss: from a table in flash, which is `Sync`, or by an
//! enumeration, which [`Weighted`](crate::Weighted) takes too.
//!
//! ```
//! use microloss::{Elementwise, Huber, Loss, Point, Reduction};
//! use microloss::{SquaredError, Weighted};
//!
//! static TABLE: [&(dyn Loss<Prediction = f32, Target = f32> + Sync); 2] =
//!     [const { &SquaredError::new() }, const { &Huber::new(1.0) }];
//!
//! let configured = 1;
//! assert_eq!(TABLE[configured].value(&[3.0], &[0.0], Reduction::Mean)?, 2.5);
//!
//! enum Any {
//!     Squared(SquaredError),
//!     Huber(Huber),
//! }
//!
//! impl Elementwise for Any {
//!     fn point(&self, prediction: f32, target: f32) -> Point {
//!         match self {
//!             Self::Squared(loss) => loss.point(prediction, target),
//!             Self::Huber(loss) => loss.point(prediction, target),
//!         }
//!     }
//!     fn curvature(&self, prediction: f32, target: f32) -> f32 {
//!         match self {
//!             Self::Squared(loss) => loss.curvature(prediction, target),
//!             Self::Huber(loss) => loss.curvature(prediction, target),
//!         }
//!     }
//! }
//!
//! let loss = match configured {
//!     0 => Any::Squared(SquaredError::new()),
//!     _ => Any::Huber(Huber::new(1.0)),
//! };
//! let value = Weighted::new(loss, &[1.0, 0.0])
//!     .value(&[3.0, 9.0], &[0.0, 0.0], Reduction::Mean)?;
//! assert_eq!(value, 2.5);
//! # Ok::<(), microloss::Error>(())
//! ```
