//! Costs of decisions, and the decision that costs least.

use crate::error::Error;
use crate::sum::sum;

/// Costs of decisions: one row per true class, one column per decision.
///
/// Costs may be in any unit. Benefits are negative costs.
///
/// **Run it**: `cargo run --release --example fraud`.
///
/// ```
/// use microloss::CostMatrix;
///
/// // A transaction is legitimate or a fraud; it is let through or stopped.
/// let costs = CostMatrix::new([[0.0, 2.0], [5000.0, 0.0]]);
/// let probabilities = [0.999, 0.001];
/// assert_eq!(costs.expected(&probabilities), [5.0, 1.998]);
/// assert_eq!(costs.decide(&probabilities), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CostMatrix<const K: usize> {
    costs: [[f32; K]; K],
}

impl<const K: usize> CostMatrix<K> {
    /// Creates the matrix of these costs.
    ///
    /// # Panics
    ///
    /// Panics if a cost is not within ±1e30.
    /// In a constant, this is a compile error.
    #[must_use]
    pub const fn new(costs: [[f32; K]; K]) -> Self {
        match Self::try_new(costs) {
            Ok(matrix) => matrix,
            Err(_) => panic!("CostMatrix: every cost must be within ±1e30"),
        }
    }

    /// As [`new`](Self::new), for numbers that are known only at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] if a cost is not within ±1e30. The limit keeps their differences and sums finite.
    pub const fn try_new(costs: [[f32; K]; K]) -> Result<Self, Error> {
        match first_outside!(cost, costs.as_flattened()) {
            Some(value) => Err(Error::Parameter { name: "costs", requirement: words!(cost), value }),
            None => Ok(Self { costs }),
        }
    }

    /// Returns the cost of every decision if `class` is the truth; `None` beyond the last class.
    pub(super) fn of_class(&self, class: usize) -> Option<&[f32; K]> {
        self.costs.get(class)
    }

    /// Returns the expected cost of every decision d, Σₖ p_k·C_kd (the conditional risk).
    ///
    /// **Source**: Duda & Hart, *Pattern Classification and Scene Analysis* (1973), §2.2; Elkan, *The Foundations of
    /// Cost-Sensitive Learning*, IJCAI (2001), eq. 1.
    #[must_use]
    pub fn expected(&self, probabilities: &[f32; K]) -> [f32; K] {
        let mut expected = [0.0; K];
        for (decision, expected) in expected.iter_mut().enumerate() {
            *expected = sum(probabilities, |class, p| {
                let cost = self.of_class(class).and_then(|costs| costs.get(decision)).copied().unwrap_or(0.0);
                p * cost
            });
        }
        expected
    }

    /// Returns the decision of least expected cost (Bayes decision). Ties go to the first decision.
    #[must_use]
    pub fn decide(&self, probabilities: &[f32; K]) -> usize {
        let expected = self.expected(probabilities);
        let best = expected
            .iter()
            .enumerate()
            .reduce(|best, decision| if decision.1 < best.1 { decision } else { best });
        best.map_or(0, |(decision, _)| decision)
    }

    /// Returns `true` if in every class the right decision costs less than each wrong one.
    ///
    /// If not, the cheapest decision may ignore the probabilities (Elkan 2001, §1.1).
    ///
    /// ```
    /// use microloss::CostMatrix;
    ///
    /// assert!(CostMatrix::new([[0.0, 3.0], [1.0, 0.0]]).is_reasonable());
    /// // Here recognising class 1 costs 2, and missing it costs 1.
    /// assert!(!CostMatrix::new([[0.0, 3.0], [1.0, 2.0]]).is_reasonable());
    /// ```
    #[must_use]
    pub fn is_reasonable(&self) -> bool {
        self.costs.iter().enumerate().all(|(class, costs)| {
            let right = costs.get(class).copied().unwrap_or(0.0);
            costs.iter().enumerate().all(|(decision, cost)| decision == class || *cost > right)
        })
    }
}

impl CostMatrix<2> {
    /// Returns the probability of class 1 from which on decision 1 costs less; `None` if the costs are not
    /// [reasonable](CostMatrix::is_reasonable).
    ///
    /// It is (C₀₁ − C₀₀)/((C₀₁ − C₀₀) + (C₁₀ − C₁₁)): the first index is the truth, the second the decision.
    /// **Source**: Elkan (2001), eq. 2.
    ///
    /// ```
    /// use microloss::CostMatrix;
    ///
    /// let costs = CostMatrix::new([[0.0, 3.0], [1.0, 0.0]]);
    /// assert_eq!(costs.threshold(), Some(0.75));
    /// ```
    #[must_use]
    pub fn threshold(&self) -> Option<f32> {
        let [[rejected, alarm], [miss, hit]] = self.costs;
        if self.is_reasonable() { cost_threshold(alarm - rejected, miss - hit).ok() } else { None }
    }
}

/// Returns the probability from which on "yes" costs less: c_fp/(c_fp + c_fn), for the costs of a false alarm and of a miss.
///
/// The formula assumes that right decisions cost nothing. **Source**: Elkan (2001), eq. 2.
///
/// # Errors
///
/// [`Error::Parameter`] if a cost is not positive and finite.
///
/// ```
/// let threshold = microloss::cost_threshold(2.0, 5000.0)?;
/// assert!((threshold - 3.998_4e-4).abs() < 1e-8);
/// # Ok::<(), microloss::Error>(())
/// ```
pub const fn cost_threshold(false_positive: f32, false_negative: f32) -> Result<f32, Error> {
    match (check!(false_positive: positive_finite), check!(false_negative: positive_finite)) {
        // Divides first, because the sum of the costs could overflow.
        (Ok(()), Ok(())) => Ok(1.0 / (1.0 + false_negative / false_positive)),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}
