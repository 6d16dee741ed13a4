//! Pictures of the losses of rows that are functions of one number: a lead, a distance, a log-ratio, an output.

use super::plot::{Axis, Curve, Page, Panel, draw};
use super::setting::{Picture, Range, Setting, one, pair, picture};
use microloss::{
    Action, BradleyTerry, Choice, ClippedValue, Contrastive, CosineEmbedding, Dpo, Estimate, Exo, Gan,
    GanDiscriminator, GanGenerator, GaussianNll, Ipo, Kto, LaplaceNll, MarginRanking, Orpo, Point, Ppo,
    Reinforce, Rowwise, SimPo, SlicHinge, Triplet, Verdict, boltzmann,
};
use std::f32::consts::{FRAC_PI_2, FRAC_PI_3, LN_2};

/// The lead of the chosen answer, less that which the reference gives it.
const LEAD: Range<'static> = ("lead of the chosen answer Δ, nats", -40.0, 40.0);

/// Draws the losses of preferences.
fn preferences() -> Vec<Picture> {
    let nats = ("loss, nats", 0.0, 8.0);
    // The reference has no preference.
    let reference = [0.0; 2];
    vec![
        picture(
            "BradleyTerry",
            ("difference of the rewards", -6.0, 6.0),
            nats,
            ("gradient", -1.0, 0.0),
            &[
                pair("m = 0", BradleyTerry::new(), 0.0).marked(0.0, "m"),
                pair("m = 1", BradleyTerry::new(), 1.0).marked(1.0, "m"),
                pair("m = 3", BradleyTerry::new(), 3.0).marked(3.0, "m"),
            ],
        ),
        picture(
            "Dpo",
            LEAD,
            nats,
            ("gradient", -0.5, 0.1),
            &[
                pair("β = 0.1", Dpo::new(0.1), reference),
                pair("β = 0.5", Dpo::new(0.5), reference),
                pair("β = 0.1, ε = 0.1", Dpo::new(0.1).conservative(0.1), reference)
                    .marked(21.972_246, "(ln 9)/β"),
            ],
        ),
        picture(
            "SlicHinge",
            LEAD,
            ("loss", 0.0, 8.0),
            ("gradient", -0.3, 0.1),
            &[
                pair("β = 0.05", SlicHinge::new(0.05), reference).marked(20.0, "1/β"),
                pair("β = 0.1", SlicHinge::new(0.1), reference).marked(10.0, ""),
                pair("β = 0.2", SlicHinge::new(0.2), reference).marked(5.0, ""),
            ],
        ),
        picture(
            "Ipo",
            LEAD,
            ("loss, nats²", 0.0, 1000.0),
            ("gradient, nats", -80.0, 80.0),
            &[
                pair("β = 0.025", Ipo::new(0.025), reference).marked(20.0, "1/(2β)"),
                pair("β = 0.05", Ipo::new(0.05), reference).marked(10.0, ""),
                pair("β = 0.5", Ipo::new(0.5), reference).marked(1.0, ""),
            ],
        ),
        picture(
            "Exo",
            ("lead of the chosen answer Δ, nats", -10.0, 10.0),
            ("loss, nats", 0.0, 5.0),
            ("gradient", -1.0, 0.5),
            &[
                pair("ε = 0.01", Exo::new(1.0, 0.01), reference).marked(4.595_12, "ln((1 − ε)/ε)"),
                pair("ε = 0.1", Exo::new(1.0, 0.1), reference).marked(2.197_225, ""),
                pair("ε = 0.3", Exo::new(1.0, 0.3), reference).marked(0.847_298, ""),
            ],
        ),
        picture(
            "SimPo",
            ("lead of the mean log-probability, nats", -3.0, 3.0),
            nats,
            ("gradient", -3.0, 0.0),
            &[
                pair("β = 2, γ = 0", SimPo::new(2.0, 0.0), [1, 1]).marked(0.0, "γ/β"),
                pair("β = 2, γ = 2", SimPo::new(2.0, 2.0), [1, 1]).marked(1.0, "γ/β"),
                pair("β = 1, γ = 2", SimPo::new(1.0, 2.0), [1, 1]).marked(2.0, "γ/β"),
            ],
        ),
        picture(
            "Kto",
            ("log-ratio π − ρ, nats; z = 10", -60.0, 60.0),
            ("loss", 0.0, 1.2),
            ("gradient", -0.03, 0.03),
            &[
                one("desirable", Kto::new(0.1, 10.0), Verdict { reference: 0.0, desirable: true })
                    .marked(10.0, "z"),
                one("undesirable", Kto::new(0.1, 10.0), Verdict { reference: 0.0, desirable: false }),
            ],
        ),
        picture(
            "Orpo",
            ("mean log-probability; the other's is −1", -5.0, -0.02),
            ("loss, nats", 0.0, 6.0),
            ("gradient", -2.5, 0.0),
            &[
                rejected("λ = 0.1", Orpo::new(0.1)),
                rejected("λ = 0.5", Orpo::new(0.5)),
                rejected("λ = 1", Orpo::new(1.0)),
            ],
        ),
    ]
}

