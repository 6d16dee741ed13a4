//! The pictures of the losses: value and gradient in several settings.

use super::plot::{Axis, Curve, Line, Panel, draw};
use microloss::{
    AbsoluteError, BernoulliNll, Elementwise, GeneralizedCrossEntropy, Hinge, HingeEmbedding, Huber,
    KlEstimator, KlPenalty, LogCosh, LossAverseAbsoluteError, LossAverseSquaredError, Point, PoissonNll,
    Poly1CrossEntropy, PseudoHuber, Quantile, Rowwise, SigmoidCrossEntropy, SigmoidFocal, SmoothL1,
    SoftmaxCrossEntropy, SoftmaxFocal, SquaredError, SquaredHinge,
};

/// Steps across a panel; those that go straight on are not drawn.
const STEPS: f32 = 480.0;

/// A setting of a loss: its name, the loss as a function of the prediction, and where its gradient jumps.
struct Setting<'a> {
    name: &'a str,
    point: Box<dyn Fn(f32) -> Point + 'a>,
    kinks: &'a [f32],
}

/// A loss of single numbers at one target.
fn at<'a>(name: &'a str, loss: impl Elementwise + 'a, target: f32, kinks: &'a [f32]) -> Setting<'a> {
    Setting { name, point: Box::new(move |x| loss.point(x, target)), kinks }
}

/// A loss of two logits of which the first is the label's and the second 0.
fn lead<'a>(name: &'a str, loss: impl Rowwise<Row = [f32; 2], Target = u8> + 'a) -> Setting<'a> {
    let point = move |x| {
        let mut row = [x, 0.0];
        let value = loss.term_and_gradient(&mut row, &0, 1.0);
        Point { value, slope: row[0] }
    };
    Setting { name, point: Box::new(point), kinks: &[] }
}

/// Value and gradient of a setting between two predictions.
fn curves(setting: &Setting<'_>, from: f32, to: f32) -> [Curve; 2] {
    let [mut value, mut slope] = [Curve::default(), Curve::default()];
    let mut whole = Line::new();
    let bounds: Vec<f32> = [&[from], setting.kinks, &[to]].concat();
    for piece in bounds.windows(2) {
        let (start, end) = (piece[0].next_up(), piece[1].next_down());
        let steps = (STEPS * (end - start) / (to - from)).ceil();
        let mut line = Line::new();
        for step in 0..=steps as u16 {
            let part = f32::from(step) / steps;
            // The last is the end itself, to the bit.
            let x = if part == 1.0 { end } else { start + (end - start) * part };
            let point = (setting.point)(x);
            whole.push((f64::from(x), f64::from(point.value)));
            line.push((f64::from(x), f64::from(point.slope)));
        }
        slope.lines.push(line);
    }
    value.lines.push(whole);
    slope.dots =
        setting.kinks.iter().map(|x| (f64::from(*x), f64::from((setting.point)(*x).slope))).collect();
    [value, slope]
}

/// What stands on an axis, and its range.
type Range<'a> = (&'a str, f32, f32);

/// Value and gradient side by side.
fn picture(
    name: &'static str,
    x: Range<'_>,
    value: Range<'_>,
    slope: Range<'_>,
    settings: &[Setting<'_>],
) -> (&'static str, String) {
    let axis = |(label, from, to): Range<'_>| Axis {
        label: label.to_string(),
        from: f64::from(from),
        to: f64::from(to),
        is_log: false,
    };
    let (values, slopes) =
        settings.iter().map(|setting| curves(setting, x.1, x.2)).map(|[v, s]| (v, s)).unzip();
    let panels = [
        Panel { x: axis(x), y: axis(value), curves: values },
        Panel { x: axis(x), y: axis(slope), curves: slopes },
    ];
    let names: Vec<String> = settings.iter().map(|setting| setting.name.to_string()).collect();
    (name, draw(name, &names, &panels))
}

/// Errors on the horizontal axis, in the unit of the target.
const ERROR: Range<'static> = ("error d = prediction − target, in units", -3.0, 3.0);
const LOGIT: Range<'static> = ("logit x", -6.0, 6.0);
const LEAD: Range<'static> = ("logit of the label, the other being 0", -6.0, 6.0);
const SCORE: Range<'static> = ("score s", -2.0, 3.0);

