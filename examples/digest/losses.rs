//! Every loss on thousands of fixed inputs, folded into one number a loss: `no_std`, the same bits wherever it runs.

use microloss::*;

/// Batches per loss.
const BATCHES: usize = 60;
/// Rows per batch: a whole block of the summation, and a rest.
const ROWS: usize = 37;
/// Classes.
const K: usize = 5;

static COSTS: CostMatrix<K> = CostMatrix::new([[0.0, 1.0, 2.5, 40.0, 0.5]; K]);
static CLASS_WEIGHTS: [f32; K] = [1.0, 0.5, 2.0, 0.0, 3.25];
static HUGE: [f32; K] = [3e38; K];
const LEVELS: [f32; K] = [0.1, 0.3, 0.5, 0.7, 0.9];

/// Hands every loss to a macro, in its typical setting, as [`microloss::for_each_loss!`] does; then settings with other code. The
/// caller has `K`, `COSTS`, `CLASS_WEIGHTS` and `LEVELS`.
macro_rules! each_loss {
    ($each:ident) => {
        microloss::for_each_loss!(typical $each);
        $each! {
            elementwise SigmoidCrossEntropy " (weighted)" (number, probability) =
                SigmoidCrossEntropy::new().with_positive_weight(2500.0).with_label_smoothing(0.1);
            elementwise SigmoidFocal " (gamma 2.5)" (number, probability) = SigmoidFocal::new(2.5);
            rows SoftmaxCrossEntropy " (weighted)" (row, label) = SoftmaxCrossEntropy::<K, u8>::new()
                .with_class_weights(&CLASS_WEIGHTS)
                .with_label_smoothing(0.1)
                .with_temperature(2.5)
                .ignoring(4);
            rows SoftmaxFocal " (gamma 2.5)" (row, label) = SoftmaxFocal::<K, u8>::new(2.5);
            rows Triplet " (squared)" (three, nothing) = Triplet::new(5.0).squared();
        }
    };
}

