//! Risk: the loss one expects, estimated over data that never fits in memory at once.

use crate::error::{Buffer, Error, check_length};
use crate::math::canonical;
use crate::sum::Total;

/// The mean loss over everything seen, from any split into batches.
///
/// Sums and weights are kept with their rounding errors, so that a mean over many micro-batches agrees with the mean over
/// one to the last bits, which a mean of means does not. Two estimates [`merge`](EmpiricalRisk::merge) into one.
///
/// Source: Vapnik, *Statistical Learning Theory* (1998), ch. 1.
///
/// ```
/// use microloss::{EmpiricalRisk, Loss, Reduction, SquaredError};
///
/// let mut risk = EmpiricalRisk::new();
/// assert_eq!(risk.mean(), None);
/// for (prediction, target) in [([1.0, 2.0].as_slice(), [0.0, 0.0].as_slice()), (&[3.0], &[0.0])] {
///     let sum = SquaredError::new().value(prediction, target, Reduction::Sum)?;
///     risk.add(sum, prediction.len() as f32);
/// }
/// assert_eq!(risk.mean(), Some((1.0 + 4.0 + 9.0) / 3.0));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct EmpiricalRisk {
    sum: Total,
    weight: Total,
}

impl EmpiricalRisk {
    /// Nothing seen yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { sum: Total::new(), weight: Total::new() }
    }

    /// Adds a batch: the sum of its losses, and the number of rows or the sum of their weights, which
    /// [`Loss::denominator`](crate::Loss::denominator) tells.
    pub fn add(&mut self, sum: f32, weight: f32) {
        self.sum.add(sum);
        self.weight.add(weight);
    }

    /// Adds everything that another estimate has seen.
    ///
    /// ```
    /// use microloss::EmpiricalRisk;
    ///
    /// let (mut risk, mut other) = (EmpiricalRisk::new(), EmpiricalRisk::new());
    /// risk.add(6.0, 2.0);
    /// other.add(2.0, 2.0);
    /// risk.merge(&other);
    /// assert_eq!((risk.mean(), risk.weight()), (Some(2.0), 4.0));
    /// ```
    pub fn merge(&mut self, other: &Self) {
        self.sum.merge(other.sum);
        self.weight.merge(other.weight);
    }

    /// The number of rows seen, or the sum of their weights.
    #[must_use]
    pub fn weight(&self) -> f32 {
        self.weight.value()
    }

    /// The mean loss, or `None` where nothing of any weight was seen.
    #[must_use]
    pub fn mean(&self) -> Option<f32> {
        let weight = self.weight.value();
        if weight == 0.0 { None } else { Some(canonical(self.sum.value() / weight)) }
    }
}

/// By how much held-out data cost more than the training data: the generalisation gap. `None` if either saw nothing.
///
/// ```
/// use microloss::{EmpiricalRisk, generalization_gap};
///
/// let (mut training, mut held_out) = (EmpiricalRisk::new(), EmpiricalRisk::new());
/// training.add(10.0, 100.0);
/// assert_eq!(generalization_gap(&training, &held_out), None);
/// held_out.add(3.5, 10.0);
/// assert_eq!(generalization_gap(&training, &held_out), Some(0.35 - 0.1));
/// ```
#[must_use]
pub fn generalization_gap(training: &EmpiricalRisk, held_out: &EmpiricalRisk) -> Option<f32> {
    Some(canonical(held_out.mean()? - training.mean()?))
}

/// Regret of a learner against the best of K fixed experts: Σₜ ℓₜ − minₖ Σₜ ℓₜₖ.
///
/// A learner that does as well as the best expert in the long run has [`average`](Regret::average) tending to 0
/// (sublinear regret). Negative where the learner beats them all.
///
/// Source: Zinkevich, *Online Convex Programming and Generalized Infinitesimal Gradient Ascent*, ICML (2003); Shalev-Shwartz,
/// *Online Learning and Online Convex Optimization* (2012), ch. 1.
///
/// ```
/// use microloss::Regret;
///
/// let mut regret = Regret::<2>::new();
/// regret.add(1.0, &[0.0, 2.0])?;
/// regret.add(1.0, &[1.5, 0.0])?;
/// assert_eq!(regret.total(), Some(2.0 - 1.5));
/// assert_eq!(regret.best_expert(), Some(0));
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Regret<const K: usize> {
    own: Total,
    experts: [Total; K],
    rounds: u32,
}

impl<const K: usize> Default for Regret<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const K: usize> Regret<K> {
    /// No round played yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { own: Total::new(), experts: [Total::new(); K], rounds: 0 }
    }

    /// Adds a round: the learner's loss, and what every expert would have lost.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] unless there is one loss for each of the K experts.
    pub fn add(&mut self, own: f32, experts: &[f32]) -> Result<(), Error> {
        check_length(Buffer::Experts, K, experts.len())?;
        self.own.add(own);
        for (total, loss) in self.experts.iter_mut().zip(experts) {
            total.add(*loss);
        }
        self.rounds = self.rounds.saturating_add(1);
        Ok(())
    }

    /// The regret so far; `None` without a round or an expert.
    #[must_use]
    pub fn total(&self) -> Option<f32> {
        let best = self.experts.get(self.best_expert()?)?;
        Some(crate::math::canonical(self.own.value() - best.value()))
    }

    /// The regret per round; `None` without a round or an expert.
    ///
    /// ```
    /// use microloss::Regret;
    ///
    /// let mut regret = Regret::<1>::new();
    /// regret.add(1.0, &[0.5])?;
    /// regret.add(1.0, &[1.0])?;
    /// assert_eq!(regret.average(), Some(0.25));
    /// # Ok::<(), microloss::Error>(())
    /// ```
    #[must_use]
    pub fn average(&self) -> Option<f32> {
        Some(self.total()? / self.rounds as f32)
    }

    /// The expert that lost least, the first of equals; one whose loss is NaN is passed over, unless all are. `None` without a
    /// round or an expert.
    #[must_use]
    pub fn best_expert(&self) -> Option<usize> {
        if self.rounds == 0 {
            return None;
        }
        let losses = self.experts.iter().map(|total| total.value()).enumerate();
        losses
            .reduce(|best, expert| if expert.1 < best.1 || best.1.is_nan() { expert } else { best })
            .map(|(expert, _)| expert)
    }
}
