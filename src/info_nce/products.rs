//! Products of one query with all keys: the cosines, and the way back of their gradients.
//!
//! These are the innermost loops, so they know the dimension: a Cortex-M4F keeps a short query in registers. `InfoNce` then takes 198
//! instructions per element for 16 anchors of 10 dimensions, where it took 353. The order of the additions is that of any other loop.

use super::similarity::Keys;
use crate::sum::sum_zip;

/// Divides numbers into vectors.
#[inline(always)]
pub(super) fn vectors_of<const D: usize>(numbers: &[f32]) -> impl Iterator<Item = &[f32; D]> {
    // `as_chunks` does not compile for 0 dimensions.
    numbers.chunks_exact(D.max(1)).map(|vector| vector.try_into().unwrap_or(const { &[0.0; D] }))
}

/// Writes the cosines of a query's direction with all keys, times the scale, into `row`; that of the key `except` is masked.
pub(super) fn logits<const D: usize>(
    query: &[f32],
    keys: &Keys<'_>,
    scale: f32,
    row: &mut [f32],
    except: Option<usize>,
) {
    // Embeddings of 0 dimensions give no keys. Their cosines are 0.
    row.fill(0.0);
    let Ok(query) = <&[f32; D]>::try_from(query) else { return };
    match keys.directions {
        Some(directions) => write_cosines(query, directions, keys.norms, |v, _| v, scale, row),
        None => write_cosines(query, keys.embeddings, keys.norms, |y, norm| y * norm, scale, row),
    }
    if let Some(masked) = except.and_then(|except| row.get_mut(except)) {
        *masked = f32::NEG_INFINITY;
    }
}

/// Writes the cosines, times the scale. `unit` makes a number of a vector one of a direction.
#[inline(always)]
fn write_cosines<const D: usize>(
    query: &[f32; D],
    vectors: &[f32],
    norms: &[f32],
    unit: impl Fn(f32, f32) -> f32,
    scale: f32,
    row: &mut [f32],
) {
    for ((logit, vector), norm) in row.iter_mut().zip(vectors_of::<D>(vectors)).zip(norms) {
        *logit = sum_zip(query, vector, |u, y| u * unit(y, *norm)) * scale;
    }
}

/// Adds the gradients of the logits in `row` to those of the directions of the query and of the keys, without the scale.
pub(super) fn carry<const D: usize>(
    query: &[f32],
    keys: &Keys<'_>,
    row: &[f32],
    query_gradient: &mut [f32; D],
    key_gradients: &mut [[f32; D]],
) {
    let Ok(query) = <&[f32; D]>::try_from(query) else { return };
    match keys.directions {
        Some(directions) => {
            add_products(query, directions, keys.norms, |v, _| v, row, query_gradient, key_gradients)
        }
        None => add_products(
            query,
            keys.embeddings,
            keys.norms,
            |y, norm| y * norm,
            row,
            query_gradient,
            key_gradients,
        ),
    }
}

/// Adds the gradients of the logits in `row` to that of the query's direction alone, with the bits of [`carry`].
pub(super) fn gather<const D: usize>(keys: &Keys<'_>, row: &[f32], query_gradient: &mut [f32; D]) {
    for (slope, (vector, norm)) in row.iter().zip(keys.each::<D>()) {
        if *slope == 0.0 {
            continue;
        }
        for (of_query, y) in query_gradient.iter_mut().zip(vector) {
            *of_query += slope * (y * norm);
        }
    }
}

/// Numbers of a query, and as many sums, that fit into the registers of a Cortex-M4F.
const IN_REGISTERS: usize = 12;

/// Adds the products of the slopes in `row` to both gradients. `unit` makes a number of a vector one of a direction.
#[inline(always)]
fn add_products<const D: usize>(
    query: &[f32; D],
    vectors: &[f32],
    norms: &[f32],
    unit: impl Fn(f32, f32) -> f32,
    row: &[f32],
    query_gradient: &mut [f32; D],
    key_gradients: &mut [[f32; D]],
) {
    let add = |query: &[f32; D], query_gradient: &mut [f32; D]| {
        for (((slope, vector), norm), key_gradient) in
            row.iter().zip(vectors_of::<D>(vectors)).zip(norms).zip(key_gradients)
        {
            if *slope == 0.0 {
                continue;
            }
            for (((u, y), of_query), of_key) in
                query.iter().zip(vector).zip(query_gradient.iter_mut()).zip(key_gradient)
            {
                *of_query += slope * unit(*y, *norm);
                *of_key += slope * u;
            }
        }
    };
    // Copies of their own, so that the compiler keeps them in registers from key to key. Longer ones would take stack.
    if D > IN_REGISTERS {
        return add(query, query_gradient);
    }
    let mut sums = *query_gradient;
    add(&{ *query }, &mut sums);
    *query_gradient = sums;
}
