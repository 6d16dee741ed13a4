//! What a decision costs, and the decision that costs least.

use crate::error::{Error, check_parameter};
use crate::sum::sum;

/// The largest cost.
const LARGEST: f32 = 1e30;

/// Costs of decisions: row = true class, column = what was decided; in any unit, benefits negative.
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
    /// The matrix of these costs.
    ///
    /// # Panics
    ///
    /// Unless every cost is within ±1e30; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(costs: [[f32; K]; K]) -> Self {
        match Self::try_new(costs) {
            Ok(matrix) => matrix,
            Err(_) => panic!("CostMatrix: every cost must be within ±1e30"),
        }
    }

    /// The matrix of costs that arrive at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless every cost is within ±1e30, so that their differences and sums are finite.
    pub const fn try_new(costs: [[f32; K]; K]) -> Result<Self, Error> {
        let flat = costs.as_flattened();
        let mut i = 0;
        while i < flat.len() {
            if let Err(error) = check_parameter(flat[i].abs() <= LARGEST, "costs", "within ±1e30", flat[i]) {
                return Err(error);
            }
            i += 1;
        }
        Ok(Self { costs })
    }

    /// The costs of every decision where `class` is the truth; none beyond the last class.
    pub(super) fn of_class(&self, class: usize) -> Option<&[f32; K]> {
        self.costs.get(class)
    }

    /// The expected cost of every decision, Σₖ p_k·C_kd (the conditional risk).
    ///
    /// Source: Duda & Hart, *Pattern Classification and Scene Analysis* (1973), §2.2; Elkan, *The Foundations of Cost-Sensitive
    /// Learning*, IJCAI (2001), eq. 1.
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

    /// The decision of least expected cost (Bayes decision), the first of equals.
    #[must_use]
    pub fn decide(&self, probabilities: &[f32; K]) -> usize {
        let expected = self.expected(probabilities);
        let best = expected
            .iter()
            .enumerate()
            .reduce(|best, decision| if decision.1 < best.1 { decision } else { best });
        best.map_or(0, |(decision, _)| decision)
    }

    /// Whether being right costs less than being wrong in every class, without which the cheapest decision may ignore the
    /// probabilities (Elkan 2001, §1.1).
    ///
    /// ```
    /// use microloss::CostMatrix;
    ///
    /// assert!(CostMatrix::new([[0.0, 3.0], [1.0, 0.0]]).is_reasonable());
    /// // Here to recognise class 1 costs 2, to miss it 1.
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
    /// The probability of class 1 from which on decision 1 costs less; `None` unless the costs are
    /// [reasonable](CostMatrix::is_reasonable).
    ///
    /// (C₀₁ − C₀₀)/((C₀₁ − C₀₀) + (C₁₀ − C₁₁)), of the row of the truth and the column of the decision: Elkan (2001), eq. 2.
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

/// The probability from which on it costs less to decide yes: c_fp/(c_fp + c_fn), for the costs of a false alarm and of a miss.
///
/// Source: Elkan (2001), eq. 2, for right decisions that cost nothing.
///
/// # Errors
///
/// [`Error::Parameter`] unless both costs are positive and finite.
///
/// ```
/// let threshold = microloss::cost_threshold(2.0, 5000.0)?;
/// assert!((threshold - 3.998_4e-4).abs() < 1e-8);
/// # Ok::<(), microloss::Error>(())
/// ```
pub const fn cost_threshold(false_positive: f32, false_negative: f32) -> Result<f32, Error> {
    match (check_cost("false_positive", false_positive), check_cost("false_negative", false_negative)) {
        // Their ratio first, since their sum could overflow.
        (Ok(()), Ok(())) => Ok(1.0 / (1.0 + false_negative / false_positive)),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// A cost that one divides by is positive and finite.
pub(super) const fn check_cost(name: &'static str, cost: f32) -> Result<(), Error> {
    check_parameter(cost > 0.0 && cost <= f32::MAX, name, "positive and finite", cost)
}