/// Calls `report` with the name and the digest of every loss.
pub fn digests(mut report: impl FnMut(&str, u64)) {
    let mut number = |name: &str, fold: &mut dyn FnMut(&mut Mixed, &mut Digest)| {
        let (mut draw, mut digest) = (Mixed(0x2545_F491), Digest(0xCBF2_9CE4_8422_2325));
        for _ in 0..BATCHES {
            fold(&mut draw, &mut digest);
        }
        report(name, digest.0);
    };
    macro_rules! losses {
        ($($kind:ident $name:ident $($variant:literal)? ($row:ident, $target:ident) = $loss:expr;)*) => {
            $(losses!(@$kind concat!(stringify!($name) $(, $variant)?), $row, $target, const { $loss });)*
        };
        // Those with methods of their own follow by hand.
        (@own $($loss:tt)*) => {};
        (@$kind:ident $name:expr, $row:ident, $target:ident, $loss:expr) => {
            number($name, &mut |draw, digest| {
                let mut rows = core::array::from_fn(|_| draw.$row());
                let targets = core::array::from_fn(|_| draw.$target());
                fold(&$loss, &mut rows, &targets, digest);
            });
            number(concat!($name, ", reductions"), &mut |draw, digest| {
                let rows = core::array::from_fn(|_| draw.$row());
                let targets = core::array::from_fn(|_| draw.$target());
                fold_reductions($loss, &rows, &targets, digest);
            });
        };
    }
    each_loss!(losses);
    // Parameters whose products with others overflow. A name with a comma has no line in the firmware's table.
    losses! {
        rows SoftmaxCrossEntropy ", T = 1e-30" (row, label) =
            SoftmaxCrossEntropy::<K, u8>::new().with_temperature(1e-30);
        rows SoftmaxCrossEntropy ", weights 3e38" (row, label) =
            SoftmaxCrossEntropy::<K, u8>::new().with_class_weights(&HUGE).with_label_smoothing(0.1);
        rows SoftmaxCrossEntropyDense ", weights 3e38" (row, distribution) =
            SoftmaxCrossEntropyDense::<K>::new().with_class_weights(&HUGE);
        rows SoftmaxFocal ", gamma 1e30" (row, label) = SoftmaxFocal::<K, u8>::new(1e30);
        rows Poly1CrossEntropy ", epsilon 3e38" (row, label) = Poly1CrossEntropy::<K, u8>::new(3e38);
        rows Quantiles ", penalty 3e38" (row, number) = Quantiles::new(LEVELS, 3e38);
        rows Triplet ", soft" (three, nothing) = Triplet::<K>::soft();
        rows EnergyNll ", T = 1e-30" (row, label) = EnergyNll::<K, u8>::new(1e-30);
        rows Distillation ", T = 3e38" (row, row) = Distillation::<K>::new(3e38);
        elementwise SigmoidCrossEntropy ", weight 3e38" (number, probability) =
            SigmoidCrossEntropy::new().with_positive_weight(3e38);
    }
    number("InfoNce", &mut |draw, digest| {
        let (anchors, candidates): ([[f32; K]; 3], [[f32; K]; 4]) =
            (core::array::from_fn(|_| draw.row()), core::array::from_fn(|_| draw.row()));
        let (mut a, mut c, mut scratch) = ([[0.0; K]; 3], [[0.0; K]; 4], [0.0; InfoNce::scratch_len(4, K)]);
        let loss = const { InfoNce::new(0.1) };
        let done =
            loss.value_and_gradient(&anchors, &candidates, Reduction::Mean, &mut a, &mut c, &mut scratch);
        digest.add_batch(done, &[a.as_flattened(), c.as_flattened()]);
    });
    number("NtXent", &mut |draw, digest| {
        let embeddings: [[f32; K]; 6] = core::array::from_fn(|_| draw.row());
        let (mut gradient, mut scratch) = ([[0.0; K]; 6], [0.0; NtXent::scratch_len(6, K)]);
        let loss = const { NtXent::new(0.1) };
        let done = loss.value_and_gradient(&embeddings, Reduction::Mean, &mut gradient, &mut scratch);
        digest.add_batch(done, &[gradient.as_flattened()]);
    });
    number("SupervisedContrastive", &mut |draw, digest| {
        let embeddings: [[f32; K]; 6] = core::array::from_fn(|_| draw.row());
        let (mut gradient, mut scratch) = ([[0.0; K]; 6], [0.0; SupervisedContrastive::scratch_len(6, K)]);
        let loss = const { SupervisedContrastive::new(0.1) };
        let labels = [0_u8, 1, 0, 1, 0, 2];
        let done =
            loss.value_and_gradient(&embeddings, &labels, Reduction::Mean, &mut gradient, &mut scratch);
        digest.add_batch(done, &[gradient.as_flattened()]);
    });
    number("Clip", &mut |draw, digest| {
        let (images, texts): ([[f32; K]; 4], [[f32; K]; 4]) =
            (core::array::from_fn(|_| draw.row()), core::array::from_fn(|_| draw.row()));
        let (mut i, mut t, mut scratch) = ([[0.0; K]; 4], [[0.0; K]; 4], [0.0; Clip::scratch_len(4, K)]);
        let loss = const { Clip::new(2.66) };
        let done = loss.value_and_gradient(&images, &texts, Reduction::Mean, &mut i, &mut t, &mut scratch);
        digest.add_batch(done, &[i.as_flattened(), t.as_flattened()]);
    });
    number("NtXent, by label", &mut |draw, digest| {
        let embeddings: [[f32; K]; 6] = core::array::from_fn(|_| draw.row());
        let (mut gradient, mut scratch) = ([[0.0; K]; 6], [0.0; NtXent::scratch_len(6, K)]);
        let (loss, labels) = (const { NtXent::new(0.1) }, [0_u8, 1, 0, 1, 0, 2]);
        let done = loss.value_and_gradient_by_label(
            &embeddings,
            &labels,
            Reduction::Mean,
            &mut gradient,
            &mut scratch,
        );
        digest.add_batch(done, &[gradient.as_flattened()]);
    });
    number("SupervisedContrastive, against references", &mut |draw, digest| {
        let (embeddings, stored): ([[f32; K]; 3], [[f32; K]; 4]) =
            (core::array::from_fn(|_| draw.row()), core::array::from_fn(|_| draw.row()));
        let (mut e, mut r) = ([[0.0; K]; 3], [[0.0; K]; 4]);
        let mut scratch = [0.0; SupervisedContrastive::scratch_len_against(4, K)];
        let references = References { embeddings: &stored, labels: &[0_u8, 1, 0, 1] };
        let done = const { SupervisedContrastive::new(0.1) }.value_and_gradient_against(
            &embeddings,
            &[0, 1, 2],
            references,
            Reduction::Mean,
            &mut e,
            Some(&mut r),
            &mut scratch,
        );
        digest.add_batch(done, &[e.as_flattened(), r.as_flattened()]);
    });
    number("SigLip", &mut |draw, digest| {
        let (images, texts): ([[f32; K]; 3], [[f32; K]; 4]) =
            (core::array::from_fn(|_| draw.row()), core::array::from_fn(|_| draw.row()));
        let (mut i, mut t, mut scratch) = ([[0.0; K]; 3], [[0.0; K]; 4], [0.0; SigLip::scratch_len(4, K)]);
        let loss = const { SigLip::new(2.3, -10.0) };
        let done = loss.value_and_gradient(&images, &texts, Reduction::Mean, &mut i, &mut t, &mut scratch);
        let bias = [done.map_or(-1.0, |done| done.bias)];
        let done = done.map(|done| Tempered { value: done.value, slope: done.log_scale });
        digest.add_batch(done, &[&bias, i.as_flattened(), t.as_flattened()]);
    });
    for (name, loss) in [
        ("CosineClassifier", const { CosineClassifier::new(8.0).with_angular_margin(0.5) }),
        ("CosineClassifier, cosine margin", const { CosineClassifier::new(8.0).with_cosine_margin(0.35) }),
        ("CosineClassifier, easy margin", const { CosineClassifier::new(8.0).with_easy_angular_margin(0.5) }),
    ] {
        number(name, &mut |draw, digest| {
            let (embeddings, classes): ([[f32; K]; 3], [[f32; K]; 4]) =
                (core::array::from_fn(|_| draw.row()), core::array::from_fn(|_| draw.row()));
            let (mut e, mut c) = ([[0.0; K]; 3], [[0.0; K]; 4]);
            let mut scratch = [0.0; CosineClassifier::scratch_len(4, K)];
            let (labels, mean) = ([0_u8, 3, 1], Reduction::Mean);
            let done =
                loss.value_and_gradient(&embeddings, &labels, &classes, mean, &mut e, &mut c, &mut scratch);
            let done = done.map(|value| Tempered { value, slope: 0.0 });
            digest.add_batch(done, &[e.as_flattened(), c.as_flattened()]);
        });
    }
    number("Ctc", &mut |draw, digest| {
        let logits: [[f32; K]; 6] = core::array::from_fn(|_| draw.row());
        let labels: [u8; 2] = core::array::from_fn(|_| 1 + draw.label() % 4);
        let (mut gradient, mut scratch) = ([[0.0; K]; 6], [0.0; Ctc::<K, u8>::scratch_len(6, 2)]);
        let loss = const { Ctc::<K, u8>::new(0) };
        let done = loss.value_and_gradient(&logits, &labels, Reduction::Sum, &mut gradient, &mut scratch);
        let done = done.map(|value| Tempered { value, slope: 0.0 });
        digest.add_batch(done, &[gradient.as_flattened()]);
    });
    number("Elbo", &mut |draw, digest| {
        let data: [[f32; 2]; 4] = core::array::from_fn(|_| draw.pair());
        let targets: [f32; 4] = core::array::from_fn(|_| draw.number());
        let codes: [[[f32; K]; 2]; 2] = core::array::from_fn(|_| draw.two());
        let (mut d, mut c) = ([[0.0; 2]; 4], [[[0.0; K]; 2]; 2]);
        let loss = Elbo::new(GaussianNll::new(), GaussianKl::<K>::new());
        let done = loss.value_and_gradient(&data, &targets, &codes, Reduction::Mean, &mut d, &mut c);
        let done = done.map(|terms| Tempered { value: terms.negative_elbo, slope: terms.divergence });
        digest.add_batch(done, &[d.as_flattened(), c.as_flattened().as_flattened()]);
    });
    number("SequenceLogProbability", &mut |draw, digest| {
        let logits: [[f32; K]; 4] = core::array::from_fn(|_| draw.row());
        let tokens: [u8; 4] = core::array::from_fn(|_| draw.label());
        let mut gradient = logits;
        let loss = const { SequenceLogProbability::<K, u8>::new() };
        let done = loss.value_and_gradient(&logits, &tokens, Reduction::Sum, 0.7, &mut gradient);
        let done = done.map(|value| Tempered { value, slope: 0.0 });
        digest.add_batch(done, &[gradient.as_flattened()]);
    });
    number("math", &mut |draw, digest| {
        let x = draw.number();
        for function in
            [math::exp, math::ln, math::ln_1p, math::exp_m1, math::tanh, math::sqrt, math::sigmoid]
        {
            digest.add_number(function(x));
        }
        for function in [math::softplus, math::log_sigmoid, math::ln_cosh, math::log1m_exp] {
            digest.add_number(function(x));
        }
        let row = draw.row();
        digest.add_number(math::log_sum_exp(&row));
        let mut out = [0.0; K];
        if math::softmax(&row, 0.7, &mut out).is_ok() {
            out.iter().for_each(|x| digest.add_number(*x));
        }
        if math::log_softmax(&row, 0.7, &mut out).is_ok() {
            out.iter().for_each(|x| digest.add_number(*x));
        }
    });
}

