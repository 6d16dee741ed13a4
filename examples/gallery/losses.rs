//! Pictures of the losses: value and gradient in several settings.
//!
//! An elementwise loss that has no entry here is drawn in its typical setting, from the registry.

use super::rows;
use super::setting::{Picture, Range, at, lead, picture, typical};
use microloss::{
    AbsoluteError, BernoulliNll, GeneralizedCrossEntropy, Hinge, HingeEmbedding, Huber, KlEstimator,
    KlPenalty, LogCosh, LossAverseAbsoluteError, LossAverseSquaredError, PoissonNll, Poly1CrossEntropy,
    PseudoHuber, Quantile, SigmoidCrossEntropy, SigmoidFocal, SmoothL1, SoftmaxBrier, SoftmaxCrossEntropy,
    SoftmaxFocal, SquaredError, SquaredHinge, for_each_loss,
};

/// Errors on the horizontal axis, in the unit of the target.
const ERROR: Range<'static> = ("error d = prediction − target, in units", -3.0, 3.0);
const LOGIT: Range<'static> = ("logit x", -6.0, 6.0);
const LEAD: Range<'static> = ("logit of the label, the other being 0", -6.0, 6.0);
const SCORE: Range<'static> = ("score s", -2.0, 3.0);

/// Draws the losses of errors.
fn regression() -> Vec<Picture> {
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
                at("SquaredError", SquaredError::new(), 0.0),
                at("AbsoluteError", AbsoluteError::new(), 0.0),
                at("Huber, δ = 1", Huber::new(1.0), 0.0),
                at("LogCosh", LogCosh::new(), 0.0),
            ],
        ),
        picture(
            "SquaredError",
            ERROR,
            ("loss, units²", 0.0, 9.0),
            ("gradient, units", -6.0, 6.0),
            &[at("", SquaredError::new(), 0.0)],
        ),
        picture("AbsoluteError", ERROR, plain, sign, &[at("", AbsoluteError::new(), 0.0)]),
        picture(
            "Huber",
            ERROR,
            squares,
            mild,
            &[
                at("δ = ½", Huber::new(0.5), 0.0).marked(0.5, "δ"),
                at("δ = 1", Huber::new(1.0), 0.0).marked(1.0, "δ"),
                at("δ = 2", Huber::new(2.0), 0.0).marked(2.0, "δ"),
            ],
        ),
        picture(
            "SmoothL1",
            ERROR,
            plain,
            sign,
            &[
                at("β = ½", SmoothL1::new(0.5), 0.0).marked(0.5, "β"),
                at("β = 1", SmoothL1::new(1.0), 0.0).marked(1.0, "β"),
                at("β = 2", SmoothL1::new(2.0), 0.0).marked(2.0, "β"),
            ],
        ),
        picture(
            "PseudoHuber",
            ERROR,
            squares,
            mild,
            &[
                at("δ = ½", PseudoHuber::new(0.5), 0.0),
                at("δ = 1", PseudoHuber::new(1.0), 0.0),
                at("δ = 2", PseudoHuber::new(2.0), 0.0),
            ],
        ),
        picture("LogCosh", ERROR, ("loss", 0.0, 3.0), sign, &[at("", LogCosh::new(), 0.0)]),
        picture(
            "Quantile",
            ERROR,
            plain,
            ("gradient", -1.0, 1.0),
            &[
                at("τ = 0.1", Quantile::new(0.1), 0.0),
                at("τ = 0.5", Quantile::new(0.5), 0.0),
                at("τ = 0.9", Quantile::new(0.9), 0.0),
            ],
        ),
        picture(
            "LossAverseSquaredError",
            ERROR,
            ("loss, units²", 0.0, 20.0),
            ("gradient, units", -10.0, 15.0),
            &[
                at("λ = 1", LossAverseSquaredError::new(1.0), 0.0),
                at("λ = 2.25", LossAverseSquaredError::new(2.25), 0.0),
            ],
        ),
        picture(
            "LossAverseAbsoluteError",
            ERROR,
            ("loss, units", 0.0, 7.0),
            ("gradient", -1.5, 2.5),
            &[
                at("λ = 1", LossAverseAbsoluteError::new(1.0), 0.0),
                at("λ = 2.25", LossAverseAbsoluteError::new(2.25), 0.0),
            ],
        ),
        picture(
            "PoissonNll",
            ("logarithm x of the rate", -3.0, 3.0),
            ("loss, nats", -2.0, 8.0),
            ("gradient", -4.0, 8.0),
            &[
                at("t = 0", PoissonNll::new(), 0.0),
                at("t = 1", PoissonNll::new(), 1.0),
                at("t = 3", PoissonNll::new(), 3.0),
            ],
        ),
    ]
}

