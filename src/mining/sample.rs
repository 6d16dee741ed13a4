//! A fair choice among more triplets than fit.

use super::{Mined, Mining, TripletIndices, mine_triplets};
use crate::classification::Label;
use crate::error::Error;

/// Writes triplets of [`mine_triplets`] into a list: all if they fit, else a random choice in which each has the same chance.
///
/// A list that just takes triplets until it is full holds those of the first anchors, so the others never learn. `uniform` gives a random
/// number in [0, 1) whenever the list is full and another triplet is found. The first `found` entries of the list, or all of it if
/// `truncated`, are the choice.
///
/// `uniform` is the caller's: the top 24 bits of a random word, divided by 2²⁴, are exactly uniform in [0, 1).
///
/// **Source**: Vitter, *Random Sampling with a Reservoir*, ACM TOMS 11 (1985), algorithm R.
///
/// # Errors
///
/// As [`mine_triplets`]. After an error the list is as it was.
///
/// ```
/// use microloss::{Mining, TripletIndices, sample_triplets};
///
/// let mut word = 1_u32;
/// let uniform = || {
///     word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
///     (word >> 8) as f32 / 16_777_216.0
/// };
/// let (embeddings, labels) = ([[0.0], [1.0], [1.5], [1.6]], [0_u8, 0, 1, 1]);
/// let active = Mining::Active { margin: 1.0 };
/// let mut list = [TripletIndices::default(); 3];
/// let mined = sample_triplets(&embeddings, &labels, active, uniform, &mut list)?;
/// assert_eq!((mined.found, mined.truncated), (6, true));
/// // The first three that were found all have an anchor of class 0.
/// assert!(list.iter().any(|triplet| labels[triplet.anchor] == 1));
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn sample_triplets<const D: usize, L: Label>(
    embeddings: &[[f32; D]],
    labels: &[L],
    mining: Mining,
    mut uniform: impl FnMut() -> f32,
    triplets: &mut [TripletIndices],
) -> Result<Mined, Error> {
    let (capacity, mut found) = (triplets.len(), 0);
    let mined = mine_triplets(embeddings, labels, mining, |triplet| {
        // Once the list is full, triplet number i takes a random place out of i + 1, and is dropped if that is not in the list.
        let place = if found < capacity { found } else { (uniform() * (found as f32 + 1.0)) as usize };
        found = found.saturating_add(1);
        if let Some(kept) = triplets.get_mut(place) {
            *kept = triplet;
        }
    })?;
    Ok(Mined { truncated: mined.found > capacity, ..mined })
}