/// Folds the results of a loss on a batch. Not inlined: one copy a loss is enough.
#[inline(never)]
fn fold<L: Loss>(loss: &L, rows: &mut [L::Prediction; ROWS], targets: &[L::Target; ROWS], digest: &mut Digest)
where
    L::Prediction: Row,
{
    let mut terms = [0.0; ROWS];
    let refused = loss.terms(rows, targets, &mut terms).is_err();
    let mean = loss.value_and_gradient_in_place(rows, targets, Reduction::Mean);
    digest.add(mean.unwrap_or(if refused { -1.0 } else { -2.0 }));
    terms.iter().for_each(|term| digest.add(*term));
    for row in rows {
        row.elements_mut().iter().for_each(|slope| digest.add(*slope));
    }
}

/// Folds the results of a loss under factors that overflow, and under weights.
#[inline(never)]
fn fold_reductions<L: Rowwise + Copy>(
    loss: L,
    rows: &[L::Row; ROWS],
    targets: &[L::Target; ROWS],
    digest: &mut Digest,
) {
    let weights: [f32; ROWS] = core::array::from_fn(|i| [1.0, 0.0, 1e-30, 3e38, 2.5][i % 5]);
    for reduction in [Reduction::Sum, Reduction::Over(1e-10), Reduction::Over(1e30)] {
        let mut add = |value: Result<f32, Error>, mut gradient: [L::Row; ROWS]| {
            digest.add(value.unwrap_or(-1.0));
            gradient.iter_mut().flat_map(Row::elements_mut).for_each(|slope| digest.add(*slope));
        };
        let mut gradient = *rows;
        add(loss.value_and_gradient_in_place(&mut gradient, targets, reduction), gradient);
        let mut gradient = *rows;
        let loss = Weighted::new(loss, &weights);
        add(loss.value_and_gradient_in_place(&mut gradient, targets, reduction), gradient);
    }
}

