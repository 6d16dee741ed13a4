//! The pass over the matrix of cosines, row by row.

use super::collapse::Collapse;
use super::products::{carry, logits, vectors_of};
use crate::error::{Buffer, Error};
use crate::kernel::LabelProbability;
use crate::math::inverse_norm;
use crate::math::{canonical, ln_1p, max, replace_by_softmax_below};
use crate::sum::{Total, sum_zip};

/// The caller's working memory, handed out piece by piece.
pub(super) struct Memory<'a> {
    left: &'a mut [f32],
    short: Error,
}

impl<'a> Memory<'a> {
    /// Takes all of the memory. `expected` is how much a caller must give.
    pub(super) fn new(scratch: &'a mut [f32], expected: usize) -> Self {
        let short = Error::Length { buffer: Buffer::Scratch, expected, actual: scratch.len() };
        Self { left: scratch, short }
    }

    /// Hands out so many numbers, or an error if fewer are left.
    pub(super) fn take(&mut self, numbers: usize) -> Result<&'a mut [f32], Error> {
        let (taken, left) =
            core::mem::take(&mut self.left).split_at_mut_checked(numbers).ok_or(self.short)?;
        self.left = left;
        Ok(taken)
    }
}

/// Working memory of a pass: reciprocal lengths of the keys, a row of logits, and the direction of one query.
///
/// `gathered` is room for the query's gradient, if the query is one of the keys. `directions` are those of the keys, if the memory
/// goes that far.
pub(super) struct Scratch<'a> {
    pub(super) norms: &'a mut [f32],
    pub(super) row: &'a mut [f32],
    pub(super) direction: &'a mut [f32],
    pub(super) gathered: &'a mut [f32],
    pub(super) directions: Option<&'a mut [f32]>,
}

impl<'a> Scratch<'a> {
    pub(super) fn new(
        mut memory: Memory<'a>,
        keys: usize,
        dimension: usize,
        gathered: usize,
    ) -> Result<Self, Error> {
        Ok(Self {
            norms: memory.take(keys)?,
            row: memory.take(keys)?,
            direction: memory.take(dimension)?,
            gathered: memory.take(gathered)?,
            directions: memory.take(keys.saturating_mul(dimension)).ok(),
        })
    }
}

/// Some embeddings, the reciprocals of their lengths, and their directions if there is room to keep them.
pub(super) struct Keys<'a> {
    pub(super) embeddings: &'a [f32],
    pub(super) norms: &'a [f32],
    pub(super) directions: Option<&'a [f32]>,
    dimension: usize,
}

impl<'a> Keys<'a> {
    /// Reads the embeddings and fills the memory.
    pub(super) fn new<const D: usize>(
        embeddings: &'a [[f32; D]],
        norms: &'a mut [f32],
        directions: Option<&'a mut [f32]>,
    ) -> Self {
        for (norm, embedding) in norms.iter_mut().zip(embeddings) {
            *norm = inverse_norm(embedding);
        }
        let norms = &*norms;
        let directions = directions.map(|directions| {
            for ((direction, embedding), norm) in directions.chunks_mut(D.max(1)).zip(embeddings).zip(norms) {
                write_direction(embedding, *norm, direction);
            }
            &*directions
        });
        Self { embeddings: embeddings.as_flattened(), norms, directions, dimension: D }
    }

    /// Returns embedding i.
    pub(super) fn embedding(&self, i: usize) -> &'a [f32] {
        let first = i * self.dimension;
        self.embeddings.get(first..first + self.dimension).unwrap_or_default()
    }

    /// Returns every key as a vector, and the factor that makes it a direction: 1 if it is one already.
    pub(super) fn each<const D: usize>(&self) -> impl Iterator<Item = (&'a [f32; D], f32)> {
        let (vectors, kept) = match self.directions {
            Some(directions) => (directions, true),
            None => (self.embeddings, false),
        };
        vectors_of(vectors)
            .zip(self.norms)
            .map(move |(vector, norm)| (vector, if kept { 1.0 } else { *norm }))
    }
}

/// Writes the unit vector of an embedding, or 0 if it has none.
pub(super) fn write_direction(embedding: &[f32], inverse_norm: f32, direction: &mut [f32]) {
    for (u, x) in direction.iter_mut().zip(embedding) {
        *u = x * inverse_norm;
    }
}

/// Returns g·u, for the direction u of an embedding.
fn along(embedding: &[f32], inverse_norm: f32, gradient: &[f32]) -> f32 {
    sum_zip(gradient, embedding, |g, x| g * (x * inverse_norm))
}

/// Turns the gradient of an embedding's direction into that of the embedding: (g − (g·u)u)/‖x‖, times both factors.
///
/// The factors are those of the reduction and of the logits. They come last and one by one. g is at most a few times the number of
/// rows, so overflow gives ±∞ and never ∞ − ∞. Returns g·u, without the factors.
pub(super) fn project(embedding: &[f32], inverse_norm: f32, factors: [f32; 2], gradient: &mut [f32]) -> f32 {
    let along = along(embedding, inverse_norm, gradient);
    let [reduction, scale] = factors;
    for (g, x) in gradient.iter_mut().zip(embedding) {
        let across = *g - along * (x * inverse_norm);
        *g = canonical(across * reduction * scale * inverse_norm);
    }
    along
}

