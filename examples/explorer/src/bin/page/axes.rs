//! The horizontal axis of a loss: its meaning, and its ends.

use microloss_explorer::losses::Entry;

type Axis = (&'static str, f32, f32);

/// The axis of a loss: its own, or that of the numbers that the registry draws for it.
pub fn axis(entry: &Entry) -> Axis {
    match entry.name {
        "PoissonNll" | "GammaNll" => ("logarithm of the mean", -4.0, 4.0),
        "HingeEmbedding" => ("distance", 0.0, 4.0),
        "KlPenalty" => ("log-ratio: policy less reference, nats", -2.0, 2.0),
        "GanDiscriminator" | "GanGenerator" => ("score of the discriminator", -6.0, 6.0),
        "Ppo" => ("log-probability of the action now; it was 0", -2.0, 2.0),
        "ClippedValue" => ("value estimate", -2.0, 3.0),
        "Kto" => ("log-probability of the answer; the reference's is 0", -60.0, 60.0),
        "Dpo" | "Ipo" | "SlicHinge" => ("log-probability of the chosen answer", -60.0, 60.0),
        "Exo" => ("log-probability of the chosen answer", -6.0, 6.0),
        "SimPo" => ("log-probability of the chosen answer", -60.0, 60.0),
        "Orpo" => ("mean log-probability of the chosen answer", -6.0, -0.01),
        "BradleyTerry" => ("reward of the chosen answer", -6.0, 6.0),
        "ContrastiveDivergence" => ("energy of the data", -4.0, 4.0),
        "GaussianNll" | "LaplaceNll" => ("predicted mean", -4.0, 4.0),
        "MarginRanking" => ("first score", -4.0, 4.0),
        "Contrastive" | "LinearContrastive" => ("distance of the two embeddings", 0.0, 8.0),
        "CosineEmbedding" => ("x: the embeddings are (x, 1) and (1, 0)", -4.0, 4.0),
        "CosineTriplet" => ("x: anchor (1, 0), positive (x, 1)", -4.0, 4.0),
        "Triplet" => ("distance of anchor and positive", 0.0, 10.0),
        "SoftmaxTversky" => ("first logit of the second pixel", -6.0, 6.0),
        "GaussianKl" => ("mean of the code", -4.0, 4.0),
        "GaussianKlBetween" => ("mean of the first Gaussian", -4.0, 4.0),
        "Quantiles" => ("prediction of the 10th percentile", -4.0, 4.0),
        "NoisePrediction" => ("predicted noise", -4.0, 4.0),
        _ => match (entry.row, entry.target) {
            ("number", "sign") => ("score", -4.0, 4.0),
            ("number", "probability") => ("logit", -6.0, 6.0),
            ("number", _) => ("prediction", -4.0, 4.0),
            ("probability", _) => ("probability", 0.0, 1.0),
            ("distribution", _) => ("predicted probability", 0.0, 1.0),
            ("corners", _) => ("shift of the box, whose sides are 2", -4.0, 4.0),
            ("row", _) => ("first logit", -6.0, 6.0),
            ("pair", _) => ("first number of the row", -4.0, 4.0),
            _ => ("first number", -4.0, 4.0),
        },
    }
}
