//! What a small network learns from a large one.

use core::cell::Cell;

use crate::error::Error;
use crate::math::{Distribution, check_temperature, divergence, divergence_of_logs};
use crate::rowwise::Rowwise;
use crate::sum::sum;

/// Knowledge distillation: T²·KL(softmax(y/T)‖softmax(x/T)), for logits x of the student and y of the teacher.
///
/// The gradient in x is T·(p − t), with the two tempered distributions p and t; the factor T² keeps its size as T grows
/// (at large T it tends to (x − y)/K for rows of mean 0). Mix with a label loss as you like: α·this + (1 − α)·
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy). Teacher logits are targets: they receive no gradient. On a
/// microcontroller the teacher's logits are computed beforehand and stored beside the samples. Where the teacher gives
/// probabilities use [`SoftmaxKl`](crate::SoftmaxKl).
///
/// Classes that both mask with −∞ cost nothing and have gradient 0; one that only the student masks costs +∞, unless the
/// teacher's probability has rounded to 0. A logit of +∞ makes its row NaN. T is usually 2 to 20: from 1e6 on, differences of
/// logits drown in rounding.
///
/// Value within 8 ULP of T² times the largest |t_k·ln(t_k/p_k)|, or 3e-14 of T² where that is more, never negative; gradient
/// within 8 of the larger of its two parts. Where 1/T rounds, as it does unless T is a power of 2, both up to 3·u more, and
/// 3e-14 is 3e-14·(1 + u²), for the largest |x|/T or |y|/T u: logits that are off by u·2⁻²⁴ make a divergence of the square.
/// Source: Hinton, Vinyals & Dean (2015), arXiv:1503.02531, §2.
///
/// ```
/// use microloss::{Distillation, Loss, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let (student, teacher) = ([[0.0, 0.0]], [[2.0 * 3_f32.ln(), 0.0]]);
/// let loss = Distillation::new(2.0);
/// let value = loss.value_and_gradient(&student, &teacher, Reduction::Mean, &mut gradient)?;
/// // At T = 2 the teacher says [¾, ¼]: 4·(ln 2 − H(¼)) and 2·(½ − ¾).
/// assert!((value - 4.0 * (0.693_147_2 - 0.562_335_1)).abs() < 1e-6);
/// assert!((gradient[0][0] + 0.5).abs() < 1e-6);
/// # Ok::<(), microloss::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Distillation<const K: usize> {
    temperature: f32,
}

impl<const K: usize> Distillation<K> {
    /// The loss at this temperature.
    ///
    /// # Panics
    ///
    /// Unless `temperature` is a positive normal number; as a constant, it then does not compile.
    #[must_use]
    pub const fn new(temperature: f32) -> Self {
        match Self::try_new(temperature) {
            Ok(loss) => loss,
            Err(_) => panic!("Distillation: the temperature must be a positive normal number"),
        }
    }

    /// The loss at a temperature that arrives at run time.
    ///
    /// # Errors
    ///
    /// [`Error::Parameter`] unless `temperature` is a positive normal number.
    pub const fn try_new(temperature: f32) -> Result<Self, Error> {
        match check_temperature(temperature) {
            Ok(()) => Ok(Self { temperature }),
            Err(error) => Err(error),
        }
    }
}

impl<const K: usize> Rowwise for Distillation<K> {
    type Row = [f32; K];
    type Target = [f32; K];

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        let pair = Pair::of(row, target, self.temperature);
        term(row, target, &pair, |x| *x, |_, _| {})
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        let pair = Pair::of(row, target, self.temperature);
        let cells = Cell::from_mut(row.as_mut_slice()).as_slice_of_cells();
        let term = term(cells, target, &pair, Cell::get, Cell::set);
        gradient(row, target, &pair, scale);
        term
    }
}

/// The student's distribution and the teacher's, at one temperature.
struct Pair {
    student: Distribution<true>,
    teacher: Distribution<true>,
    temperature: f32,
}

impl Pair {
    fn of(row: &[f32], teacher: &[f32], temperature: f32) -> Self {
        let inverse = 1.0 / temperature;
        Self {
            student: Distribution::scaled(row, inverse),
            teacher: Distribution::scaled(teacher, inverse),
            temperature,
        }
    }
}

/// The loss of a row, whose elements are read before the student's probability is written in their place.
#[cfg_attr(not(vectors), inline(never))]
fn term<T>(
    row: &[T],
    teacher: &[f32],
    pair: &Pair,
    read: impl Fn(&T) -> f32,
    write: impl Fn(&T, f32),
) -> f32 {
    let Pair { student: p, teacher: t, temperature } = pair;
    let divergence = sum(row, |k, element| {
        let (x, y) = (read(element), teacher.get(k).copied().unwrap_or(f32::NEG_INFINITY));
        let (student, teacher) = (p.probability(x), t.probability(y));
        write(element, student);
        if student < f32::MIN_POSITIVE && teacher > student {
            of_log(x, y, teacher, pair)
        } else {
            divergence(teacher, student)
        }
    });
    temperature * (temperature * divergence)
}

/// What a class adds whose probability has lost digits; its logarithm has not.
#[cold]
#[cfg_attr(not(vectors), inline(never))]
fn of_log(x: f32, y: f32, teacher: f32, pair: &Pair) -> f32 {
    divergence_of_logs(teacher, pair.student.log_probability(x) - pair.teacher.log_probability(y))
}

/// Replaces the student's probabilities by the gradient.
#[cfg_attr(not(vectors), inline(never))]
fn gradient(row: &mut [f32], teacher: &[f32], pair: &Pair, scale: f32) {
    let Pair { student: p, teacher: t, temperature } = pair;
    for (k, student) in row.iter_mut().enumerate() {
        let teacher = t.probability(teacher.get(k).copied().unwrap_or(f32::NEG_INFINITY));
        *student = (*student * t.miss(k, teacher) - teacher * p.miss(k, *student)) * (temperature * scale);
    }
}
