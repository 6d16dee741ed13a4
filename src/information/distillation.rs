//! Knowledge distillation: a small network learns from a large one.

use crate::array::AnyTarget;
use crate::math::{Distribution, divergence, divergence_by_selection, divergence_of_logs, factors};
use crate::rowwise::Rowwise;
use crate::sum::{sum, sum_replacing};

/// Knowledge distillation: T²·KL(softmax(y/T)‖softmax(x/T)), for logits x of the student and y of the teacher.
///
#[doc = card!(rows Distillation: "`[f32; K]`, logits of the student", "`[f32; K]`, logits of the teacher")]
///
/// The gradient in x is T·(p − t), with the tempered distributions p of the student and t of the teacher. The factor T² keeps its
/// size as T grows: at large T it tends to (x − y)/K for rows of mean 0. The teacher's logits are targets: they receive no
/// gradient. On a microcontroller they are computed beforehand and stored beside the samples. If the teacher gives probabilities,
/// use [`SoftmaxKl`](crate::SoftmaxKl). Mix with a label loss as you like: α·this + (1 − α)·
/// [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy).
///
/// **Parameter**: `temperature` (T) is usually 2 to 20. The gradient multiplies the rounding errors of probabilities, up to 3e-8,
/// by T. At T = 1e6 they reach 0.03; from 1e8 on they exceed the gradient of usual logits, and grow with T.
///
/// A class that both mask with −∞ costs nothing and has gradient 0. A class that only the student masks costs +∞, unless the
/// teacher's probability has rounded to 0. A logit of +∞ makes its row NaN.
///
/// **Error**: value within 8 ULP of T² times the largest |t_k·ln(t_k/p_k)|, or 3e-14 of T² if that is more, and never negative;
/// gradient within 8 ULP of the larger of its two parts, T·p_k·Σ_{j≠k} t_j and T·t_k·Σ_{j≠k} p_j, if no probability lies between 0
/// and 1.2e-38, where numbers have fewer digits. 1/T rounds unless T is a power of 2. Then let u be the largest |x|/T or
/// |y|/T: both bounds grow by up to 3·u ULP, and 3e-14 becomes 3e-14·(1 + u²), because logits that are off by u·2⁻²⁴ make a
/// divergence of the square. **Source**: Hinton, Vinyals & Dean (2015), arXiv:1503.02531, §2.
///
/// ```
/// use microloss::{Distillation, Loss, Reduction};
///
/// let mut gradient = [[0.0; 2]];
/// let (student, teacher) = ([[0.0, 0.0]], [[2.0 * 3_f32.ln(), 0.0]]);
/// let value = Distillation::new(2.0).value_and_gradient(
///     &student, &teacher, Reduction::Mean, &mut gradient,
/// )?;
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
    constructor! {
        /// Creates the loss at this temperature.
        Distillation: new / try_new(temperature: positive) => Self { temperature }
    }
}

impl<const K: usize> AnyTarget for Distillation<K> {}

impl<const K: usize> Rowwise for Distillation<K> {
    type Row = [f32; K];
    type Target = [f32; K];
    const NAN_ONLY_WITH_VALUE: bool = true;

    #[inline]
    fn term(&self, row: &[f32; K], target: &[f32; K]) -> f32 {
        term(row, target, &Pair::of(row, target, self.temperature))
    }

    #[inline]
    fn term_and_gradient(&self, row: &mut [f32; K], target: &[f32; K], scale: f32) -> f32 {
        let inverse = 1.0 / self.temperature;
        let (student, replaced) = Distribution::replacing(row, inverse);
        let teacher = Distribution::scaled(target, inverse);
        let pair = Pair { student, teacher, temperature: self.temperature };
        term_and_gradient(row, replaced, target, &pair, scale)
    }
}

/// Distributions of the student and the teacher, at one temperature.
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

    /// Returns the divergence that one class adds, with logit `x` and probability `p` of the student, and `y` and `t` of the teacher.
    ///
    /// If p is far from the smallest number, x is not needed.
    #[inline]
    fn part(&self, [x, p]: [f32; 2], [y, t]: [f32; 2]) -> f32 {
        if p < f32::MIN_POSITIVE && t > p { self.part_of_logs(x, y, t) } else { divergence(t, p) }
    }

    /// Returns the same from the logarithm of the student's probability, which has its digits if the probability is subnormal.
    #[cold]
    #[cfg_attr(not(vectors), inline(never))]
    fn part_of_logs(&self, x: f32, y: f32, t: f32) -> f32 {
        divergence_of_logs(t, self.student.log_probability(x) - self.teacher.log_probability(y))
    }
}

/// Logit `k` of the teacher.
#[inline]
fn logit(teacher: &[f32], k: usize) -> f32 {
    teacher.get(k).copied().unwrap_or(f32::NEG_INFINITY)
}

/// Returns the loss of a row of the student's logits.
#[cfg_attr(not(vectors), inline(never))]
fn term(row: &[f32], teacher: &[f32], pair: &Pair) -> f32 {
    let divergence = sum(row, |k, x| {
        let y = logit(teacher, k);
        pair.part([*x, pair.student.probability(*x)], [y, pair.teacher.probability(y)])
    });
    pair.temperature * (pair.temperature * divergence)
}

/// Returns the loss of a row of the student's logits, or of their weights if they are `replaced`, and replaces it by the gradient.
#[cfg_attr(not(vectors), inline(never))]
fn term_and_gradient(row: &mut [f32], replaced: bool, teacher: &[f32], pair: &Pair, scale: f32) -> f32 {
    let (first, second) = factors(pair.temperature, scale);
    let probabilities =
        |x: f32, y: f32| (pair.student.probability_of(x, replaced), pair.teacher.probability(y));
    let slope = |k: usize, p: f32, t: f32| {
        (p * pair.teacher.miss(k, t) - t * pair.student.miss(k, p)) * first * second
    };
    let selecting = |k: usize, x: f32, y: f32| {
        let (p, t) = probabilities(x, y);
        let (term, known) = divergence_by_selection(t, p);
        (term, slope(k, p, t), known & (p >= f32::MIN_POSITIVE))
    };
    let divergence = sum_replacing(row, teacher, selecting, |k, x, y| {
        let (p, t) = probabilities(x, y);
        (pair.part([x, p], [y, t]), slope(k, p, t))
    });
    pair.temperature * (pair.temperature * divergence)
}
