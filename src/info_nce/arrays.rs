//! Array forms: the compiler checks the number of embeddings, and the length of the scratch.
//!
//! Nothing is left that can be wrong, but a bad [`Reduction::Over`]: then the result is NaN, and nothing is written.

use super::{Clip, InfoNce, NtXent, SupervisedContrastive, Tempered};
use crate::classification::Label;
use crate::reduction::Reduction;

/// The result of a call that was refused.
const REFUSED: Tempered = Tempered { value: f32::NAN, slope: f32::NAN };

/// Refuses arrays at compile time.
macro_rules! arrays {
    ($rows:ident, $is_right:expr, $scratch:ident >= $needed:expr) => {
        const {
            assert!($rows > 0, "a batch has at least one row");
            assert!($is_right, "as many candidates as anchors, or an even number of embeddings");
            assert!($scratch >= $needed, "the scratch is as long as `scratch_len` tells, or longer");
        }
    };
}

impl InfoNce {
    /// Returns the reduced loss of arrays: fewer candidates than anchors, too little scratch, or no anchors do not compile.
    ///
    /// ```
    /// use microloss::{InfoNce, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
    /// let value = InfoNce::new(1.0).value_array(&pair, &pair, Reduction::Mean, &mut scratch);
    /// assert!((value - 0.313_261_7).abs() < 1e-6);
    /// ```
    ///
    /// ```compile_fail
    /// use microloss::{InfoNce, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; 5];
    /// InfoNce::new(1.0).value_array(&pair, &pair, Reduction::Mean, &mut scratch);
    /// ```
    pub fn value_array<const N: usize, const M: usize, const D: usize, const S: usize>(
        &self,
        anchors: &[[f32; D]; N],
        candidates: &[[f32; D]; M],
        reduction: Reduction,
        scratch: &mut [f32; S],
    ) -> f32 {
        arrays!(N, M >= N, S >= Self::scratch_len(M, D));
        self.value(anchors, candidates, reduction, scratch).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of arrays and its slope in τ, and writes the gradients of every anchor and every candidate.
    ///
    /// ```
    /// use microloss::{InfoNce, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let (mut anchors, mut candidates) = ([[0.0; 2]; 2], [[0.0; 2]; 2]);
    /// let mut scratch = [0.0; InfoNce::scratch_len(2, 2)];
    /// let tempered = InfoNce::new(1.0).value_and_gradient_array(
    ///     &pair,
    ///     &pair,
    ///     Reduction::Mean,
    ///     &mut anchors,
    ///     &mut candidates,
    ///     &mut scratch,
    /// );
    /// assert!((tempered.slope - 0.268_941_4).abs() < 1e-6);
    /// ```
    pub fn value_and_gradient_array<const N: usize, const M: usize, const D: usize, const S: usize>(
        &self,
        anchors: &[[f32; D]; N],
        candidates: &[[f32; D]; M],
        reduction: Reduction,
        anchor_gradient: &mut [[f32; D]; N],
        candidate_gradient: &mut [[f32; D]; M],
        scratch: &mut [f32; S],
    ) -> Tempered {
        arrays!(N, M >= N, S >= Self::scratch_len(M, D));
        self.value_and_gradient(anchors, candidates, reduction, anchor_gradient, candidate_gradient, scratch)
            .unwrap_or(REFUSED)
    }

    /// Returns the loss of every anchor of an array, unreduced.
    pub fn terms_array<const N: usize, const M: usize, const D: usize, const S: usize>(
        &self,
        anchors: &[[f32; D]; N],
        candidates: &[[f32; D]; M],
        scratch: &mut [f32; S],
    ) -> [f32; N] {
        arrays!(N, M >= N, S >= Self::scratch_len(M, D));
        let mut terms = [f32::NAN; N];
        self.terms(anchors, candidates, &mut terms, scratch).map_or([f32::NAN; N], |()| terms)
    }
}

impl NtXent {
    /// Returns the reduced loss of an array: an odd number of embeddings, or too little scratch, does not compile.
    ///
    /// ```
    /// use microloss::{NtXent, Reduction};
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
    /// let value = NtXent::new(1.0).value_array(&views, Reduction::Mean, &mut scratch);
    /// assert!((value - 0.551_444_7).abs() < 1e-6);
    /// ```
    ///
    /// ```compile_fail
    /// use microloss::{NtXent, Reduction};
    ///
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
    /// NtXent::new(1.0).value_array(&[[1.0, 0.0]; 3], Reduction::Mean, &mut scratch);
    /// ```
    pub fn value_array<const N: usize, const D: usize, const S: usize>(
        &self,
        embeddings: &[[f32; D]; N],
        reduction: Reduction,
        scratch: &mut [f32; S],
    ) -> f32 {
        arrays!(N, N.is_multiple_of(2), S >= Self::scratch_len(N, D));
        self.value(embeddings, reduction, scratch).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of an array and its slope in τ, and writes the gradient of every embedding.
    pub fn value_and_gradient_array<const N: usize, const D: usize, const S: usize>(
        &self,
        embeddings: &[[f32; D]; N],
        reduction: Reduction,
        gradient: &mut [[f32; D]; N],
        scratch: &mut [f32; S],
    ) -> Tempered {
        arrays!(N, N.is_multiple_of(2), S >= Self::scratch_len(N, D));
        self.value_and_gradient(embeddings, reduction, gradient, scratch).unwrap_or(REFUSED)
    }

    /// Returns the loss of every embedding of an array, unreduced.
    ///
    /// ```
    /// use microloss::NtXent;
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; NtXent::scratch_len(4, 2)];
    /// let terms = NtXent::new(1.0).terms_array(&views, &mut scratch);
    /// assert!(terms.iter().all(|term| (term - 0.551_444_7).abs() < 1e-6));
    /// ```
    pub fn terms_array<const N: usize, const D: usize, const S: usize>(
        &self,
        embeddings: &[[f32; D]; N],
        scratch: &mut [f32; S],
    ) -> [f32; N] {
        arrays!(N, N.is_multiple_of(2), S >= Self::scratch_len(N, D));
        let mut terms = [f32::NAN; N];
        self.terms(embeddings, &mut terms, scratch).map_or([f32::NAN; N], |()| terms)
    }
}

impl SupervisedContrastive {
    /// Returns the reduced loss of arrays: another number of labels, or too little scratch, does not compile.
    ///
    /// ```
    /// use microloss::{Reduction, SupervisedContrastive};
    ///
    /// let views = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; SupervisedContrastive::scratch_len(4, 2)];
    /// let loss = SupervisedContrastive::new(1.0);
    /// let value = loss.value_array(&views, &[0_u8, 1, 0, 1], Reduction::Mean, &mut scratch);
    /// assert!((value - 0.551_444_7).abs() < 1e-6);
    /// ```
    pub fn value_array<const N: usize, const D: usize, const S: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]; N],
        labels: &[L; N],
        reduction: Reduction,
        scratch: &mut [f32; S],
    ) -> f32 {
        arrays!(N, true, S >= Self::scratch_len(N, D));
        self.value(embeddings, labels, reduction, scratch).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of arrays and its slope in τ, and writes the gradient of every embedding.
    pub fn value_and_gradient_array<const N: usize, const D: usize, const S: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]; N],
        labels: &[L; N],
        reduction: Reduction,
        gradient: &mut [[f32; D]; N],
        scratch: &mut [f32; S],
    ) -> Tempered {
        arrays!(N, true, S >= Self::scratch_len(N, D));
        self.value_and_gradient(embeddings, labels, reduction, gradient, scratch).unwrap_or(REFUSED)
    }

    /// Returns the loss of every embedding of an array, unreduced; 0 for those without a positive.
    pub fn terms_array<const N: usize, const D: usize, const S: usize, L: Label>(
        &self,
        embeddings: &[[f32; D]; N],
        labels: &[L; N],
        scratch: &mut [f32; S],
    ) -> [f32; N] {
        arrays!(N, true, S >= Self::scratch_len(N, D));
        let mut terms = [f32::NAN; N];
        self.terms(embeddings, labels, &mut terms, scratch).map_or([f32::NAN; N], |()| terms)
    }
}

