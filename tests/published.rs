//! Values and gradients as PyTorch, optax, scikit-learn, SciPy and mpmath compute them for the same inputs.
//!
//! `published/make.py` asked them and wrote `published/vectors.txt`, which names versions, command and the source of every
//! line. Every number must be met to a relative [`TOLERANCE`].
#![cfg(not(feature = "micromath"))]

use microloss::{
    AbsoluteError, Action, BernoulliNll, BradleyTerry, Clip, ClippedValue, Contrastive, CosineEmbedding,
    CostMatrix, CrammerSingerHinge, Ctc, Distillation, Dpo, ElasticNet, EnergyNll, EntropyBonus, Error,
    Estimate, Exo, ExpectedCost, Gan, GanDiscriminator, GaussianKl, GaussianKlBetween, GaussianNll,
    GeneralizedCrossEntropy, Hinge, HingeEmbedding, Huber, InfoNce, Ipo, KlEstimator, KlPenalty, Kto, L1, L2,
    LaplaceNll, LogCosh, Loss, LossAverseAbsoluteError, LossAverseSquaredError, MarginRanking,
    MultiLabelMargin, Noise, NoisePrediction, NtXent, Orpo, Penalty, PoissonNll, Poly1CrossEntropy, Ppo,
    PseudoHuber, Quantile, Quantiles, Reduction, Row, SequenceLogProbability, SigmoidCrossEntropy,
    SigmoidFocal, SigmoidTversky, SimPo, SlicHinge, SmoothL1, SoftmaxCrossEntropy, SoftmaxCrossEntropyDense,
    SoftmaxFocal, SoftmaxJensenShannon, SoftmaxKl, SoftmaxReverseKl, SoftmaxTversky, SquaredError,
    SquaredHinge, SupervisedContrastive, Tempered, Triplet, Tversky, Verdict, Weighted, WestonWatkinsHinge,
    entropy, free_energy_and_gradient, kl_divergence, math,
};

/// 8 to 16 ULP (one is between 6e-8 and 1.2e-7 of a number): the 6 that most losses promise at most, and 4 for the sum.
const TOLERANCE: f64 = 1e-6;

const VECTORS: &str = include_str!("published/vectors.txt");

#[test]
fn every_published_vector_is_reproduced() {
    let mut checked = 0;
    let mut mismatches = Vec::new();
    for line in VECTORS.lines().filter(|line| !line.starts_with('#')) {
        mismatches.extend(verify(&Vector::parse(line)));
        checked += 1;
    }
    assert!(mismatches.is_empty(), "{} mismatches\n{}", mismatches.len(), mismatches.join("\n"));
    let announced = VECTORS.lines().find_map(|line| line.strip_prefix("# vectors: "));
    assert_eq!(announced, Some(checked.to_string().as_str()));
    let readme = include_str!("../README.md");
    assert!(readme.contains(&format!("compares {checked} vectors")), "the README counts otherwise");
}

