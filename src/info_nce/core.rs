//! One pass over the matrix of cosines, row by row, the same machine code for every dimension.

use crate::classification::Standing;
use crate::math::{canonical, exp_of_difference, ln_1p, max, sum_of_exp_except};
use crate::metric::inverse_norm;
use crate::sum::{Total, sum};

/// The caller's working memory, divided: reciprocal lengths of queries and keys, and a row of logits.
pub(super) struct Scratch<'a> {
    pub(super) queries: &'a mut [f32],
    pub(super) keys: &'a mut [f32],
    pub(super) row: &'a mut [f32],
}

impl<'a> Scratch<'a> {
    /// Of memory that is long enough.
    pub(super) fn new(memory: &'a mut [f32], queries: usize, keys: usize) -> Option<Self> {
        let (query_norms, rest) = memory.split_at_mut_checked(queries)?;
        let (key_norms, rest) = rest.split_at_mut_checked(keys)?;
        Some(Self { queries: query_norms, keys: key_norms, row: rest.get_mut(..keys)? })
    }
}

/// Reciprocal lengths of some embeddings.
pub(super) fn inverse_norms<const D: usize>(embeddings: &[[f32; D]], norms: &mut [f32]) {
    for (norm, embedding) in norms.iter_mut().zip(embeddings) {
        *norm = inverse_norm(embedding);
    }
}

/// One query against all keys.
pub(super) struct Query<'a> {
    /// Its embedding, and the reciprocal of its length.
    pub(super) embedding: &'a [f32],
    pub(super) inverse_norm: f32,
    /// The keys, one after the other, and the reciprocals of their lengths.
    pub(super) keys: &'a [f32],
    pub(super) key_norms: &'a [f32],
    /// What cosines are multiplied by.
    pub(super) scale: f32,
}

impl Query<'_> {
    /// Cosines times the scale, into `row`; that of the key `except` is masked.
    pub(super) fn logits(&self, row: &mut [f32], except: Option<usize>) {
        let d = self.embedding.len().max(1);
        for (j, ((logit, key), norm)) in
            row.iter_mut().zip(self.keys.chunks(d)).zip(self.key_norms).enumerate()
        {
            *logit = if except == Some(j) {
                f32::NEG_INFINITY
            } else {
                let cosine = sum(self.embedding, |i, x| {
                    (x * self.inverse_norm) * (key.get(i).copied().unwrap_or(f32::NAN) * norm)
                });
                cosine * self.scale
            };
        }
    }

    /// Carries the gradients of the logits in `row` on to the directions of the query and of the keys, but for the scale.
    pub(super) fn carry(&self, row: &[f32], query_gradient: &mut [f32], key_gradients: &mut [f32]) {
        let d = self.embedding.len().max(1);
        for (((slope, key), norm), key_gradient) in
            row.iter().zip(self.keys.chunks(d)).zip(self.key_norms).zip(key_gradients.chunks_mut(d))
        {
            if *slope == 0.0 {
                continue;
            }
            for (((x, y), of_query), of_key) in
                self.embedding.iter().zip(key).zip(query_gradient.iter_mut()).zip(key_gradient)
            {
                *of_query += slope * (y * norm);
                *of_key += slope * (x * self.inverse_norm);
            }
        }
    }
}

/// g·u, for the unit vector u of an embedding.
fn along(embedding: &[f32], inverse_norm: f32, gradient: &[f32]) -> f32 {
    sum(gradient, |i, g| g * (embedding.get(i).copied().unwrap_or(f32::NAN) * inverse_norm))
}

/// Turns the gradient of an embedding's direction into that of the embedding: (g − (g·u)u)/‖x‖, times both factors.
///
/// The factors are those of the reduction and of the logits. They come last and one by one: g is at most a few times the number of
/// rows, so that overflow gives ±∞ and never ∞ − ∞. Returns g·u, without the factors.
pub(super) fn project(embedding: &[f32], inverse_norm: f32, factors: [f32; 2], gradient: &mut [f32]) -> f32 {
    let along = along(embedding, inverse_norm, gradient);
    let [reduction, scale] = factors;
    for (g, x) in gradient.iter_mut().zip(embedding) {
        let across = *g - along * (x * inverse_norm);
        *g = canonical(across * reduction * scale * inverse_norm);
    }
    along
}