/// The pictures of the losses of errors.
fn regression() -> Vec<(&'static str, String)> {
    let squares = ("loss, units²", 0.0, 4.0);
    let plain = ("loss, units", 0.0, 3.0);
    let sign = ("gradient", -1.5, 1.5);
    let mild = ("gradient, units", -2.5, 2.5);
    vec![
        picture(
            "regression",
            ERROR,
            ("loss", 0.0, 4.0),
            ("gradient", -3.0, 3.0),
            &[
                at("SquaredError", SquaredError::new(), 0.0, &[]),
                at("AbsoluteError", AbsoluteError::new(), 0.0, &[0.0]),
                at("Huber, δ = 1", Huber::new(1.0), 0.0, &[]),
                at("LogCosh", LogCosh::new(), 0.0, &[]),
            ],
        ),
        picture(
            "SquaredError",
            ERROR,
            ("loss, units²", 0.0, 9.0),
            ("gradient, units", -6.0, 6.0),
            &[at("", SquaredError::new(), 0.0, &[])],
        ),
        picture("AbsoluteError", ERROR, plain, sign, &[at("", AbsoluteError::new(), 0.0, &[0.0])]),
        picture(
            "Huber",
            ERROR,
            squares,
            mild,
            &[
                at("δ = ½", Huber::new(0.5), 0.0, &[]),
                at("δ = 1", Huber::new(1.0), 0.0, &[]),
                at("δ = 2", Huber::new(2.0), 0.0, &[]),
            ],
        ),
        picture(
            "SmoothL1",
            ERROR,
            plain,
            sign,
            &[
                at("β = ½", SmoothL1::new(0.5), 0.0, &[]),
                at("β = 1", SmoothL1::new(1.0), 0.0, &[]),
                at("β = 2", SmoothL1::new(2.0), 0.0, &[]),
            ],
        ),
        picture(
            "PseudoHuber",
            ERROR,
            squares,
            mild,
            &[
                at("δ = ½", PseudoHuber::new(0.5), 0.0, &[]),
                at("δ = 1", PseudoHuber::new(1.0), 0.0, &[]),
                at("δ = 2", PseudoHuber::new(2.0), 0.0, &[]),
            ],
        ),
        picture("LogCosh", ERROR, ("loss", 0.0, 3.0), sign, &[at("", LogCosh::new(), 0.0, &[])]),
        picture(
            "Quantile",
            ERROR,
            plain,
            ("gradient", -1.0, 1.0),
            &[
                at("τ = 0.1", Quantile::new(0.1), 0.0, &[0.0]),
                at("τ = 0.5", Quantile::new(0.5), 0.0, &[0.0]),
                at("τ = 0.9", Quantile::new(0.9), 0.0, &[0.0]),
            ],
        ),
        picture(
            "LossAverseSquaredError",
            ERROR,
            ("loss, units²", 0.0, 20.0),
            ("gradient, units", -10.0, 15.0),
            &[
                at("λ = 1", LossAverseSquaredError::new(1.0), 0.0, &[]),
                at("λ = 2.25", LossAverseSquaredError::new(2.25), 0.0, &[]),
            ],
        ),
        picture(
            "LossAverseAbsoluteError",
            ERROR,
            ("loss, units", 0.0, 7.0),
            ("gradient", -1.5, 2.5),
            &[
                at("λ = 1", LossAverseAbsoluteError::new(1.0), 0.0, &[0.0]),
                at("λ = 2.25", LossAverseAbsoluteError::new(2.25), 0.0, &[0.0]),
            ],
        ),
        picture(
            "PoissonNll",
            ("logarithm x of the rate", -3.0, 3.0),
            ("loss, nats", -2.0, 8.0),
            ("gradient", -4.0, 8.0),
            &[
                at("t = 0", PoissonNll::new(), 0.0, &[]),
                at("t = 1", PoissonNll::new(), 1.0, &[]),
                at("t = 3", PoissonNll::new(), 3.0, &[]),
            ],
        ),
    ]
}

