//! Cost = empirical risk + penalty on the parameters.

use crate::elementwise::Point;
use crate::error::{Buffer, Error, check_length};
use crate::math::{canonical, sign};
use crate::sum::sum;

/// A penalty λ·Ω(θ) on the parameters θ of a model.
///
/// The gradient is *added* to the gradient of the loss, in the same buffer.
///
/// ```
/// use microloss::{L1, L2, Penalty};
///
/// let parameters = [3.0, -4.0];
/// let mut gradient = [1.0, 1.0];
/// let cost = L2::new(0.5).value_and_add_gradient(&parameters, &mut gradient)?;
/// assert_eq!((cost, gradient), (12.5, [4.0, -3.0]));
/// assert_eq!(L1::new(0.5).value(&parameters), 3.5);
/// # Ok::<(), microloss::Error>(())
/// ```
pub trait Penalty {
    /// Returns the penalty of one parameter, and its derivative.
    fn point(&self, parameter: f32) -> Point;

    /// Returns λ·Ω(θ); 0 without parameters.
    fn value(&self, parameters: &[f32]) -> f32 {
        canonical(sum(parameters, |_, p| self.point(*p).value))
    }

    /// Returns λ·Ω(θ) and adds its gradient to `gradient`.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if the buffers disagree.
    fn value_and_add_gradient(&self, parameters: &[f32], gradient: &mut [f32]) -> Result<f32, Error> {
        check_length(Buffer::Gradient, parameters.len(), gradient.len())?;
        for (g, p) in gradient.iter_mut().zip(parameters) {
            *g = canonical(*g + self.point(*p).slope);
        }
        Ok(self.value(parameters))
    }
}

/// L1 penalty: λ·Σ|θᵢ|, which drives parameters to exactly 0.
///
/// The gradient is λ·sign θ, and 0 at 0. If several parameters do the same work, it tends to keep one of them. To keep them
/// together, use [`ElasticNet`].
///
/// **Parameter**: `lambda` (λ) is the weight. Keras's `L1` has 0.01 by default.
///
/// **Source**: Tibshirani, *Regression Shrinkage and Selection via the Lasso*, JRSS B 58 (1996).
///
/// ```
/// use microloss::{L1, Penalty};
///
/// assert_eq!(L1::new(0.5).value(&[1.0, -3.0]), 2.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct L1 {
    lambda: f32,
}

impl L1 {
    constructor! {
        /// Creates the penalty with weight `lambda`.
        L1: new / try_new(lambda: non_negative) => Self { lambda }
    }
}

impl Penalty for L1 {
    #[inline]
    fn point(&self, parameter: f32) -> Point {
        Point { value: self.lambda * parameter.abs(), slope: self.lambda * sign(parameter) }
    }
}

/// L2 penalty: λ·Σθᵢ², which keeps parameters small, but not at exactly 0.
///
/// The gradient is 2λθ. The formula has neither a factor ½ nor a root. For parameters of exactly 0, use [`L1`].
///
/// **Parameter**: `lambda` (λ) is the weight. PyTorch's `weight_decay` w is the gradient of this penalty with λ = w/2. Keras's
/// `L2` has λ = 0.01 by default.
///
/// **Source**: Hoerl & Kennard, *Ridge Regression*, Technometrics 12 (1970).
///
/// **Run it**: `cargo run --release --example house_prices`.
///
/// ```
/// use microloss::{L2, Penalty};
///
/// assert_eq!(L2::new(0.5).value(&[1.0, -3.0]), 5.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct L2 {
    lambda: f32,
}

impl L2 {
    constructor! {
        /// Creates the penalty with weight `lambda`.
        L2: new / try_new(lambda: non_negative) => Self { lambda }
    }
}

impl Penalty for L2 {
    #[inline]
    fn point(&self, parameter: f32) -> Point {
        let slope = self.lambda * parameter;
        Point { value: slope * parameter, slope: 2.0 * slope }
    }
}

/// Elastic net: λ₁·Σ|θᵢ| + λ₂·Σθᵢ².
///
/// It makes parameters sparse as [`L1`] does, but does not choose one among those that do the same work. The gradient is
/// λ₁·sign θ + 2λ₂θ, and 0 at 0. You have to find two weights: if one purpose is enough, use [`L1`] or [`L2`].
///
/// **Parameters**: `l1` (λ₁) and `l2` (λ₂) are the weights of Σ|θᵢ| and Σθᵢ².
///
/// **Source**: Zou & Hastie, *Regularization and variable selection via the elastic net*, JRSS B 67 (2005).
///
/// ```
/// use microloss::{ElasticNet, Penalty};
///
/// assert_eq!(ElasticNet::new(1.0, 0.5).value(&[1.0, -3.0]), 4.0 + 5.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ElasticNet {
    l1: L1,
    l2: L2,
}

impl ElasticNet {
    constructor! {
        /// Creates the penalty with the weights `l1` of Σ|θᵢ| and `l2` of Σθᵢ².
        ElasticNet: new / try_new(l1: non_negative, l2: non_negative) =>
            Self { l1: L1 { lambda: l1 }, l2: L2 { lambda: l2 } }
    }
}

impl Penalty for ElasticNet {
    #[inline]
    fn point(&self, parameter: f32) -> Point {
        let (l1, l2) = (self.l1.point(parameter), self.l2.point(parameter));
        Point { value: l1.value + l2.value, slope: l1.slope + l2.slope }
    }
}