/// −ln of the share that the positive has of all candidates; the row of logits is replaced by its gradient.
pub(super) fn positive_included(row: &mut [f32], positive: usize) -> f32 {
    Standing::replace(row, positive, |_| 1.0).loss()
}

/// The same with the positive left out of the denominator: lse of the others less the positive. 0 where there are no others.
pub(super) fn negatives_only(row: &mut [f32], positive: usize) -> f32 {
    if row.len() < 2 {
        row.fill(0.0);
        return 0.0;
    }
    let Some(own) = row.get_mut(positive) else { return f32::NAN };
    let logit = ::core::mem::replace(own, f32::NEG_INFINITY);
    let (at, best) = max(row);
    let rest = sum_of_exp_except(row, at, best, 1.0);
    let value = (best - logit) + ln_1p(rest);
    let factor = 1.0 / (1.0 + rest);
    for x in row.iter_mut() {
        *x = factor * exp_of_difference(*x, best);
    }
    if let Some(own) = row.get_mut(positive) {
        *own = -1.0;
    }
    value
}

/// The gradients of queries and of keys, where there is room for them.
pub(super) type Gradients<'a, const D: usize> = Option<(&'a mut [[f32; D]], &'a mut [[f32; D]])>;

/// Where the loss of every anchor goes.
pub(super) type Each<'a> = &'a mut dyn FnMut(usize, f32);

/// Writes the loss of an anchor.
pub(super) fn record(terms: &mut [f32], anchor: usize, loss: f32) {
    if let Some(term) = terms.get_mut(anchor) {
        *term = canonical(loss);
    }
}

/// Every embedding against all others: `term` replaces an anchor's row of logits by their gradient, or returns `false` to leave the
/// anchor out. Gradients, times the factor of the reduction, if there is room for them.
///
/// Returns the sum of g·u over the anchors.
pub(super) fn all_against_all<const D: usize>(
    embeddings: &[[f32; D]],
    scale: f32,
    scratch: Scratch<'_>,
    mut gradient: Option<(&mut [[f32; D]], f32)>,
    mut term: impl FnMut(usize, &mut [f32]) -> bool,
) -> f32 {
    let Scratch { keys: key_norms, row, .. } = scratch;
    inverse_norms(embeddings, key_norms);
    let mut slope = Total::default();
    for (i, (embedding, inverse_norm)) in embeddings.iter().zip(key_norms.iter()).enumerate() {
        let inverse_norm = *inverse_norm;
        let query = Query { embedding, inverse_norm, keys: embeddings.as_flattened(), key_norms, scale };
        query.logits(row, Some(i));
        if !term(i, row) {
            continue;
        }
        if let Some((gradient, _)) = &mut gradient {
            // The query's part is gathered apart, since the query is one of the keys.
            let mut of_query = [0.0; D];
            query.carry(row, &mut of_query, gradient.as_flattened_mut());
            slope.add(along(embedding, inverse_norm, &of_query));
            if let Some(own) = gradient.get_mut(i) {
                own.iter_mut().zip(of_query).for_each(|(own, g)| *own += g);
            }
        }
    }
    if let Some((gradient, reduction)) = gradient {
        for ((gradient, embedding), norm) in gradient.iter_mut().zip(embeddings).zip(key_norms.iter()) {
            project(embedding, *norm, [reduction, scale], gradient);
        }
    }
    slope.value()
}

/// dℓ/dτ = −(1/τ)·Σ g·u, with the factors 1/n and 1/τ that `along` lacks.
pub(super) fn temperature_slope(along: f32, reduction: f32, temperature: f32) -> f32 {
    canonical(-along * reduction / temperature / temperature)
}
