//! The triplet loss.

use crate::array::AnyTarget;
use crate::elementwise::Point;
use crate::math::{distance, sigmoid, softplus, squared_distance};
use crate::rowwise::Rowwise;

/// Triplet loss: max(0, d(a, p) − d(a, n) + m), with Euclidean distances d.
///
#[doc = card!(rows Triplet: "`[[f32; D]; 3]`: `[anchor, positive, negative]`", "`()`: there is none")]
///
/// While the loss is positive, the gradients are those of the two distances: unit vectors that pull the positive and push the
/// negative. Otherwise they are 0, the kink included. Variants:
///
/// * [`squared`](Triplet::squared): squared distances, as in FaceNet. No root, and no pull on what is already close.
/// * [`with_swap`](Triplet::with_swap): the negative's distance is that to the nearer of anchor and positive.
/// * [`soft`](Triplet::soft): ln(1 + e^(d(a, p) − d(a, n))) instead of the margin. Every triplet counts a little.
/// * [`soft_with_margin`](Triplet::soft_with_margin): ln(1 + e^(d(a, p) − d(a, n) + m)), the smooth form of the loss above.
///
/// **Parameter**: `margin` (m) is the lead that the positive should have over the negative. PyTorch takes 1 by default; FaceNet uses
/// 0.2, on squared distances of unit vectors.
///
/// Easy triplets have loss 0 and make the mean small. [`active`](Triplet::active) counts the others, for
/// [`Reduction::Over`](crate::Reduction::Over); [`mine_triplets`](crate::mine_triplets) finds them. A loss that stays at the margin
/// means that all embeddings have collapsed into one point. In a large batch
/// [`SupervisedContrastive`](crate::SupervisedContrastive) compares every anchor with all others at once, without mining. If embeddings
/// are compared by their angle, use [`CosineTriplet`](crate::CosineTriplet). If the triplets are indices into a batch, use
/// [`triplets_value_and_add_gradient`](crate::triplets_value_and_add_gradient): no triplet is copied into a list.
///
/// **Error**: for 4 dimensions and distances that are normal numbers, the value is within 8 ULP of the largest distance (or its
/// square), the margin, or ln 2 if the loss is soft; the gradient is within 8 ULP. The soft loss loses 2 more per unit of the larger
/// distance or square. A distance, or its square, beyond `f32::MAX` has slope 0. **Source**: Schroff et al. (2015), arXiv:1503.03832,
/// eq. 1 to 3; swap: Balntas et al., BMVC (2016); soft: Hermans et al. (2017), arXiv:1703.07737, §2.
///
/// **Run it**: `cargo run --release --example faces`.
///
/// ```
/// use microloss::{Loss, Reduction, Triplet};
///
/// let triplet = [[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]];
/// let loss = Triplet::new(1.0);
/// let value = loss.value(&[triplet], &[()], Reduction::Mean)?;
/// assert!((value - 0.218_242).abs() < 1e-6);
/// let loss = Triplet::new(2.0).squared();
/// let value = loss.value(&[triplet], &[()], Reduction::Mean)?;
/// assert!((value - 0.4).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
///
#[doc = picture!(Triplet)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Triplet<const D: usize> {
    shape: Shape,
}

/// The parameters: everything but the dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
struct Shape {
    margin: f32,
    squared: bool,
    swap: bool,
    soft: bool,
}

impl<const D: usize> Triplet<D> {
    constructor! {
        /// Creates the loss with margin `margin`, on Euclidean distances.
        Triplet: new / try_new(margin: positive) =>
            Self { shape: Shape { margin, squared: false, swap: false, soft: false } }
    }