/// Draws the losses of classes, distances and policies.
fn decisions() -> Vec<Picture> {
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
                at("y = 0", SigmoidCrossEntropy::new(), 0.0),
                at("y = ½", SigmoidCrossEntropy::new(), 0.5),
                at("y = 1", SigmoidCrossEntropy::new(), 1.0),
            ],
        ),
        picture(
            "SigmoidFocal",
            ("logit x of a positive, y = 1", -6.0, 6.0),
            nats,
            ("gradient", -1.5, 0.0),
            &[
                at("γ = 0", SigmoidFocal::new(0.0), 1.0),
                at("γ = 1", SigmoidFocal::new(1.0), 1.0),
                at("γ = 2", SigmoidFocal::new(2.0), 1.0),
                at("γ = 5", SigmoidFocal::new(5.0), 1.0),
            ],
        ),
        picture(
            "BernoulliNll",
            ("probability p", 0.0, 1.0),
            ("loss, nats", 0.0, 5.0),
            ("gradient, nats", -20.0, 20.0),
            &[
                at("y = 0", BernoulliNll::new(), 0.0),
                at("y = ½", BernoulliNll::new(), 0.5),
                at("y = 1", BernoulliNll::new(), 1.0),
            ],
        ),
        picture(
            "Hinge",
            SCORE,
            ("loss", 0.0, 3.0),
            ("gradient", -1.5, 1.5),
            &[at("y = −1", Hinge::new(), -1.0), at("y = 1", Hinge::new(), 1.0)],
        ),
        picture(
            "SquaredHinge",
            SCORE,
            ("loss", 0.0, 9.0),
            ("gradient", -6.0, 6.0),
            &[at("y = −1", SquaredHinge::new(), -1.0), at("y = 1", SquaredHinge::new(), 1.0)],
        ),
        picture(
            "HingeEmbedding",
            ("distance d, margin 1", 0.0, 2.0),
            ("loss", 0.0, 2.0),
            ("gradient", -1.5, 1.5),
            &[
                at("y = −1", HingeEmbedding::new(1.0), -1.0).marked(1.0, "m"),
                at("y = 1", HingeEmbedding::new(1.0), 1.0),
            ],
        ),
        picture(
            "KlPenalty",
            ("log-ratio π − ρ", -2.0, 2.0),
            ("loss, nats", -2.0, 4.0),
            ("gradient", -4.0, 2.0),
            &[
                at("K1", KlPenalty::new(KlEstimator::K1), 0.0),
                at("K2", KlPenalty::new(KlEstimator::K2), 0.0),
                at("K3", KlPenalty::new(KlEstimator::K3), 0.0),
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
        picture("SoftmaxBrier", LEAD, ("loss", 0.0, 2.0), down, &[lead("", SoftmaxBrier::new())]),
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

/// Writes `typical_pictures`, which draws every elementwise loss of the registry in its typical setting.
macro_rules! typical_pictures {
    ($($family:ident { $(
        $name:ident $([$($generic:tt)*])?: $kind:ident($($draw:ident),*),
        $new:ident($($parameters:tt)*) $(.$option:ident($($arguments:tt)*))*,
        convex: $convex:literal, gradient: $gradient:expr, noise: $noise:expr;
    )* })*) => {
        pub(crate) fn typical_pictures() -> Vec<Picture> {
            let pictures = [$($(typical_pictures!(
                @$kind $name [$(stringify!($draw)),*] $new($($parameters)*) $(.$option($($arguments)*))*
            ),)*)*];
            pictures.into_iter().flatten().collect()
        }
    };
    (
        @elementwise $name:ident $draws:tt $new:ident($($parameter:ident = $number:expr),*)
        $(.$option:ident($($argument:ident = $other:expr),*))*
    ) => {
        Some(typical(
            stringify!($name),
            &[
                $(concat!(stringify!($parameter), " = ", stringify!($number)),)*
                $($(concat!(stringify!($argument), " = ", stringify!($other)),)*)*
            ],
            microloss::$name::$new($($number),*)$(.$option($($other),*))*,
            $draws,
        ))
    };
    (@$kind:ident $($rest:tt)*) => {
        None
    };
}

for_each_loss!(typical_pictures);

/// Every picture, under the name of its loss: those above, and typical settings of the other losses.
pub(crate) fn pictures() -> Vec<Picture> {
    let mut pictures = [regression(), decisions(), rows::pictures()].concat();
    for typical in typical_pictures() {
        if pictures.iter().all(|(name, _)| *name != typical.0) {
            pictures.push(typical);
        }
    }
    pictures
}
