//! Risk: the expected loss, estimated over data that never fits in memory at once.

use crate::error::{Buffer, Error, check_length};
use crate::math::canonical;
use crate::sum::Total;

/// Mean loss over everything seen so far, for any split into batches.
///
/// Sums and weights are kept with their rounding errors. So a mean over many micro-batches agrees with the mean over one batch,
/// to the last bits; a mean of means does not. [`merge`](EmpiricalRisk::merge) joins two estimates.
///
/// **Source**: Vapnik, *Statistical Learning Theory* (1998), ch. 1.
///
/// **Run it**: `cargo run --release --example house_prices`.
///
/// ```
/// use microloss::{EmpiricalRisk, Loss, Reduction, SquaredError};
///
/// let mut risk = EmpiricalRisk::new();
/// assert_eq!(risk.mean(), None);
/// let batches: [(&[f32], &[f32]); 2] =
///     [(&[1.0, 2.0], &[0.0, 0.0]), (&[3.0], &[0.0])];
/// for (prediction, target) in batches {
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
    /// Creates an estimate that has seen nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { sum: Total::new(), weight: Total::new() }
    }

    /// Adds a batch: the sum of its losses, and the number of rows or the sum of their weights.
    ///
    /// [`Loss::denominator`](crate::Loss::denominator) returns that sum of weights.
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

    /// Returns the number of rows seen, or the sum of their weights.
    #[must_use]
    pub fn weight(&self) -> f32 {
        self.weight.value()
    }

    /// Returns the mean loss, or `None` if the weights seen add up to 0.
    #[must_use]
    pub fn mean(&self) -> Option<f32> {
        let weight = self.weight.value();
        if weight == 0.0 { None } else { Some(canonical(self.sum.value() / weight)) }
    }
}

/// Generalisation gap: mean loss of held-out data minus that of the training data. `None` if either estimate has seen nothing.
///
/// **Run it**: `cargo run --release --example house_prices`.
///
/// ```
/// use microloss::{EmpiricalRisk, generalization_gap};
///
/// let mut training = EmpiricalRisk::new();
/// let mut held_out = EmpiricalRisk::new();
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
/// If the learner does as well as the best expert in the long run, [`average`](Regret::average) tends to 0 (sublinear regret).
/// The regret is negative if the learner beats them all.
///
/// **Source**: Zinkevich, *Online Convex Programming and Generalized Infinitesimal Gradient Ascent*, ICML (2003); Shalev-Shwartz,
/// *Online Learning and Online Convex Optimization* (2012), ch. 1.
///
/// **Run it**: `cargo run --release --example regret`.
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
    /// Creates the regret before the first round.
    #[must_use]
    pub const fn new() -> Self {
        Self { own: Total::new(), experts: [Total::new(); K], rounds: 0 }
    }

    /// Adds a round: the learner's loss, and the loss of every expert.
    ///
    /// # Errors
    ///
    /// [`Error::Length`] if there is not one loss for each of the K experts.
    pub fn add(&mut self, own: f32, experts: &[f32]) -> Result<(), Error> {
        check_length(Buffer::Experts, K, experts.len())?;
        self.own.add(own);
        for (total, loss) in self.experts.iter_mut().zip(experts) {
            total.add(*loss);
        }
        self.rounds = self.rounds.saturating_add(1);
        Ok(())
    }

    /// Returns the regret so far; `None` without a round or an expert.
    #[must_use]
    pub fn total(&self) -> Option<f32> {
        let best = self.experts.get(self.best_expert()?)?;
        Some(canonical(self.own.value() - best.value()))
    }

    /// Returns the regret per round; `None` without a round or an expert.
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

    /// Returns the expert that lost least; `None` without a round or an expert.
    ///
    /// Ties go to the first expert. Experts whose loss is NaN are passed over if another one is left.
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
