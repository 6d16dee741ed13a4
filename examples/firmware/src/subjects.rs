//! The losses to measure: their fused value and gradient for K = 10, and the inputs to draw.

use crate::losses::{Draw, EXTREMES};
use microloss::*;

/// The number of classes, and of numbers in an embedding.
const K: usize = 10;

static COSTS: CostMatrix<K> = CostMatrix::new([[0.0, 1.0, 2.5, 40.0, 0.5, 1.0, 0.0, 3.0, 7.0, 0.25]; K]);
static CLASS_WEIGHTS: [f32; K] = [1.0, 0.5, 2.0, 0.0, 3.25, 1.0, 0.75, 4.0, 0.125, 1.5];
const LEVELS: [f32; K] = [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95];

/// Computes value and gradient of a batch. The arguments are predictions, targets, gradient and scratch.
pub type Call<P, T> = fn(&[P], &[T], &mut [P], &mut [f32]) -> f32;

/// A loss, and inputs for it.
pub struct Subject<P, T> {
    pub name: &'static str,
    pub call: Call<P, T>,
    pub row: fn(&mut Inputs) -> P,
    pub target: fn(&mut Inputs) -> T,
    /// The number of batches into which the call divides the rows: 2 if each half is the other's candidates.
    pub sides: usize,
}

/// A measurement of every loss.
pub trait Measure {
    /// The losses to measure: those of these names, with `+` between them; with `variants`, those that are another loss's variant;
    /// without a name, all others.
    ///
    /// The code of other losses is not in the image. A loss and its variant in one image would share one loop instead of two specialised
    /// ones.
    const ONLY: Option<&'static str>;

    fn measure<P: Shape, T: Copy>(&mut self, subject: &Subject<P, T>);
}

/// A row, and the text of its lengths.
pub trait Shape: Row {
    const SHAPE: &'static str;
}

impl Shape for f32 {
    const SHAPE: &'static str = "";
}

impl Shape for [f32; 2] {
    const SHAPE: &'static str = "x2";
}

impl Shape for [f32; 4] {
    const SHAPE: &'static str = "x4";
}

impl Shape for [f32; K] {
    const SHAPE: &'static str = "x10";
}

impl Shape for [f32; 32] {
    const SHAPE: &'static str = "x32";
}

impl Shape for [[f32; K]; 2] {
    const SHAPE: &'static str = "x2x10";
}

impl Shape for [[f32; K]; 3] {
    const SHAPE: &'static str = "x3x10";
}

impl Shape for [[f32; K]; 4] {
    const SHAPE: &'static str = "x4x10";
}

/// Returns true if a loss is one of those to measure.
const fn is_wanted(only: Option<&str>, name: &str) -> bool {
    let is_variant = name.as_bytes()[name.len() - 1] == b')';
    match only {
        None => !is_variant,
        Some(only) => is_variant && names(only, "variants") || names(only, name),
    }
}

/// Returns true if one of the names in a list is this one.
const fn names(list: &str, name: &str) -> bool {
    let (list, name) = (list.as_bytes(), name.as_bytes());
    let (mut start, mut end) = (0, 0);
    while end <= list.len() {
        if end == list.len() || list[end] == b'+' {
            if end - start == name.len() && starts_at(list, start, name) {
                return true;
            }
            start = end + 1;
        }
        end += 1;
    }
    false
}

