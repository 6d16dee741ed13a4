//! Mining: the search for triplets that are worth a step.
//!
//! N embeddings make O(N³) triplets. Most teach nothing, because the negative is far away already. Mining finds the others.
//! Distances are Euclidean. They are computed when needed and not stored, so mining takes O(1) memory.
//! [`Hardest`](Mining::Hardest) computes O(N²) distances, the other kinds O(N) for every pair of a class.
//!
//! Triplets are indices into the batch. [`triplets_value_and_add_gradient`] takes a loss of them as they are.
//!
//! **Run it**: `cargo run --release --example faces`.

mod indices;
mod sample;

pub use self::indices::{triplets_value, triplets_value_and_add_gradient};
pub use self::sample::sample_triplets;

use crate::classification::Label;
use crate::error::{Buffer, Error, check_length};
use crate::math::distance;
use crate::metric::triplet::lead;

/// The kind of triplets to look for.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Mining {
    /// Takes for every anchor its farthest positive and its nearest negative ("batch hard").
    ///
    /// **Source**: Hermans et al. (2017), arXiv:1703.07737, §2.
    Hardest,
    /// Takes for every anchor and positive the nearest negative that is farther than the positive, but by less than the margin.
    ///
    /// **Source**: Schroff et al. (2015), arXiv:1503.03832, §3.2, eq. 4. The paper compares squared distances.
    SemiHard {
        /// The margin of the loss.
        margin: f32,
    },
    /// Takes every triplet with a loss above 0: d(a, p) − d(a, n) + margin > 0 ("batch all"). These are the triplets that
    /// [`Triplet::active`](crate::Triplet::active) counts.
    Active {
        /// The margin of the loss.
        margin: f32,
    },
}

/// A triplet, as indices into the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct TripletIndices {
    /// The anchor.
    pub anchor: usize,
    /// Another embedding of the anchor's class.
    pub positive: usize,
    /// An embedding of another class.
    pub negative: usize,
}

/// Summary of a search for triplets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Mined {
    /// Number of triplets found.
    pub found: usize,
    /// Number of anchors skipped: the batch has no positive or no negative for them.
    pub skipped: usize,
    /// True if a list was too short for all triplets found. It is never true with a callback.
    pub truncated: bool,
}

/// Calls `report` with every triplet of the kind `mining`, in the order of anchors and positives.
///
/// If distances are equal, the first counts. Embeddings with a NaN are never nearest or farthest.
///
/// # Errors
///
/// [`Error::EmptyBatch`] for an empty batch, [`Error::Length`] for another number of labels, [`Error::Parameter`] if the margin
/// is not finite and 0 or more.
///
/// ```
/// use microloss::{Mined, Mining, TripletIndices, mine_triplets};
///
/// let (embeddings, labels) = ([[0.0], [1.0], [1.5], [9.0]], [0_u8, 0, 1, 2]);
/// let mut first = None;
/// let mined = mine_triplets(&embeddings, &labels, Mining::Hardest, |triplet| {
///     first = first.or(Some(triplet));
/// })?;
/// let expected = TripletIndices { anchor: 0, positive: 1, negative: 2 };
/// assert_eq!(first, Some(expected));
/// assert_eq!(mined, Mined { found: 2, skipped: 2, truncated: false });
/// # Ok::<(), microloss::Error>(())
/// ```
pub fn mine_triplets<const D: usize, L: Label>(
    embeddings: &[[f32; D]],
    labels: &[L],
    mining: Mining,
    mut report: impl FnMut(TripletIndices),
) -> Result<Mined, Error> {
    if embeddings.is_empty() {
        return Err(Error::EmptyBatch);
    }
    check_length(Buffer::Target, embeddings.len(), labels.len())?;
    if let Mining::SemiHard { margin } | Mining::Active { margin } = mining {
        check!(margin: non_negative)?;
    }
    let mut mined = Mined::default();
    for (anchor, (of_anchor, label)) in embeddings.iter().zip(labels).enumerate() {
        // Other embeddings of the anchor's class, or those of all other classes, with their distances from it.
        let others = |positive: bool| {
            embeddings.iter().zip(labels).enumerate().filter_map(move |(other, (embedding, other_label))| {
                let wanted = other != anchor && (other_label == label) == positive;
                wanted.then(|| (other, distance(of_anchor, embedding)))
            })
        };
        if others(true).next().is_none() || others(false).next().is_none() {
            mined.skipped += 1;
            continue;
        }
        let mut found = |positive, negative| {
            mined.found += 1;
            report(TripletIndices { anchor, positive, negative });
        };
        match mining {
            Mining::Hardest => {
                let farthest = first_best(others(true), |d, best| d > best);
                let nearest = first_best(others(false), |d, best| d < best);
                if let (Some((positive, _)), Some((negative, _))) = (farthest, nearest) {
                    found(positive, negative);
                }
            }
            Mining::SemiHard { margin } => {
                for (positive, to_positive) in others(true) {
                    let within = others(false).filter(|(_, d)| *d > to_positive && *d - to_positive < margin);
                    if let Some((negative, _)) = first_best(within, |d, best| d < best) {
                        found(positive, negative);
                    }
                }
            }
            Mining::Active { margin } => {
                for (positive, to_positive) in others(true) {
                    for (negative, to_negative) in others(false) {
                        if lead(to_positive, to_negative) + margin > 0.0 {
                            found(positive, negative);
                        }
                    }
                }
            }
        }
    }
    Ok(mined)
}