/// The mismatches of one line.
fn verify(v: &Vector<'_>) -> Vec<String> {
    let parameter = |name| v.parameter(name).unwrap_or_else(|| panic!("no {name} in: {}", v.line));
    match v.loss {
        "SquaredError" => match v.list("sample_weights") {
            Some(weights) => v.elementwise(&Weighted::new(SquaredError::new(), &weights)),
            None => v.elementwise(&SquaredError::new()),
        },
        "AbsoluteError" => v.elementwise(&AbsoluteError::new()),
        "Huber" => v.elementwise(&Huber::new(parameter("delta"))),
        "SmoothL1" => v.elementwise(&SmoothL1::new(parameter("beta"))),
        "PseudoHuber" => v.elementwise(&PseudoHuber::new(parameter("delta"))),
        "LogCosh" => v.elementwise(&LogCosh::new()),
        "Quantile" => v.elementwise(&Quantile::new(parameter("tau"))),
        "Quantiles" => {
            let loss = Quantiles::<3>::new(v.array("taus").unwrap(), parameter("crossing_penalty"));
            v.rows(&loss, &v.prediction, &v.target)
        }

        "SigmoidCrossEntropy" => {
            let mut loss = SigmoidCrossEntropy::new();
            loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            loss = v.parameter("positive_weight").map_or(loss, |weight| loss.with_positive_weight(weight));
            v.elementwise(&loss)
        }
        "SigmoidFocal" => {
            let loss = SigmoidFocal::new(parameter("gamma"));
            v.elementwise(&v.parameter("alpha").map_or(loss, |alpha| loss.with_alpha(alpha)))
        }
        "Hinge" => v.elementwise(&Hinge::new()),
        "SquaredHinge" => v.elementwise(&SquaredHinge::new()),
        "BernoulliNll" => v.elementwise(&BernoulliNll::new()),

        "SoftmaxCrossEntropy" => {
            let weights = v.array("weights");
            v.labelled(&cross_entropy(v, weights.as_ref()))
        }
        "temperature_gradient" => {
            let weights = v.array("weights");
            let loss = cross_entropy(v, weights.as_ref());
            let slope = loss.temperature_gradient(chunks(&v.prediction), &v.labels(), v.reduction());
            v.compare(&[slope.unwrap()], &[])
        }
        "SoftmaxCrossEntropyDense" => {
            let weights = v.array("weights");
            let mut loss = SoftmaxCrossEntropyDense::<4>::new();
            loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            loss = weights.as_ref().map_or(loss, |weights| loss.with_class_weights(weights));
            v.rows(&loss, &v.prediction, chunks(&v.target))
        }
        "SoftmaxFocal" => {
            let alpha = v.array("alpha");
            let loss = SoftmaxFocal::new(parameter("gamma"));
            v.labelled(&alpha.as_ref().map_or(loss, |alpha| loss.with_alpha(alpha)))
        }
        "CrammerSingerHinge" => v.labelled(&CrammerSingerHinge::new(1.0)),
        "WestonWatkinsHinge" => {
            let weights = v.array("weights");
            let mut loss = WestonWatkinsHinge::new(parameter("margin"));
            loss = if parameter("p") == 2.0 { loss.squared() } else { loss };
            loss = weights.as_ref().map_or(loss, |weights| loss.with_class_weights(weights));
            v.labelled(&loss)
        }

        "GaussianKl" => v.parts(&GaussianKl::<3>::new()),
        "GaussianKlBetween" => v.parts(&GaussianKlBetween::<3>::new()),
        "GanDiscriminator" => {
            let loss = GanDiscriminator::new(Gan::NonSaturating);
            let loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
            v.batch(&loss, &v.prediction, &v.members())
        }
        "NoisePrediction" => {
            let snr = v.list("snr").unwrap();
            let noise = chunks::<3>(&v.target).iter().zip(snr);
            let targets: Vec<_> = noise.map(|(noise, snr)| Noise { noise: *noise, snr }).collect();
            let loss = NoisePrediction::new().with_min_snr(parameter("gamma"));
            v.rows(&loss, &v.prediction, &targets)
        }

        "HingeEmbedding" => v.elementwise(&HingeEmbedding::new(parameter("margin"))),
        "MultiLabelMargin" => v.rows(&MultiLabelMargin::<4>::new(), &v.prediction, v.members().as_chunks().0),
        "Poly1CrossEntropy" => v.labelled(&Poly1CrossEntropy::new(parameter("epsilon"))),
        "GeneralizedCrossEntropy" => v.labelled(&GeneralizedCrossEntropy::new(parameter("q"))),
        "Tversky" => {
            let loss = Tversky::<4>::new(parameter("alpha"), parameter("beta"));
            v.rows(&loss.with_smooth(parameter("smooth")), &v.prediction, chunks(&v.target))
        }
        "SigmoidTversky" => {
            let loss = SigmoidTversky::<4>::new(parameter("alpha"), parameter("beta"));
            v.rows(&loss.with_smooth(parameter("smooth")), &v.prediction, chunks(&v.target))
        }
        "SoftmaxTversky" => {
            let loss = SoftmaxTversky::<3, 4, u8>::new(parameter("alpha"), parameter("beta"));
            let pixels: Vec<[[f32; 3]; 4]> = chunks::<12>(&v.prediction)
                .iter()
                .map(|row| core::array::from_fn(|i| core::array::from_fn(|k| row[3 * i + k])))
                .collect();
            v.batch(&loss.with_smooth(parameter("smooth")), &pixels, v.labels().as_chunks().0)
        }
        "Ctc" => {
            let (frames, labels) = (chunks::<4>(&v.prediction), v.labels());
            let mut gradient = frames.to_vec();
            let mut scratch = vec![f32::NAN; Ctc::<4, u8>::scratch_len(frames.len(), labels.len())];
            let value = Ctc::<4, u8>::new(parameter("blank") as u8).value_and_gradient(
                frames,
                &labels,
                v.reduction(),
                &mut gradient,
                &mut scratch,
            );
            v.compare(&[value.unwrap()], gradient.as_flattened())
        }

        "BradleyTerry" => {
            let loss = BradleyTerry::new();
            let loss = v.parameter("centring").map_or(loss, |coefficient| loss.with_centring(coefficient));
            v.rows(&loss, &v.prediction, &v.target)
        }
        "Dpo" => {
            let mut loss = Dpo::new(parameter("beta"));
            loss = v.parameter("conservative").map_or(loss, |epsilon| loss.conservative(epsilon));
            loss = v.parameter("robust").map_or(loss, |epsilon| loss.robust(epsilon));
            v.rows(&loss, &v.prediction, chunks(&v.target))
        }
        "SlicHinge" => v.rows(&SlicHinge::new(parameter("beta")), &v.prediction, chunks(&v.target)),
        "Ipo" => v.rows(&Ipo::new(parameter("beta")), &v.prediction, chunks(&v.target)),
        "Exo" => v.rows(&Exo::new(parameter("beta"), parameter("epsilon")), &v.prediction, chunks(&v.target)),
        "SimPo" => {
            let lengths: Vec<_> = chunks::<2>(&v.target).iter().map(|row| row.map(|n| n as u32)).collect();
            v.rows(&SimPo::new(parameter("beta"), parameter("gamma")), &v.prediction, &lengths)
        }
        "Kto" => {
            let mut loss = Kto::new(parameter("beta"), parameter("z"));
            if let Some(desirable) = v.parameter("desirable") {
                loss = loss.with_weights(desirable, parameter("undesirable"));
            }
            let verdicts = chunks(&v.target).iter();
            let verdicts = verdicts.map(|&[reference, good]| Verdict { reference, desirable: good == 1.0 });
            v.batch(&loss, &v.prediction, &verdicts.collect::<Vec<_>>())
        }
        "Orpo" => v.rows(&Orpo::new(parameter("lambda")), &v.prediction, &vec![(); v.prediction.len() / 2]),
        "SequenceLogProbability" => {
            let logits = chunks::<4>(&v.prediction);
            let mut gradient = logits.to_vec();
            let value = SequenceLogProbability::new().ignoring(255).value_and_gradient(
                logits,
                &v.labels(),
                v.reduction(),
                parameter("upstream"),
                &mut gradient,
            );
            v.compare(&[value.unwrap()], gradient.as_flattened())
        }

        "Ppo" => {
            let loss = Ppo::try_new(parameter("low"), parameter("high")).unwrap();
            let loss = v.parameter("dual").map_or(loss, |bound| loss.with_dual_clip(bound));
            let actions = chunks(&v.target).iter();
            let actions = actions.map(|&[log_probability, advantage]| Action { log_probability, advantage });
            v.batch(&loss, &v.prediction, &actions.collect::<Vec<_>>())
        }
        "ClippedValue" => {
            let estimates = chunks(&v.target).iter().map(|&[old, outcome]| Estimate { old, outcome });
            let loss = ClippedValue::new(parameter("epsilon"));
            v.batch(&loss, &v.prediction, &estimates.collect::<Vec<_>>())
        }
        "KlPenalty" => {
            let estimators = [KlEstimator::K1, KlEstimator::K2, KlEstimator::K3];
            v.elementwise(&KlPenalty::new(estimators[parameter("estimator") as usize - 1]))
        }
        "EntropyBonus" => v.rows(&EntropyBonus::<4>::new(), &v.prediction, &vec![(); v.prediction.len() / 4]),

        "Triplet" => {
            let mut loss = v.parameter("margin").map_or(Triplet::soft(), Triplet::new);
            loss = v.parameter("squared").map_or(loss, |_| loss.squared());
            v.parts(&v.parameter("swap").map_or(loss, |_| loss.with_swap()))
        }
        "Contrastive" => v.batch(&Contrastive::new(parameter("margin")), &v.matrices(), &v.members()),
        "CosineEmbedding" => v.batch(&CosineEmbedding::new(parameter("margin")), &v.matrices(), &v.members()),
        "MarginRanking" => v.rows(&MarginRanking::new(parameter("margin")), &v.prediction, &v.target),

        "InfoNce" => {
            let (embeddings, temperature) = v.scaled();
            let (anchors, candidates) = embeddings.split_at(parameter("anchors") as usize);
            let mut gradient = embeddings.to_vec();
            let (of_anchors, of_candidates) = gradient.split_at_mut(anchors.len());
            let mut scratch = vec![f32::NAN; InfoNce::scratch_len(candidates.len(), 3)];
            let loss = InfoNce::new(temperature);
            let (reduction, scratch) = (v.reduction(), &mut scratch);
            let answer =
                loss.value_and_gradient(anchors, candidates, reduction, of_anchors, of_candidates, scratch);
            v.tempered(answer, &gradient)
        }
        "NtXent" => {
            let (embeddings, temperature) = v.scaled();
            let mut gradient = embeddings.to_vec();
            let mut scratch = vec![f32::NAN; NtXent::scratch_len(embeddings.len(), 3)];
            let loss = NtXent::new(temperature);
            let answer = loss.value_and_gradient(embeddings, v.reduction(), &mut gradient, &mut scratch);
            v.tempered(answer, &gradient)
        }
        "SupervisedContrastive" => {
            let (embeddings, temperature) = v.scaled();
            let (labels, mut gradient) = (v.labels(), embeddings.to_vec());
            let mut scratch = vec![f32::NAN; SupervisedContrastive::scratch_len(embeddings.len(), 3)];
            let loss = SupervisedContrastive::new(temperature);
            let (reduction, scratch) = (v.reduction(), &mut scratch);
            let answer = loss.value_and_gradient(embeddings, &labels, reduction, &mut gradient, scratch);
            v.tempered(answer, &gradient)
        }
        "Clip" => {
            let (embeddings, log_scale) = v.scaled();
            let (images, texts) = embeddings.split_at(embeddings.len() / 2);
            let mut gradient = embeddings.to_vec();
            let (of_images, of_texts) = gradient.split_at_mut(images.len());
            let mut scratch = vec![f32::NAN; Clip::scratch_len(images.len(), 3)];
            let (reduction, scratch) = (v.reduction(), &mut scratch);
            let loss = Clip::new(log_scale);
            let answer = loss.value_and_gradient(images, texts, reduction, of_images, of_texts, scratch);
            v.tempered(answer, &gradient)
        }

        "ExpectedCost" => {
            let costs = v.array::<16>("costs").unwrap();
            let costs = CostMatrix::new(core::array::from_fn(|y| core::array::from_fn(|k| costs[4 * y + k])));
            v.labelled(&ExpectedCost::new(&costs))
        }
        "LossAverseSquaredError" => v.elementwise(&LossAverseSquaredError::new(parameter("aversion"))),
        "LossAverseAbsoluteError" => v.elementwise(&LossAverseAbsoluteError::new(parameter("aversion"))),

        "GaussianNll" => {
            let loss = if parameter("full") == 0.0 { GaussianNll::new() } else { GaussianNll::new().full() };
            v.rows::<2, _>(&loss, &v.prediction, &v.target)
        }
        "LaplaceNll" => v.rows::<2, _>(&LaplaceNll::new().full(), &v.prediction, &v.target),
        "PoissonNll" => {
            let loss = if parameter("full") == 0.0 { PoissonNll::new() } else { PoissonNll::new().full() };
            v.elementwise(&loss)
        }
        "SoftmaxKl" => v.rows(&SoftmaxKl::<4>::new(), &v.prediction, chunks(&v.target)),
        "SoftmaxReverseKl" => v.rows(&SoftmaxReverseKl::<4>::new(), &v.prediction, chunks(&v.target)),
        "SoftmaxJensenShannon" => v.rows(&SoftmaxJensenShannon::<4>::new(), &v.prediction, chunks(&v.target)),
        "Distillation" => {
            v.rows(&Distillation::<4>::new(parameter("temperature")), &v.prediction, chunks(&v.target))
        }
        "EnergyNll" => v.labelled(&EnergyNll::new(parameter("temperature"))),
        "free_energy" => {
            let mut gradient = vec![f32::NAN; v.prediction.len()];
            let value =
                free_energy_and_gradient(&v.prediction, parameter("temperature"), &mut gradient).unwrap();
            v.compare(&[value], &gradient)
        }
        "kl_divergence" => v.compare(&[kl_divergence(&v.prediction, &v.target).unwrap()], &[]),
        "entropy" => v.compare(&[entropy(&v.prediction)], &[]),

        "L1" => v.penalty(&L1::new(parameter("l1"))),
        "L2" => v.penalty(&L2::new(parameter("l2"))),
        "ElasticNet" => v.penalty(&ElasticNet::new(parameter("l1"), parameter("l2"))),

        "sigmoid" => v.function(math::sigmoid),
        "softplus" => v.function(math::softplus),
        "log_sigmoid" => v.function(math::log_sigmoid),
        "ln_cosh" => v.function(math::ln_cosh),
        "log1m_exp" => v.function(math::log1m_exp),
        "log_sum_exp" => v.compare(&[math::log_sum_exp(&v.prediction)], &[]),
        "softmax" | "log_softmax" => {
            let function = if v.loss == "softmax" { math::softmax } else { math::log_softmax };
            let mut out = vec![f32::NAN; v.prediction.len()];
            function(&v.prediction, parameter("temperature"), &mut out).unwrap();
            v.compare(&out, &[])
        }
        unknown => panic!("no loss {unknown}: give it an arm"),
    }
}