/// Returns true if a name that fits stands in a list from a byte on.
const fn starts_at(list: &[u8], start: usize, name: &[u8]) -> bool {
    let mut i = 0;
    while i < name.len() {
        if list[start + i] != name[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// Measures every loss that is wanted.
pub fn each<M: Measure>(measure: &mut M) {
    macro_rules! subject {
        ($name:expr, $sides:literal, $call:expr, $row:expr, $target:expr) => {
            if const { is_wanted(M::ONLY, $name) } {
                measure.measure(&Subject {
                    name: $name,
                    call: $call,
                    row: $row,
                    target: $target,
                    sides: $sides,
                });
            }
        };
    }
    macro_rules! losses {
        ($($kind:ident $name:ident $($variant:literal)? ($row:ident, $target:ident) = $loss:expr;)*) => {
            $(losses!(@$kind concat!(stringify!($name) $(, $variant)?), $row, $target, const { $loss });)*
        };
        // Those with methods of their own follow by hand.
        (@own $($loss:tt)*) => {};
        (@$kind:ident $name:expr, $row:ident, $target:ident, $loss:expr) => {
            subject!(
                $name,
                1,
                |rows, targets, gradient, _| {
                    $loss.value_and_gradient(rows, targets, Reduction::Mean, gradient).unwrap_or(f32::NAN)
                },
                |inputs| inputs.$row(),
                |inputs| inputs.$target()
            );
        };
    }
    each_loss!(losses);
    subject!("InfoNce", 2, info_nce::<K, false>, |inputs| inputs.row(), |_| ());
    subject!(
        "NtXent",
        1,
        |rows, _, gradient, scratch| {
            let scratch = first(scratch, NtXent::scratch_len(rows.len(), K));
            value(const { NtXent::new(0.1) }.value_and_gradient(rows, Reduction::Mean, gradient, scratch))
        },
        |inputs| inputs.row(),
        |_| ()
    );
    subject!(
        "SupervisedContrastive",
        1,
        |rows, labels, gradient, scratch| {
            let loss = const { SupervisedContrastive::new(0.1) };
            let scratch = first(scratch, SupervisedContrastive::scratch_len(rows.len(), K));
            value(loss.value_and_gradient(rows, labels, Reduction::Mean, gradient, scratch))
        },
        |inputs| inputs.row(),
        |inputs| inputs.label()
    );
    subject!(
        "Clip",
        2,
        |rows, _, gradient, scratch| {
            let (images, texts) = rows.split_at(rows.len() / 2);
            let (i, t) = gradient.split_at_mut(gradient.len() / 2);
            let loss = const { Clip::new(2.66) };
            let scratch = first(scratch, Clip::scratch_len(images.len(), K));
            value(loss.value_and_gradient(images, texts, Reduction::Mean, i, t, scratch))
        },
        |inputs| inputs.row(),
        |_| ()
    );
    subject!(
        "SigLip",
        2,
        |rows, _, gradient, scratch| {
            let (images, texts) = rows.split_at(rows.len() / 2);
            let (i, t) = gradient.split_at_mut(gradient.len() / 2);
            let loss = const { SigLip::new(2.3, -10.0) };
            let scratch = first(scratch, SigLip::scratch_len(texts.len(), K));
            loss.value_and_gradient(images, texts, Reduction::Mean, i, t, scratch)
                .map_or(f32::NAN, |done| done.value)
        },
        |inputs| inputs.row(),
        |_| ()
    );
    // As many classes as numbers in an embedding.
    subject!(
        "CosineClassifier",
        1,
        |rows, labels, gradient, scratch| {
            let (Some((classes, embeddings)), Some((of_classes, of_embeddings))) =
                (rows.split_at_checked(K), gradient.split_at_mut_checked(K))
            else {
                return f32::NAN;
            };
            let labels = labels.get(K..).unwrap_or_default();
            let loss = const { CosineClassifier::new(8.0).with_angular_margin(0.5) };
            let scratch = first(scratch, CosineClassifier::scratch_len(K, K));
            loss.value_and_gradient(
                embeddings,
                labels,
                classes,
                Reduction::Mean,
                of_embeddings,
                of_classes,
                scratch,
            )
            .unwrap_or(f32::NAN)
        },
        |inputs| inputs.row(),
        |inputs| inputs.label()
    );
    // Every sixth frame has a label.
    subject!(
        "Ctc",
        1,
        |rows, labels, gradient, scratch| {
            let labels = labels.get(..labels.len() / 6).unwrap_or(labels);
            let loss = const { Ctc::<K, u8>::new(0) };
            loss.value_and_gradient(rows, labels, Reduction::Mean, gradient, scratch).unwrap_or(f32::NAN)
        },
        |inputs| inputs.row(),
        |inputs| 1 + (inputs.bits() % (K as u32 - 1)) as u8
    );
}

/// Calls the loss with the first half of the rows as anchors and the second half as their candidates.
///
/// `FAST` keeps the candidates' directions in the scratch.
pub fn info_nce<const D: usize, const FAST: bool>(
    rows: &[[f32; D]],
    _: &[()],
    gradient: &mut [[f32; D]],
    scratch: &mut [f32],
) -> f32 {
    let (anchors, candidates) = rows.split_at(rows.len() / 2);
    let (a, c) = gradient.split_at_mut(gradient.len() / 2);
    let numbers = if FAST { InfoNce::fast_scratch_len } else { InfoNce::scratch_len };
    let scratch = first(scratch, numbers(candidates.len(), D));
    value(const { InfoNce::new(0.1) }.value_and_gradient(anchors, candidates, Reduction::Mean, a, c, scratch))
}

/// Returns only as much of the scratch as is asked for. Some losses would use more.
fn first(scratch: &mut [f32], numbers: usize) -> &mut [f32] {
    scratch.get_mut(..numbers).unwrap_or_default()
}

fn value(done: Result<Tempered, Error>) -> f32 {
    done.map_or(f32::NAN, |done| done.value)
}

/// A generator of inputs (Marsaglia's xorshift).
pub struct Inputs {
    state: u32,
    kind: Kind,
    last: f32,
}

/// A kind of numbers.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Numbers like a network's: bell-shaped, with a standard deviation of 1.7.
    Ordinary,
    /// Numbers as large as an exponential can take.
    Wide,
    Special,
    Bits,
    Subnormal,
    Small,
    /// The last number again.
    Tie,
    /// Any of these kinds.
    Any,
}

impl Inputs {
    pub fn ordinary() -> Self {
        Self { state: 0x2545_F491, kind: Kind::Ordinary, last: 0.0 }
    }

    /// Creates a generator of numbers of one extreme kind, or of all kinds.
    pub fn extreme(seed: u32) -> Self {
        let mut inputs = Self { state: 0x9E37_79B9_u32.wrapping_mul(seed + 1), kind: Kind::Any, last: 0.0 };
        if inputs.bits().is_multiple_of(2) {
            inputs.kind = inputs.any();
        }
        inputs
    }

    fn any(&mut self) -> Kind {
        use Kind::*;
        let kinds = [Ordinary, Wide, Special, Bits, Subnormal, Small, Tie];
        kinds.get(self.below(kinds.len())).copied().unwrap_or(Bits)
    }

    /// Returns an integer below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.bits() >> 8) as usize % n.max(1)
    }

    fn bell(&mut self) -> f32 {
        3.0 * (self.unit() + self.unit() + self.unit() + self.unit() - 2.0)
    }
}

impl Draw<K> for Inputs {
    fn bits(&mut self) -> u32 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 17;
        self.state ^= self.state << 5;
        self.state
    }

    fn number(&mut self) -> f32 {
        let kind = if self.kind == Kind::Any { self.any() } else { self.kind };
        self.last = match kind {
            Kind::Ordinary => self.bell(),
            Kind::Wide => 200.0 * self.unit() - 100.0,
            Kind::Special => EXTREMES.get(self.below(EXTREMES.len())).copied().unwrap_or(0.0),
            Kind::Subnormal => f32::from_bits(self.bits() & 0x807F_FFFF),
            Kind::Small => 1e-3 * self.bell(),
            Kind::Tie => self.last,
            Kind::Bits | Kind::Any => f32::from_bits(self.bits()),
        };
        self.last
    }

    /// Returns 0, 1, or a number between; if numbers are extreme, it may be the size of one of them, up to 1.
    fn probability(&mut self) -> f32 {
        match self.bits() % 4 {
            0 => 0.0,
            1 => 1.0,
            2 if self.kind != Kind::Ordinary => self.number().abs().min(1.0),
            _ => self.unit(),
        }
    }

    fn distribution(&mut self) -> [f32; K] {
        core::array::from_fn(|_| match self.kind {
            Kind::Ordinary => self.unit() / K as f32,
            _ => self.probability() / K as f32,
        })
    }
}