    /// Creates the loss with the softplus of the difference instead of a margin.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, Triplet};
    ///
    /// // Positive and negative are both at distance 1.
    /// let triplet = [[0.0], [1.0], [-1.0]];
    /// let value = Triplet::soft().value(&[triplet], &[()], Reduction::Mean)?;
    /// assert_eq!(value, core::f32::consts::LN_2);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn soft() -> Self {
        Self { shape: Shape { margin: 0.0, squared: false, swap: false, soft: true } }
    }

    constructor! {
        /// Creates the loss with the softplus of the difference plus `margin`.
        ///
        /// The larger the margin, the nearer is the loss to a plain one: pytorch-metric-learning's `smooth_loss` has 0.05.
        ///
        /// ```
        /// use microloss::{Loss, Reduction, Triplet};
        ///
        /// let (triplet, loss) = ([[0.0], [1.0], [-3.0]], Triplet::soft_with_margin(2.0));
        /// let value = loss.value(&[triplet], &[()], Reduction::Mean)?;
        /// assert_eq!(value, core::f32::consts::LN_2);
        /// # Ok::<(), microloss::Error>(())
        /// ```
        Triplet: soft_with_margin / try_soft_with_margin(margin: non_negative) =>
            Self { shape: Shape { margin, squared: false, swap: false, soft: true } }
    }

    /// Uses squared distances.
    #[must_use]
    pub const fn squared(self) -> Self {
        Self { shape: Shape { squared: true, ..self.shape } }
    }

    /// Takes the negative's distance from the nearer of anchor and positive.
    ///
    /// ```
    /// use microloss::{Loss, Reduction, Triplet};
    ///
    /// // The negative is 1.5 from the anchor, and ½ from the positive.
    /// let (triplet, loss) = ([[[0.0], [1.0], [1.5]]], Triplet::new(1.0));
    /// let value = loss.value(&triplet, &[()], Reduction::Mean)?;
    /// assert_eq!(value, 1.0 - 1.5 + 1.0);
    /// let value = loss.with_swap().value(&triplet, &[()], Reduction::Mean)?;
    /// assert_eq!(value, 1.0 - 0.5 + 1.0);
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub const fn with_swap(self) -> Self {
        Self { shape: Shape { swap: true, ..self.shape } }
    }

    /// Counts the triplets with a loss above 0.
    ///
    /// ```
    /// use microloss::Triplet;
    ///
    /// let triplets = [[[0.0], [1.0], [1.5]], [[0.0], [1.0], [9.0]]];
    /// assert_eq!(Triplet::new(1.0).active(&triplets), 1);
    /// ```
    #[must_use]
    pub fn active(&self, triplets: &[[[f32; D]; 3]]) -> usize {
        triplets.iter().filter(|triplet| self.term(triplet, &()) > 0.0).count()
    }
}

/// The distances that count, and the loss as a function of their difference.
struct Standing {
    to_positive: f32,
    to_negative: f32,
    /// True if the negative's distance is taken from the positive, because it is nearer than the anchor.
    swapped: bool,
    point: Point,
}

impl Standing {
    /// Returns true if both sizes are finite, and no product of `slope` and a difference overflows.
    #[inline]
    fn is_ordinary(&self, slope: f32) -> bool {
        /// 2⁶³.
        const LARGE: f32 = 9.223_372e18;
        slope < LARGE && self.to_positive <= f32::MAX && self.to_negative <= f32::MAX
    }
}

/// Returns the difference of two distances, or of their squares.
#[inline]
pub(crate) fn lead(to_positive: f32, to_negative: f32) -> f32 {
    let difference = to_positive - to_negative;
    // If both have overflowed, neither is known to be the larger.
    if difference.is_nan() && !to_positive.is_nan() && !to_negative.is_nan() { 0.0 } else { difference }
}

impl Shape {
    /// Returns the distance of x and y, or its square.
    fn size(&self, x: &[f32], y: &[f32]) -> f32 {
        if self.squared { squared_distance(x, y) } else { distance(x, y) }
    }