/// A Fowler–Noll–Vo hash of bit patterns.
struct Digest(u64);

impl Digest {
    /// Adds the results of a loss over a batch, and the gradients that it wrote.
    fn add_batch(&mut self, done: Result<Tempered, Error>, gradients: &[&[f32]]) {
        let done = done.unwrap_or(Tempered { value: -1.0, slope: -1.0 });
        self.add(done.value);
        self.add(done.slope);
        gradients.iter().flat_map(|gradient| gradient.iter()).for_each(|slope| self.add(*slope));
    }

    /// Adds the bits of a number. Every NaN of a loss is `f32::NAN`, so its bits count like those of any number.
    fn add(&mut self, x: f32) {
        self.0 = (self.0 ^ u64::from(x.to_bits())).wrapping_mul(0x0000_0100_0000_01B3);
    }

    /// Adds a number of a function of `math`. The bits of its NaNs are the machine's, so they count as one.
    fn add_number(&mut self, x: f32) {
        self.add(if x.is_nan() { f32::NAN } else { x });
    }
}

/// The ends of the line, and the points at which exponentials begin to overflow and to vanish.
pub const EXTREMES: [f32; 16] = [
    0.0,
    -0.0,
    1e-45,
    f32::MIN_POSITIVE,
    -1e-20,
    88.7,
    -88.7,
    104.0,
    -104.0,
    1e19,
    -1e38,
    f32::MAX,
    f32::MIN,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NAN,
];