fn cross_entropy<'a>(v: &Vector<'_>, weights: Option<&'a [f32; 4]>) -> SoftmaxCrossEntropy<'a, 4, u8> {
    let mut loss = SoftmaxCrossEntropy::new();
    loss = weights.map_or(loss, |weights| loss.with_class_weights(weights));
    loss = v.parameter("smoothing").map_or(loss, |epsilon| loss.with_label_smoothing(epsilon));
    loss = v.parameter("ignored").map_or(loss, |label| loss.ignoring(label as u8));
    v.parameter("temperature").map_or(loss, |temperature| loss.with_temperature(temperature))
}

/// One line of `vectors.txt`.
struct Vector<'a> {
    line: &'a str,
    loss: &'a str,
    parameters: &'a str,
    prediction: Vec<f32>,
    target: Vec<f32>,
    reduction: &'a str,
    value: Vec<f64>,
    gradient: Vec<f64>,
}

fn numbers<T: core::str::FromStr>(text: &str) -> Vec<T> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    words.map(|word| word.parse().unwrap_or_else(|_| panic!("{word} is no number"))).collect()
}

fn chunks<const K: usize>(numbers: &[f32]) -> &[[f32; K]] {
    let (rows, rest) = numbers.as_chunks();
    assert!(rest.is_empty(), "{} numbers in rows of {K}", numbers.len());
    rows
}

