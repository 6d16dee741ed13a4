//! A target distribution, of any sum.

use crate::sum::{sum, total};

/// The target of a row, divided by a power of 2 if its sum is so large that it might overflow.
#[derive(Clone, Copy)]
pub(super) struct Goal<'a> {
    target: &'a [f32],
    /// 1, or 2⁻⁶⁴.
    pub(super) unit: f32,
    /// The sum of the targets, times the unit.
    pub(super) total: f32,
}

impl<'a> Goal<'a> {
    #[cfg_attr(not(vectors), inline(never))]
    pub(super) fn of(target: &'a [f32]) -> Self {
        const SMALL: f32 = 1.0 / (1_u128 << 64) as f32;
        let sum_of_all = total(target);
        if sum_of_all <= 1e38 {
            return Self { target, unit: 1.0, total: sum_of_all };
        }
        Self { target, unit: SMALL, total: sum(target, |_, t| *t * SMALL) }
    }

    /// Returns the target of class `k`, times the unit.
    #[inline]
    pub(super) fn at(&self, k: usize) -> f32 {
        self.target.get(k).copied().unwrap_or(0.0) * self.unit
    }
}