/// A source of inputs for K classes.
pub trait Draw<const K: usize> {
    /// A pattern of bits.
    fn bits(&mut self) -> u32;

    /// A number that a network predicts, or should have predicted.
    fn number(&mut self) -> f32;

    fn unit(&mut self) -> f32 {
        (self.bits() >> 8) as f32 / 16_777_216.0
    }

    fn row(&mut self) -> [f32; K] {
        core::array::from_fn(|_| self.number())
    }

    fn pair(&mut self) -> [f32; 2] {
        [self.number(), self.number()]
    }

    fn two(&mut self) -> [[f32; K]; 2] {
        [self.row(), self.row()]
    }

    fn three(&mut self) -> [[f32; K]; 3] {
        [self.row(), self.row(), self.row()]
    }

    /// Two corners, in any order.
    fn corners(&mut self) -> [f32; 4] {
        core::array::from_fn(|_| self.number())
    }

    /// A lower and an upper corner, near the corners that networks predict.
    fn rectangle(&mut self) -> [f32; 4] {
        let (x, y) = (6.0 * self.unit() - 3.0, 6.0 * self.unit() - 3.0);
        [x, y, x + 4.0 * self.unit(), y + 4.0 * self.unit()]
    }

    fn four(&mut self) -> [[f32; K]; 4] {
        [self.row(), self.row(), self.row(), self.row()]
    }

    fn noise(&mut self) -> Noise<K> {
        Noise { noise: self.row(), snr: self.unit() }
    }

    fn coins(&mut self) -> [bool; K] {
        core::array::from_fn(|_| self.coin())
    }

    fn labels(&mut self) -> [u8; 3] {
        core::array::from_fn(|_| self.label())
    }

    fn coin(&mut self) -> bool {
        self.bits().is_multiple_of(2)
    }

    fn lengths(&mut self) -> [u32; 2] {
        [self.bits() % 50, self.bits() % 50]
    }

    fn nothing(&mut self) {}

    fn verdict(&mut self) -> Verdict {
        Verdict { reference: self.number(), desirable: self.bits().is_multiple_of(2) }
    }

    fn action(&mut self) -> Action {
        Action { log_probability: self.number(), advantage: self.number() }
    }

    fn choice(&mut self) -> Choice {
        Choice { action: self.label(), advantage: self.number() }
    }

    fn estimate(&mut self) -> Estimate {
        Estimate { old: self.number(), outcome: self.number() }
    }

    fn probability(&mut self) -> f32 {
        match self.bits() % 4 {
            0 => 0.0,
            1 => 1.0,
            _ => self.unit(),
        }
    }

    fn distribution(&mut self) -> [f32; K] {
        core::array::from_fn(|_| self.unit() / K as f32)
    }

    fn sign(&mut self) -> f32 {
        if self.bits().is_multiple_of(2) { 1.0 } else { -1.0 }
    }

    fn label(&mut self) -> u8 {
        (self.bits() % K as u32) as u8
    }
}

/// A fixed sequence of inputs (Marsaglia's xorshift): numbers like a network's, and the ends of the line.
struct Mixed(u32);

impl Draw<K> for Mixed {
    fn bits(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    fn number(&mut self) -> f32 {
        match self.bits() % 16 {
            0 => f32::from_bits(self.bits()),
            1 => EXTREMES.get(self.bits() as usize % 16).copied().unwrap_or(0.0),
            2 | 3 => 200.0 * self.unit() - 100.0,
            _ => 3.0 * (self.unit() + self.unit() + self.unit() + self.unit() - 2.0),
        }
    }
}