impl<'a> Vector<'a> {
    fn parse(line: &'a str) -> Self {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let [loss, parameters, prediction, target, reduction, value, gradient, _source] = fields[..] else {
            panic!("not 8 fields: {line}");
        };
        let (prediction, target) = (numbers(prediction), numbers(target));
        let (value, gradient) = (numbers(value), numbers(gradient));
        Self { line, loss, parameters, prediction, target, reduction, value, gradient }
    }

    fn list(&self, name: &str) -> Option<Vec<f32>> {
        let mut pairs = self.parameters.split(' ').filter_map(|pair| pair.split_once('='));
        pairs.find(|pair| pair.0 == name).map(|pair| numbers(pair.1))
    }

    fn array<const K: usize>(&self, name: &str) -> Option<[f32; K]> {
        self.list(name).map(|list| list.try_into().expect(self.line))
    }

    fn parameter(&self, name: &str) -> Option<f32> {
        self.array(name).map(|[parameter]| parameter)
    }

    fn members(&self) -> Vec<bool> {
        self.target.iter().map(|y| *y == 1.0).collect()
    }

    /// Rows of M parts, of a loss without targets.
    fn parts<const M: usize>(
        &self,
        loss: &impl Loss<Prediction = [[f32; 3]; M], Target = ()>,
    ) -> Vec<String> {
        let rows = self.matrices();
        self.batch(loss, &rows, &vec![(); rows.len()])
    }

    fn matrices<const M: usize>(&self) -> Vec<[[f32; 3]; M]> {
        chunks(&self.prediction).chunks(M).map(|row| row.try_into().unwrap()).collect()
    }

    /// Embeddings, and what scales their cosines.
    fn scaled(&self) -> (&[[f32; 3]], f32) {
        let (scale, embeddings) = self.prediction.split_last().unwrap();
        (chunks(embeddings), *scale)
    }

    fn tempered(&self, answer: Result<Tempered, Error>, gradient: &[[f32; 3]]) -> Vec<String> {
        let Tempered { value, slope } = answer.unwrap();
        self.compare(&[value], &[gradient.as_flattened(), &[slope]].concat())
    }

    fn labels(&self) -> Vec<u8> {
        self.target.iter().map(|label| *label as u8).collect()
    }

    fn reduction(&self) -> Reduction {
        match self.reduction {
            "mean" => Reduction::Mean,
            "sum" => Reduction::Sum,
            _ => panic!("no reduction: {}", self.line),
        }
    }

    fn elementwise(&self, loss: &impl Loss<Prediction = f32, Target = f32>) -> Vec<String> {
        self.batch(loss, &self.prediction, &self.target)
    }

    fn labelled(&self, loss: &impl Loss<Prediction = [f32; 4], Target = u8>) -> Vec<String> {
        self.rows(loss, &self.prediction, &self.labels())
    }

    fn rows<const K: usize, T>(
        &self,
        loss: &impl Loss<Prediction = [f32; K], Target = T>,
        prediction: &[f32],
        target: &[T],
    ) -> Vec<String> {
        self.batch(loss, chunks(prediction), target)
    }

    fn batch<R: Row, T>(
        &self,
        loss: &impl Loss<Prediction = R, Target = T>,
        prediction: &[R],
        target: &[T],
    ) -> Vec<String> {
        if self.reduction == "none" {
            let mut terms = vec![f32::NAN; prediction.len()];
            loss.terms(prediction, target, &mut terms).unwrap();
            return self.compare(&terms, &[]);
        }
        let mut gradient = prediction.to_vec();
        let value = loss.value_and_gradient(prediction, target, self.reduction(), &mut gradient).unwrap();
        let gradient: Vec<f32> = gradient.iter_mut().flat_map(Row::elements_mut).map(|g| *g).collect();
        self.compare(&[value], &gradient)
    }

    fn penalty(&self, penalty: &impl Penalty) -> Vec<String> {
        let mut gradient = vec![0.0; self.prediction.len()];
        let value = penalty.value_and_add_gradient(&self.prediction, &mut gradient).unwrap();
        self.compare(&[value], &gradient)
    }

    fn function(&self, function: fn(f32) -> f32) -> Vec<String> {
        let values: Vec<f32> = self.prediction.iter().map(|x| function(*x)).collect();
        self.compare(&values, &[])
    }

    /// Whether the gradient is a difference: of distributions, of unit vectors, or of a cost and its mean. The parts
    /// cancel where they are near each other, and the precision is that of the parts. These are not in the file; the
    /// largest element stands for them.
    fn subtracts(&self) -> bool {
        const OF_DISTRIBUTIONS: [&str; 8] = [
            "SoftmaxCrossEntropyDense",
            "SoftmaxKl",
            "SoftmaxReverseKl",
            "SoftmaxJensenShannon",
            "Distillation",
            "Ctc",
            "SoftmaxTversky",
            "ExpectedCost",
        ];
        const OF_VECTORS: [&str; 6] =
            ["Triplet", "CosineEmbedding", "InfoNce", "NtXent", "SupervisedContrastive", "Clip"];
        OF_DISTRIBUTIONS.contains(&self.loss)
            || OF_VECTORS.contains(&self.loss)
            || self.parameter("smoothing").is_some_and(|epsilon| epsilon > 0.0)
    }

    fn compare(&self, value: &[f32], gradient: &[f32]) -> Vec<String> {
        let largest = self.gradient.iter().fold(0.0, |largest: f64, g| largest.max(g.abs()));
        let mut mismatches = off("value", value, &self.value, 0.0);
        let part = if self.subtracts() { largest } else { 0.0 };
        mismatches.extend(off("gradient", gradient, &self.gradient, part));
        mismatches.iter().map(|mismatch| format!("{mismatch} in: {}", self.line)).collect()
    }
}

/// Where `ours` is further from `theirs` than the tolerance of it, or of `part` if that is larger.
///
/// Down where an f32 has no more digits, its smallest step is allowed.
fn off(what: &str, ours: &[f32], theirs: &[f64], part: f64) -> Vec<String> {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let mut mismatches = Vec::new();
    for (i, (ours, theirs)) in ours.iter().zip(theirs).enumerate() {
        let error = (f64::from(*ours) - theirs).abs();
        let allowed = (TOLERANCE * theirs.abs().max(part)).max(f64::from(f32::from_bits(1)));
        if error > allowed || error.is_nan() {
            mismatches.push(format!("{what} {i}: {ours:e} for {theirs:e}"));
        }
    }
    mismatches
}
