//! Class weights of a loss: none, borrowed or owned.

/// Class weights of K classes: `()` for none, `&[f32; K]`, or `[f32; K]`.
pub trait ClassWeights<const K: usize>: Copy {
    /// Returns the weights, if there are any.
    #[doc(hidden)]
    fn weights(&self) -> Option<&[f32]>;
}

impl<const K: usize> ClassWeights<K> for () {
    #[inline]
    fn weights(&self) -> Option<&[f32]> {
        None
    }
}

impl<const K: usize> ClassWeights<K> for &[f32; K] {
    #[inline]
    fn weights(&self) -> Option<&[f32]> {
        Some(self.as_slice())
    }
}

impl<const K: usize> ClassWeights<K> for [f32; K] {
    #[inline]
    fn weights(&self) -> Option<&[f32]> {
        Some(self)
    }
}