/// Returns the first candidate that no other beats. NaN neither beats nor is chosen.
fn first_best(
    candidates: impl Iterator<Item = (usize, f32)>,
    beats: impl Fn(f32, f32) -> bool,
) -> Option<(usize, f32)> {
    candidates.filter(|(_, d)| !d.is_nan()).reduce(
        |best, candidate| {
            if beats(candidate.1, best.1) { candidate } else { best }
        },
    )
}

/// Writes the triplets of [`mine_triplets`] into a list of fixed capacity.
///
/// The list is emptied first. Triplets beyond its capacity are counted and left out: `truncated` is then true, and `found` is the
/// number that the list should have held. Those left out are of the last anchors, always: [`sample_triplets`] chooses fairly.
///
/// # Errors
///
/// As [`mine_triplets`]. After an error the list is as it was.
///
/// ```
/// use microloss::{Mining, TripletIndices, mine_triplets_into};
///
/// let (embeddings, labels) = ([[0.0], [1.0], [1.5], [1.6]], [0_u8, 0, 1, 1]);
/// let active = Mining::Active { margin: 1.0 };
/// let mut list = heapless::Vec::<TripletIndices, 2>::new();
/// let mined = mine_triplets_into(&embeddings, &labels, active, &mut list)?;
/// assert_eq!((list.len(), mined.found, mined.truncated), (2, 6, true));
/// # Ok::<(), microloss::Error>(())
/// ```
#[cfg(feature = "heapless")]
#[cfg_attr(docsrs, doc(cfg(feature = "heapless")))]
pub fn mine_triplets_into<const D: usize, L: Label, const N: usize>(
    embeddings: &[[f32; D]],
    labels: &[L],
    mining: Mining,
    triplets: &mut heapless::Vec<TripletIndices, N>,
) -> Result<Mined, Error> {
    let mut first = true;
    let mut truncated = false;
    let mined = mine_triplets(embeddings, labels, mining, |triplet| {
        if first {
            triplets.clear();
            first = false;
        }
        truncated |= triplets.push(triplet).is_err();
    })?;
    if mined.found == 0 {
        triplets.clear();
    }
    Ok(Mined { truncated, ..mined })
}

/// Returns the number of pairs among n embeddings: n(n − 1)/2, or `None` beyond `usize`.
///
/// ```
/// assert_eq!(microloss::pair_count(512), Some(130_816));
/// ```
#[must_use]
pub const fn pair_count(embeddings: usize) -> Option<usize> {
    let Some(others) = embeddings.checked_sub(1) else { return Some(0) };
    // One of the two is even.
    if embeddings.is_multiple_of(2) {
        (embeddings / 2).checked_mul(others)
    } else {
        embeddings.checked_mul(others / 2)
    }
}

/// Returns the number of triplets in classes of equal size, or `None` beyond `usize`.
///
/// A triplet is any embedding as anchor, any other of its class as positive, and any of the other classes as negative.
///
/// ```
/// assert_eq!(microloss::triplet_count(2, 3), Some(6 * 2 * 3));
/// ```
#[must_use]
pub const fn triplet_count(classes: usize, per_class: usize) -> Option<usize> {
    if classes < 2 || per_class < 2 {
        return Some(0);
    }
    let (Some(embeddings), Some(negatives)) =
        (classes.checked_mul(per_class), (classes - 1).checked_mul(per_class))
    else {
        return None;
    };
    let Some(pairs) = embeddings.checked_mul(per_class - 1) else { return None };
    pairs.checked_mul(negatives)
}
