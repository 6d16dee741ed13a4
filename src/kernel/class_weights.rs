//! Class weights of a loss: none, borrowed or owned.

/// Class weights of K classes: `()` for none, `&[f32; K]`, or `[f32; K]`.
///
/// ```
/// use microloss::SoftmaxCrossEntropy;
///
/// /// A last layer that learns which classes are rare.
/// struct Head {
///     loss: SoftmaxCrossEntropy<2, u8, [f32; 2]>,
/// }
/// let loss = SoftmaxCrossEntropy::new().with_owned_class_weights([1.0, 3.0]);
/// let head = Head { loss };
/// // Other `ClassWeights` take the place of these.
/// assert!(head.loss.try_with_class_weights(&[1.0, 3.0]).is_ok());
/// ```
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