    fn standing(&self, anchor: &[f32], positive: &[f32], negative: &[f32]) -> Standing {
        let to_positive = self.size(anchor, positive);
        let mut to_negative = self.size(anchor, negative);
        let mut swapped = false;
        if self.swap {
            let other = self.size(positive, negative);
            // Distances are compared even if the loss takes squares: two squares could both be 0, or infinite.
            swapped = if self.squared {
                distance(positive, negative) < distance(anchor, negative)
            } else {
                other < to_negative
            };
            if swapped {
                to_negative = other;
            }
        }
        let violation = lead(to_positive, to_negative) + self.margin;
        let point = if self.soft {
            Point { value: softplus(violation), slope: sigmoid(violation) }
        } else if violation <= 0.0 {
            Point { value: 0.0, slope: 0.0 }
        } else {
            Point { value: violation, slope: if violation.is_nan() { f32::NAN } else { 1.0 } }
        };
        Standing { to_positive, to_negative, swapped, point }
    }

    /// Replaces a triplet by its gradients and returns its loss. All D share this machine code.
    fn gradient(&self, anchor: &mut [f32], positive: &mut [f32], negative: &mut [f32], scale: f32) -> f32 {
        let standing = self.standing(anchor, positive, negative);
        let slope = standing.point.slope * scale;
        // The slope of d is (x − y)/d; that of d² is 2(x − y).
        let factor = |size: f32| if self.squared { 2.0 * slope } else { slope / size };
        let (near, far) = (factor(standing.to_positive), factor(standing.to_negative));
        if slope == 0.0 {
            anchor.fill(0.0);
            positive.fill(0.0);
            negative.fill(0.0);
        } else if standing.is_ordinary(slope) && near.is_normal() && far.is_normal() {
            let triplet = anchor.iter_mut().zip(positive).zip(negative);
            if standing.swapped {
                triplet.for_each(|((a, p), n)| {
                    let (near, far) = ((*a - *p) * near, (*p - *n) * far);
                    (*a, *p, *n) = (near, -near - far, far);
                });
            } else {
                triplet.for_each(|((a, p), n)| {
                    let (near, far) = ((*a - *p) * near, (*a - *n) * far);
                    (*a, *p, *n) = (near - far, -near, far);
                });
            }
        } else {
            self.gradient_of_extremes([anchor, positive, negative], &standing, slope);
        }
        standing.point.value
    }

    /// Replaces a triplet by its gradients, whose numbers have any size.
    #[cold]
    #[inline(never)]
    fn gradient_of_extremes(&self, triplet: [&mut [f32]; 3], standing: &Standing, slope: f32) {
        let Standing { to_positive, to_negative, swapped, .. } = *standing;
        let pull = |size: f32, x: f32, y: f32| {
            if size == f32::INFINITY {
                0.0
            } else if self.squared {
                2.0 * (slope * (x - y))
            } else if size == 0.0 {
                0.0
            } else {
                slope * ((x - y) / size)
            }
        };
        let [anchor, positive, negative] = triplet;
        for ((a, p), n) in anchor.iter_mut().zip(positive).zip(negative) {
            let near = pull(to_positive, *a, *p);
            let far = pull(to_negative, if swapped { *p } else { *a }, *n);
            let (mut of_anchor, mut of_positive) =
                if swapped { (near, -near - far) } else { (near - far, -near) };
            if self.squared && near.is_infinite() && far.is_infinite() {
                // The pulls on the vector that has two of them are ∞ − ∞, or rounded: their sum needs no pull.
                let both = 2.0 * (slope * (*n - if swapped { *a } else { *p }));
                *(if swapped { &mut of_positive } else { &mut of_anchor }) = both;
            }
            (*a, *p, *n) = (of_anchor, of_positive, far);
        }
    }
}

impl<const D: usize> Rowwise for Triplet<D> {
    type Row = [[f32; D]; 3];
    type Target = ();
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, [anchor, positive, negative]: &[[f32; D]; 3], (): &()) -> f32 {
        self.shape.standing(anchor, positive, negative).point.value
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [[f32; D]; 3], (): &(), scale: f32) -> f32 {
        let [anchor, positive, negative] = row;
        let term = self.shape.gradient(anchor, positive, negative, scale);
        if term.is_nan() {
            row.as_flattened_mut().fill(f32::NAN);
        }
        term
    }
}

impl<const D: usize> AnyTarget for Triplet<D> {}