/// The pictures of the losses of classes, distances and policies.
fn decisions() -> Vec<(&'static str, String)> {
    let nats = ("loss, nats", 0.0, 6.0);
    let pull = ("gradient", -1.0, 1.0);
    let down = ("gradient at the label", -1.0, 0.0);
    vec![
        picture(
            "SigmoidCrossEntropy",
            LOGIT,
            nats,
            pull,
            &[
                at("y = 0", SigmoidCrossEntropy::new(), 0.0, &[]),
                at("y = ½", SigmoidCrossEntropy::new(), 0.5, &[]),
                at("y = 1", SigmoidCrossEntropy::new(), 1.0, &[]),
            ],
        ),
        picture(
            "SigmoidFocal",
            ("logit x of a positive, y = 1", -6.0, 6.0),
            nats,
            ("gradient", -1.5, 0.0),
            &[
                at("γ = 0", SigmoidFocal::new(0.0), 1.0, &[]),
                at("γ = 1", SigmoidFocal::new(1.0), 1.0, &[]),
                at("γ = 2", SigmoidFocal::new(2.0), 1.0, &[]),
                at("γ = 5", SigmoidFocal::new(5.0), 1.0, &[]),
            ],
        ),
        picture(
            "BernoulliNll",
            ("probability p", 0.0, 1.0),
            ("loss, nats", 0.0, 5.0),
            ("gradient, nats", -20.0, 20.0),
            &[
                at("y = 0", BernoulliNll::new(), 0.0, &[]),
                at("y = ½", BernoulliNll::new(), 0.5, &[]),
                at("y = 1", BernoulliNll::new(), 1.0, &[]),
            ],
        ),
        picture(
            "Hinge",
            SCORE,
            ("loss", 0.0, 3.0),
            ("gradient", -1.5, 1.5),
            &[at("y = −1", Hinge::new(), -1.0, &[-1.0]), at("y = 1", Hinge::new(), 1.0, &[1.0])],
        ),
        picture(
            "SquaredHinge",
            SCORE,
            ("loss", 0.0, 9.0),
            ("gradient", -6.0, 6.0),
            &[at("y = −1", SquaredHinge::new(), -1.0, &[]), at("y = 1", SquaredHinge::new(), 1.0, &[])],
        ),
        picture(
            "HingeEmbedding",
            ("distance d, margin 1", 0.0, 2.0),
            ("loss", 0.0, 2.0),
            ("gradient", -1.5, 1.5),
            &[
                at("y = −1", HingeEmbedding::new(1.0), -1.0, &[1.0]),
                at("y = 1", HingeEmbedding::new(1.0), 1.0, &[]),
            ],
        ),
        picture(
            "KlPenalty",
            ("log-ratio π − ρ", -2.0, 2.0),
            ("loss, nats", -2.0, 4.0),
            ("gradient", -4.0, 2.0),
            &[
                at("K1", KlPenalty::new(KlEstimator::K1), 0.0, &[]),
                at("K2", KlPenalty::new(KlEstimator::K2), 0.0, &[]),
                at("K3", KlPenalty::new(KlEstimator::K3), 0.0, &[]),
            ],
        ),
        picture(
            "SoftmaxCrossEntropy",
            LEAD,
            nats,
            ("gradient at the label", -2.0, 0.5),
            &[
                lead("T = ½", SoftmaxCrossEntropy::new().with_temperature(0.5)),
                lead("T = 1", SoftmaxCrossEntropy::new()),
                lead("T = 2", SoftmaxCrossEntropy::new().with_temperature(2.0)),
                lead("T = 1, ε = 0.2", SoftmaxCrossEntropy::new().with_label_smoothing(0.2)),
            ],
        ),
        picture(
            "SoftmaxFocal",
            LEAD,
            nats,
            ("gradient at the label", -1.5, 0.0),
            &[
                lead("γ = 0", SoftmaxFocal::new(0.0)),
                lead("γ = 1", SoftmaxFocal::new(1.0)),
                lead("γ = 2", SoftmaxFocal::new(2.0)),
                lead("γ = 5", SoftmaxFocal::new(5.0)),
            ],
        ),
        picture(
            "GeneralizedCrossEntropy",
            LEAD,
            ("loss", 0.0, 6.0),
            down,
            &[
                lead("q = 0.01", GeneralizedCrossEntropy::new(0.01)),
                lead("q = 0.3", GeneralizedCrossEntropy::new(0.3)),
                lead("q = 0.7", GeneralizedCrossEntropy::new(0.7)),
                lead("q = 1", GeneralizedCrossEntropy::new(1.0)),
            ],
        ),
        picture(
            "Poly1CrossEntropy",
            LEAD,
            ("loss", 0.0, 8.0),
            ("gradient at the label", -1.5, 0.0),
            &[
                lead("ε = −1", Poly1CrossEntropy::new(-1.0)),
                lead("ε = 0", Poly1CrossEntropy::new(0.0)),
                lead("ε = 2", Poly1CrossEntropy::new(2.0)),
            ],
        ),
    ]
}

/// Every one of them, under the name of its loss.
pub(crate) fn pictures() -> Vec<(&'static str, String)> {
    [regression(), decisions()].concat()
}