/// A loss of pairs whose second number is −1.
fn rejected<'a>(name: &'a str, loss: impl Rowwise<Row = [f32; 2], Target = ()> + 'a) -> Setting<'a> {
    Setting::along(name, move |x| {
        let mut row = [x, -1.0];
        let value = loss.term_and_gradient(&mut row, &(), 1.0);
        Point { value, slope: row[0] }
    })
}

/// Draws the losses of policies and of their critics.
fn policies() -> Vec<Picture> {
    let action = |advantage| Action { log_probability: 0.0, advantage };
    let estimate = Estimate { old: 0.0, outcome: 1.0 };
    vec![
        picture(
            "Ppo",
            ("log-ratio π − π_old; ε = 0.2, c = 3", -1.5, 1.5),
            ("loss", -2.0, 4.5),
            ("gradient in π", -1.5, 4.5),
            &[
                one("A = 1", Ppo::new(0.2), action(1.0)).marked(0.182_321_56, "1 + ε"),
                one("A = −1", Ppo::new(0.2), action(-1.0)).marked(-0.223_143_55, "1 − ε"),
                one("A = −1, dual clip", Ppo::new(0.2).with_dual_clip(3.0), action(-1.0))
                    .marked(1.098_612_3, "c"),
            ],
        ),
        picture(
            "ClippedValue",
            ("estimate v; old 0, return 1", -2.0, 3.0),
            ("loss", 0.0, 4.0),
            ("gradient", -3.0, 2.0),
            &[
                one("ε = 0.2", ClippedValue::new(0.2), estimate).marked(0.2, "ε"),
                one("ε = 0.5", ClippedValue::new(0.5), estimate).marked(0.5, "ε"),
            ],
        ),
        picture(
            "Reinforce",
            ("logit of the action, the other being 0", -6.0, 6.0),
            ("loss, nats", -6.0, 6.0),
            ("gradient", -1.0, 1.0),
            &[lead_of("A = 1", 1.0), lead_of("A = ½", 0.5), lead_of("A = −1", -1.0)],
        ),
    ]
}

fn lead_of(name: &str, advantage: f32) -> Setting<'_> {
    pair(name, Reinforce::new(), Choice { action: 0_u8, advantage })
}

/// Two embeddings at a distance, or three of which the negative is 4 from the anchor.
fn embeddings() -> Vec<Picture> {
    let apart = |name, margin, together: bool| {
        let loss = Contrastive::<1>::new(margin);
        Setting::along(name, move |x| {
            let mut row = [[x], [0.0]];
            let value = loss.term_and_gradient(&mut row, &together, 1.0);
            Point { value, slope: row[0][0] }
        })
    };
    let three = |name, loss: Triplet<1>| {
        Setting::along(name, move |x| {
            let mut row = [[0.0], [4.0 + x], [4.0]];
            let value = loss.term_and_gradient(&mut row, &(), 1.0);
            Point { value, slope: row[1][0] }
        })
    };
    let angle = |name, margin, together: bool| {
        let loss = CosineEmbedding::<2>::new(margin);
        Setting::along(name, move |x: f32| {
            let mut row = [[x.cos(), x.sin()], [1.0, 0.0]];
            let value = loss.term_and_gradient(&mut row, &together, 1.0);
            Point { value, slope: x.cos() * row[0][1] - x.sin() * row[0][0] }
        })
    };
    vec![
        picture(
            "Contrastive",
            ("distance d", 0.0, 4.0),
            ("loss", 0.0, 9.0),
            ("gradient", -6.0, 6.0),
            &[
                apart("together", 1.0, true),
                apart("others, m = 1", 1.0, false).marked(1.0, "m"),
                apart("others, m = 3", 3.0, false).marked(3.0, "m"),
            ],
        ),
        picture(
            "Triplet",
            ("d(anchor, positive) − d(anchor, negative)", -4.0, 4.0),
            ("loss", 0.0, 6.0),
            ("gradient in d(anchor, positive)", 0.0, 1.25),
            &[
                three("m = 1", Triplet::new(1.0)).marked(-1.0, "−m"),
                three("m = 2", Triplet::new(2.0)).marked(-2.0, ""),
                three("soft", Triplet::soft()),
            ],
        ),
        picture(
            "CosineEmbedding",
            ("angle, in radians", 0.0, 3.15),
            ("loss", 0.0, 2.0),
            ("gradient", -1.0, 1.0),
            &[
                angle("together", 0.0, true),
                angle("others, m = 0", 0.0, false).marked(FRAC_PI_2, "arccos m"),
                angle("others, m = ½", 0.5, false).marked(FRAC_PI_3, ""),
            ],
        ),
        picture(
            "MarginRanking",
            ("first score less the second", -4.0, 4.0),
            ("loss", 0.0, 6.0),
            ("gradient", -1.25, 1.25),
            &[
                pair("y = 1, m = 0", MarginRanking::new(0.0), 1.0).marked(0.0, "m"),
                pair("y = 1, m = 2", MarginRanking::new(2.0), 1.0).marked(2.0, "m"),
                pair("y = −1, m = 2", MarginRanking::new(2.0), -1.0).marked(-2.0, "−m"),
            ],
        ),
    ]
}

