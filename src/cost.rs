//! Cost = empirical risk + penalty on the parameters.

use crate::elementwise::Point;
use crate::error::{Buffer, Error, check_length, check_parameter};
use crate::math::{canonical, sign};
use crate::sum::sum;

/// A penalty λ·Ω(θ) on the parameters θ of a model.
///
/// The gradient is *added*, so that it joins the gradient of the loss in the same buffer.
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
    /// One parameter's penalty and its derivative.
    fn point(&self, parameter: f32) -> Point;

    /// λ·Ω(θ); 0 for no parameters.
    fn value(&self, parameters: &[f32]) -> f32 {
        canonical(sum(parameters, |_, p| self.point(*p).value))
    }

    /// λ·Ω(θ), and its gradient added to `gradient`.
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

/// A penalty's weight is finite and 0 or more.
const fn check_weight(name: &'static str, weight: f32) -> Result<(), Error> {
    check_parameter(weight >= 0.0 && weight <= f32::MAX, name, "finite and 0 or more", weight)
}

/// λ·Σ|θᵢ|, which drives parameters to exactly 0; the gradient is λ·sign θ, and 0 at 0. Of parameters
/// that do the same work it tends to keep one; to keep them together use [`ElasticNet`].
///
/// Source: Tibshirani, *Regression Shrinkage and Selection via the Lasso*, JRSS B 58 (1996).
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

/// λ·Σθᵢ², which keeps parameters small, but none at exactly 0: for that use [`L1`]. The gradient is 2λθ. There is no
/// factor ½ and no root.
///
/// PyTorch's `weight_decay` w is the gradient of this penalty with λ = w/2. Source: Hoerl & Kennard, *Ridge Regression*,
/// Technometrics 12 (1970).
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

/// λ₁·Σ|θᵢ| + λ₂·Σθᵢ², for the sparsity of [`L1`] without its choice of one among parameters that do the same work.
///
/// The gradient is λ₁·sign θ + 2λ₂θ, and 0 at 0. Two weights have to be found: where one purpose is enough use [`L1`] or [`L2`].
///
/// Source: Zou & Hastie, *Regularization and variable selection via the elastic net*, JRSS B 67 (2005).
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

impl L1 {
    /// The penalty with weight `lambda`.
    ///
    /// # Panics
    ///
    /// Unless `lambda` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(lambda: f32) -> Self {
        match Self::try_new(lambda) {
            Ok(penalty) => penalty,
            Err(_) => panic!("L1: lambda must be finite and 0 or more"),
        }
    }

    /// The penalty with a weight that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `lambda` is finite and 0 or more.
    pub const fn try_new(lambda: f32) -> Result<Self, Error> {
        match check_weight("lambda", lambda) {
            Ok(()) => Ok(Self { lambda }),
            Err(error) => Err(error),
        }
    }
}

impl L2 {
    /// The penalty with weight `lambda`.
    ///
    /// # Panics
    ///
    /// Unless `lambda` is finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(lambda: f32) -> Self {
        match Self::try_new(lambda) {
            Ok(penalty) => penalty,
            Err(_) => panic!("L2: lambda must be finite and 0 or more"),
        }
    }

    /// The penalty with a weight that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `lambda` is finite and 0 or more.
    pub const fn try_new(lambda: f32) -> Result<Self, Error> {
        match check_weight("lambda", lambda) {
            Ok(()) => Ok(Self { lambda }),
            Err(error) => Err(error),
        }
    }
}

impl ElasticNet {
    /// The penalty with these weights of Σ|θ| and Σθ².
    ///
    /// # Panics
    ///
    /// Unless both are finite and 0 or more; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(l1: f32, l2: f32) -> Self {
        match Self::try_new(l1, l2) {
            Ok(penalty) => penalty,
            Err(_) => panic!("ElasticNet: l1 and l2 must be finite and 0 or more"),
        }
    }

    /// The penalty with weights that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless both are finite and 0 or more.
    pub const fn try_new(l1: f32, l2: f32) -> Result<Self, Error> {
        match (check_weight("l1", l1), check_weight("l2", l2)) {
            (Ok(()), Ok(())) => Ok(Self { l1: L1 { lambda: l1 }, l2: L2 { lambda: l2 } }),
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }
}

impl Penalty for L1 {
    #[inline]
    fn point(&self, parameter: f32) -> Point {
        Point { value: self.lambda * parameter.abs(), slope: self.lambda * sign(parameter) }
    }
}

impl Penalty for L2 {
    #[inline]
    fn point(&self, parameter: f32) -> Point {
        let slope = self.lambda * parameter;
        Point { value: slope * parameter, slope: 2.0 * slope }
    }
}

impl Penalty for ElasticNet {
    #[inline]
    fn point(&self, parameter: f32) -> Point {
        let (l1, l2) = (self.l1.point(parameter), self.l2.point(parameter));
        Point { value: l1.value + l2.value, slope: l1.slope + l2.slope }
    }
}