impl Clip {
    /// Returns the reduced loss of arrays: another number of texts, or too little scratch, does not compile.
    ///
    /// ```
    /// use microloss::{Clip, Reduction};
    ///
    /// let pair = [[1.0, 0.0], [0.0, 1.0]];
    /// let mut scratch = [0.0; Clip::scratch_len(2, 2)];
    /// let value = Clip::new(0.0).value_array(&pair, &pair, Reduction::Mean, &mut scratch);
    /// assert!((value - 0.313_261_7).abs() < 1e-6);
    /// ```
    pub fn value_array<const N: usize, const D: usize, const S: usize>(
        &self,
        images: &[[f32; D]; N],
        texts: &[[f32; D]; N],
        reduction: Reduction,
        scratch: &mut [f32; S],
    ) -> f32 {
        arrays!(N, true, S >= Self::scratch_len(N, D));
        self.value(images, texts, reduction, scratch).unwrap_or(f32::NAN)
    }

    /// Returns the reduced loss of arrays and its slope in the log-scale, and writes the gradients of every image and every text.
    pub fn value_and_gradient_array<const N: usize, const D: usize, const S: usize>(
        &self,
        images: &[[f32; D]; N],
        texts: &[[f32; D]; N],
        reduction: Reduction,
        image_gradient: &mut [[f32; D]; N],
        text_gradient: &mut [[f32; D]; N],
        scratch: &mut [f32; S],
    ) -> Tempered {
        arrays!(N, true, S >= Self::scratch_len(N, D));
        self.value_and_gradient(images, texts, reduction, image_gradient, text_gradient, scratch)
            .unwrap_or(REFUSED)
    }

    /// Returns the loss of every pair of arrays, unreduced.
    pub fn terms_array<const N: usize, const D: usize, const S: usize>(
        &self,
        images: &[[f32; D]; N],
        texts: &[[f32; D]; N],
        scratch: &mut [f32; S],
    ) -> [f32; N] {
        arrays!(N, true, S >= Self::scratch_len(N, D));
        let mut terms = [f32::NAN; N];
        self.terms(images, texts, &mut terms, scratch).map_or([f32::NAN; N], |()| terms)
    }
}