/// Calls [`project`] for many embeddings, and drops the g·u.
pub(super) fn project_all<const D: usize>(
    embeddings: &[[f32; D]],
    inverse_norms: &[f32],
    factors: [f32; 2],
    gradients: &mut [[f32; D]],
) {
    for ((gradient, embedding), norm) in gradients.iter_mut().zip(embeddings).zip(inverse_norms) {
        project(embedding, *norm, factors, gradient);
    }
}

/// Returns −ln of the positive's share of all candidates, and replaces the row of logits by its gradient.
pub(super) fn positive_included(row: &mut [f32], positive: usize) -> f32 {
    LabelProbability::replace(row, positive, |_| 1.0).loss
}

/// Leaves the positive out of the denominator: returns lse of the others less the positive, or 0 if there are no others.
///
/// Replaces the row of logits by its gradient.
pub(super) fn negatives_only(row: &mut [f32], positive: usize) -> f32 {
    if row.len() < 2 {
        row.fill(0.0);
        return 0.0;
    }
    let Some(own) = row.get_mut(positive) else { return f32::NAN };
    let logit = core::mem::replace(own, f32::NEG_INFINITY);
    let (at, best) = max(row);
    let rest = replace_by_softmax_below(row, at, best);
    if let Some(own) = row.get_mut(positive) {
        *own = -1.0;
    }
    (best - logit) + ln_1p(rest)
}

/// The gradients of queries and of keys, if the caller wants them.
pub(super) type Gradients<'a, const D: usize> = Option<(&'a mut [[f32; D]], &'a mut [[f32; D]])>;

/// Takes the loss of every anchor: adds it to a sum, and a share of it to the anchor's term, if there are terms.
///
/// A closure would be called through a pointer, and the linker could not prove that call free of panics.
pub(super) struct Losses<'a> {
    pub(super) total: Total,
    terms: &'a mut [f32],
    share: f32,
}

impl<'a> Losses<'a> {
    pub(super) fn sum() -> Self {
        Self::terms(&mut [], 1.0)
    }

    pub(super) fn terms(terms: &'a mut [f32], share: f32) -> Self {
        terms.fill(0.0);
        Self { total: Total::default(), terms, share }
    }

    pub(super) fn add(&mut self, anchor: usize, loss: f32) {
        self.total.add(loss);
        if let Some(term) = self.terms.get_mut(anchor) {
            *term = canonical(*term + self.share * loss);
        }
    }
}

/// Returns the length of the scratch for embeddings that are each other's keys.
pub(super) const fn scratch_len(embeddings: usize, dimension: usize) -> usize {
    embeddings.saturating_add(dimension).saturating_mul(2)
}

/// Returns the length of the scratch with room for all directions.
pub(super) const fn fast_scratch_len(embeddings: usize, dimension: usize) -> usize {
    scratch_len(embeddings, dimension).saturating_add(embeddings.saturating_mul(dimension))
}

/// Divides the caller's memory, for embeddings that are each other's keys.
pub(super) fn scratch<'a, const D: usize>(
    embeddings: &[[f32; D]],
    memory: &'a mut [f32],
) -> Result<Scratch<'a>, Error> {
    let n = embeddings.len();
    Scratch::new(Memory::new(memory, scratch_len(n, D)), n, D, D)
}

/// Compares every embedding with all others, and returns the sum of g·u over the anchors.
///
/// `term` replaces an anchor's row of logits by its gradient, or returns `false` to leave the anchor out. `gradient` is where the
/// gradients go, and the factor of the reduction that multiplies them.
pub(super) fn all_against_all<const D: usize>(
    embeddings: &[[f32; D]],
    scale: f32,
    scratch: Scratch<'_>,
    mut gradient: Option<(&mut [[f32; D]], f32)>,
    mut term: impl FnMut(usize, &mut [f32]) -> bool,
) -> f32 {
    let Scratch { norms, row, direction, gathered, directions } = scratch;
    let keys = Keys::new(embeddings, norms, directions);
    let (mut slope, mut collapse) = (Total::default(), Collapse::new([keys.norms]));
    for (i, (embedding, inverse_norm)) in embeddings.iter().zip(keys.norms).enumerate() {
        write_direction(embedding, *inverse_norm, direction);
        logits::<D>(direction, &keys, scale, row, Some(i));
        if gradient.is_some() {
            collapse.look(row, scale);
        }
        if !term(i, row) {
            continue;
        }
        if let Some((gradient, _)) = &mut gradient {
            collapse.add::<D>(direction, &keys, row, i);
            // The query is one of the keys, so its own part needs separate memory.
            let Ok(gathered) = <&mut [f32; D]>::try_from(&mut *gathered) else { continue };
            gathered.fill(0.0);
            carry(direction, &keys, row, gathered, gradient);
            slope.add(along(embedding, *inverse_norm, gathered));
            if let Some(own) = gradient.get_mut(i) {
                own.iter_mut().zip(gathered.iter()).for_each(|(own, g)| *own += g);
            }
        }
    }
    if let Some((gradient, reduction)) = gradient {
        project_all(embeddings, keys.norms, [reduction, scale], gradient);
    }
    collapse.slope(slope)
}

/// Returns dℓ/dτ = −(1/τ)·Σ g·u. `along` is Σ g·u without its factors 1/n and 1/τ, which are applied here.
pub(super) fn temperature_slope(along: f32, reduction: f32, temperature: f32) -> f32 {
    canonical(-along * reduction / temperature / temperature)
}