/// Draws the losses of generative models, and those that predict a spread.
fn models() -> Vec<Picture> {
    let output = ("output s of the discriminator", -4.0, 4.0);
    let spread = |name, log_variance: f32, loss: fn(&mut [f32; 2]) -> f32| {
        Setting::along(name, move |x| {
            let mut row = [x, log_variance];
            let value = loss(&mut row);
            Point { value, slope: row[0] }
        })
    };
    let gaussian = |row: &mut [f32; 2]| GaussianNll::new().term_and_gradient(row, &0.0, 1.0);
    let laplace = |row: &mut [f32; 2]| LaplaceNll::new().term_and_gradient(row, &0.0, 1.0);
    let error = ("error d = μ − target, in units", -3.0, 3.0);
    vec![
        picture(
            "GanDiscriminator",
            output,
            ("loss of a real sample", -4.0, 5.0),
            ("gradient", -4.0, 2.0),
            &[
                one("logarithm", GanDiscriminator::new(Gan::NonSaturating), true),
                one("least squares", GanDiscriminator::new(Gan::LeastSquares), true),
                one("hinge", GanDiscriminator::new(Gan::Hinge), true),
                one("Wasserstein", GanDiscriminator::new(Gan::Wasserstein), true),
            ],
        ),
        picture(
            "GanGenerator",
            output,
            ("loss", -4.0, 5.0),
            ("gradient", -4.0, 2.0),
            &[
                one("minimax", GanGenerator::new(Gan::Minimax), ()),
                one("non-saturating", GanGenerator::new(Gan::NonSaturating), ()),
                one("least squares", GanGenerator::new(Gan::LeastSquares), ()),
                one("hinge, Wasserstein", GanGenerator::new(Gan::Hinge), ()),
            ],
        ),
        picture(
            "GaussianNll",
            error,
            ("loss, nats", -1.0, 5.0),
            ("gradient in μ", -6.0, 6.0),
            &[
                spread("σ = ½", -2.0 * LN_2, gaussian),
                spread("σ = 1", 0.0, gaussian),
                spread("σ = 2", 2.0 * LN_2, gaussian),
            ],
        ),
        picture(
            "LaplaceNll",
            error,
            ("loss, nats", -1.0, 5.0),
            ("gradient in μ", -2.5, 2.5),
            &[spread("b = ½", -LN_2, laplace), spread("b = 1", 0.0, laplace), spread("b = 2", LN_2, laplace)],
        ),
    ]
}

/// Draws the probabilities of four classes against the temperature.
fn temperature() -> Picture {
    let energies = [-3.0, -2.0, -1.0, 0.0];
    let at = |step: u16| {
        let (temperature, mut p) = (0.01 * f32::from(step), [0.0; 4]);
        boltzmann(&energies, temperature, &mut p).expect("the temperature is 0 or more");
        (f64::from(temperature), p.map(f64::from))
    };
    let curve = |k: usize| {
        let line = (0..=500).map(at).map(|(temperature, p)| (temperature, p[k])).collect();
        Curve { lines: vec![line], ..Curve::default() }
    };
    let names = energies.map(|energy: f32| format!("E = {energy}").replace('-', "−"));
    let panel = Panel {
        x: Axis { label: "temperature T".into(), from: 0.0, to: 5.0, is_log: false },
        y: Axis { to: 1.0, ..Axis::default() },
        curves: (0..4).map(curve).collect(),
    };
    ("boltzmann", vec![draw("probability of each energy E", &names, &panel, Page::Text)])
}

/// Every picture of a loss of rows.
pub(crate) fn pictures() -> Vec<Picture> {
    [preferences(), policies(), embeddings(), models(), vec![temperature()]].concat()
}
