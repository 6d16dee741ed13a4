//! Concepts: error, loss, cost, objective and risk, and the ideas that losses come from.
//!
//! # Five words
//!
//! | word | symbol | is about | is made of | here |
//! |---|---|---|---|---|
//! | error | e | one sample | the difference of prediction and truth | d = p − t on every page |
//! | loss | ℓ | one sample | a penalty of the error | [`Loss`](crate::Loss), row by row [`terms`](crate::Loss::terms) |
//! | cost | J | the training data | mean of the losses, plus a penalty on the parameters | [`Reduction::Mean`](crate::Reduction::Mean), [`Penalty`](crate::Penalty) |
//! | objective | – | the training | anything that is made small or large | a cost, a reward, a game |
//! | risk | R | all data, also those to come | the expected loss | [`EmpiricalRisk`](crate::EmpiricalRisk) estimates it |
//!
//! An error is the simplest loss, a cost is made of losses, and a cost is one kind of objective. Risk is another matter: it is about data that
//! nobody has seen.
//!
//! A house is worth 180, and a model says 150:
//!
//! ```
//! use microloss::{L2, Loss, Penalty, Reduction, SquaredError};
//!
//! let (prediction, truth, weights) = ([150.0], [180.0], [3.0, -4.0]);
//! let loss = SquaredError::new();
//! let mut slope = [0.0];
//! let value =
//!     loss.value_and_gradient(&prediction, &truth, Reduction::Mean, &mut slope)?;
//! assert_eq!(value, 900.0);
//! assert_eq!(slope, [2.0 * -30.0]);
//!
//! // The cost has no type of its own: it is one addition.
//! let mut by_weights = [0.0; 2]; // the loss's gradient, carried back by the network
//! let cost =
//!     value + L2::new(0.001).value_and_add_gradient(&weights, &mut by_weights)?;
//! assert_eq!(cost, 900.0 + 0.001 * 25.0);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! **The sign of an error.** Statistics writes e = y − ŷ, which is 30 here: the truth lies above the prediction. This crate writes
//! d = p − t, which is −30, because gradients are taken in p: the slope of d² is 2d, without another sign. A symmetric loss does not
//! care. For others the pages say which side costs more: [`Quantile`](crate::Quantile) with τ = 0.9 punishes a prediction that is too low.
//!
//! **Objectives** are made small ([`SquaredError`](crate::SquaredError)), or large: [`Ppo`](crate::Ppo) is the negative of a gain, so that
//! descent climbs. In a game each side has its own: [`GanDiscriminator`](crate::GanDiscriminator) and
//! [`GanGenerator`](crate::GanGenerator). A constraint can be kept by a projection after each step: [`clip_by_norm`](crate::clip_by_norm) puts
//! parameters back into a ball.
//!
//! **Run it**: `cargo run --release --example house_prices`.
//!
//! # Risk, and what training can do about it
//!
//! The risk R = E\[ℓ(f(x), y)\] is the mean loss over everything that can come. Nobody can compute it, because nobody knows the
//! distribution of the data. The empirical risk is the mean over the data at hand. Training makes the empirical risk small, and hopes that
//! the risk follows. [`generalization_gap`](crate::generalization_gap) is the difference on held-out data: if it grows, the model learns its
//! samples by heart. With ten houses the example above has 6.5 on those seen and 29 on others; with a thousand the gap is gone.
//!
//! # A loss from the noise: maximum likelihood
//!
//! Let a model give each observation yᵢ a density p(yᵢ | xᵢ; θ). The likelihood of θ is the product over all i. A product of many
//! numbers underflows, and its logarithm has its maximum in the same place:
//!
//! max over θ of Π p(yᵢ | xᵢ; θ) ⇔ min over θ of Σ −ln p(yᵢ | xᵢ; θ)
//!
//! So −ln p is a loss: a sum, one term for each sample. Put the density of a noise in, and drop what does not depend on θ:
//!
//! | noise of y around the prediction p | density | −ln of it | loss |
//! |---|---|---|---|
//! | Gaussian, deviation σ | ∝ e^(−d²/2σ²) | d²/2σ² + … | [`SquaredError`](crate::SquaredError), for any fixed σ |
//! | Gaussian, σ predicted | (1/σ)·e^(−d²/2σ²) | d²/2σ² + ln σ | [`GaussianNll`](crate::GaussianNll) |
//! | Laplace, scale b | ∝ e^(−\|d\|/b) | \|d\|/b + … | [`AbsoluteError`](crate::AbsoluteError); [`LaplaceNll`](crate::LaplaceNll) with b predicted |
//! | asymmetric Laplace | steeper on one side | τ or 1 − τ times \|d\| | [`Quantile`](crate::Quantile) |
//! | Gaussian within δ, Laplace beyond | least favourable for a share of wild readings | ½d², then δ\|d\| − ½δ² | [`Huber`](crate::Huber) |
//! | hyperbolic secant | ∝ 1/cosh d | ln cosh d | [`LogCosh`](crate::LogCosh) |
//! | Poisson, mean e^x | e^(xy − e^x)/y! | e^x − xy + … | [`PoissonNll`](crate::PoissonNll) |
//! | Bernoulli, one of two | p^y·(1 − p)^(1−y) | −y·ln p − (1 − y)·ln(1 − p) | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) |
//! | categorical, one of K | p_y | −ln p_y | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) |
//!
//! To choose a loss is to say which noise the data have. [`LossKind::properties`](crate::LossKind::properties) names it for each loss that has
//! one. A heavy tail in the density makes a loss that forgives large errors; that is why one wild reading moves a mean and not a median.
//!
//! ```
//! use microloss::{Elementwise, GaussianNll, Loss, Reduction, SquaredError};
//!
//! // With σ = 1 the Gaussian's slope in the prediction is half that of d².
//! let mut row = [[1.5, 0.0]]; // the prediction, and ln σ²
//! GaussianNll::new().value_and_gradient_in_place(&mut row, &[4.0], Reduction::Sum)?;
//! assert_eq!(row[0][0], 0.5 * SquaredError::new().point(1.5, 4.0).slope);
//! # Ok::<(), microloss::Error>(())
//! ```
//!
//! **Run it**: `cargo run --release --example centres` shows the mean, the median or the percentile that each loss finds in the same data.
//!
//! # Three names for one thing
//!
//! H(P, Q) = H(P) + KL(P ‖ Q). The data P are fixed, so these have the same minimum in Q: the cross-entropy H(P, Q), in which information theory
//! counts the length of a message; the divergence KL(P ‖ Q), its part that a better model would save; and −ln of the likelihood.
//! [`information`](crate::information) has all three. The unit is the nat: [`nats_to_bits`](crate::nats_to_bits) gives bits.
//!
//! **Run it**: `cargo run --release --example spam`.
//!
//! # Models that make data
//!
//! | | variational auto-encoder | adversarial network | diffusion |
//! |---|---|---|---|
//! | loss | [`Elbo`](crate::Elbo) | [`GanDiscriminator`](crate::GanDiscriminator), [`GanGenerator`](crate::GanGenerator) | [`NoisePrediction`](crate::NoisePrediction) |
//! | makes small | a bound of −ln p(x) | the other side's success | the error of predicted noise |
//! | networks | encoder, decoder | generator, discriminator | one, called at every step |
//! | a sample takes | one pass | one pass | tens to thousands of passes |
//! | covers the data | yes: missing data cost without bound | not always: the mode collapses | yes |
//! | samples | blurry: a mean of what is possible | sharp | sharp |
//! | training | stable; one number tells progress | a game: no number tells progress | stable; a squared error |
//!
//! The ELBO is a lower bound of ln p(x), and is made large; [`Elbo`](crate::Elbo) is its negative. At the end of the adversarial game D = ½
//! everywhere, and the discriminator's loss is 2·ln 2.
//!
//! **Run it**: `cargo run --release --example vae`, `cargo run --release --example gan`, `cargo run --release --example mode_collapse`,
//! `cargo run --release --example diffusion`.
//!
//! # What people prefer: RLHF and DPO
//!
//! Both start from comparisons of answers, and want the policy π with the largest mean reward r − β·KL(π ‖ ρ), near a reference ρ. It is known:
//! π* = ρ·e^(r/β)/Z. RLHF learns r, then looks for π*. DPO solves the formula for r = β·ln(π/ρ) + β·ln Z, and puts it into the loss of the
//! reward model. There only differences of rewards count, so Z drops out, and the policy can be trained on the comparisons themselves.
//!
//! | | RLHF | DPO |
//! |---|---|---|
//! | stages | fine-tuning, reward model, policy | fine-tuning, policy |
//! | losses | [`BradleyTerry`](crate::BradleyTerry), then [`Ppo`](crate::Ppo) with [`rlhf_rewards`](crate::rlhf_rewards) | [`Dpo`](crate::Dpo) |
//! | in memory while the policy learns | policy, reference, reward model, critic | policy, reference |
//! | learns from | answers of the policy itself | the comparisons alone |
//! | stability | needs care: clip, advantages, critic | that of a classifier |
//!
//! A small β lets the policy go far from the reference, a large one holds it near.
//!
//! **Run it**: `cargo run --release --example rlhf` meets π* both ways; `cargo run --release --example safety_preference` shows β.
//!
//! # The landscape of a loss
//!
//! | property | consequence | here |
//! |---|---|---|
//! | Most losses are convex in the predictions; none is in the parameters of a network. | There are many valleys and saddle points. The noise of small batches helps out of saddles. | [`Properties::convex`](crate::Properties) |
//! | Wide, flat valleys tend to generalise better than sharp ones. | It can pay to take the gradient a little uphill. | [`sharpness_aware_perturbation`](crate::sharpness_aware_perturbation) |
//! | Saturated units have no slope. | Early layers stop learning. | [`is_vanishing`](crate::is_vanishing), [`gradient_norm`](crate::gradient_norm) |
//! | A loss with a bounded slope does not leap. | One sample cannot throw the parameters far. | [`GradientBound`](crate::GradientBound), [`clip_by_norm`](crate::clip_by_norm) |
//!
//! Cross-entropy of logits has its largest slope where the network is wrong and sure; a squared error of probabilities has none there.
//!
//! ```
//! use microloss::{Elementwise, SigmoidCrossEntropy, math::sigmoid};
//!
//! let logit = -12.0; // sure of 0, and the truth is 1
//! let p = sigmoid(logit);
//! let of_probabilities = 2.0 * (p - 1.0) * p * (1.0 - p);
//! assert!(of_probabilities.abs() < 2e-5);
//! assert!(SigmoidCrossEntropy::new().point(logit, 1.0).slope < -0.999);
//! ```
//!
//! **Run it**: `cargo run --release --example sharpness`.
//!
//! # Often read, and not so
//!
//! | often read | in truth |
//! |---|---|
//! | A spam mail with p = 0.1 costs 2.30 bits. | These are nats: 3.32 bits. |
//! | Losses weigh 2.25 times as much as gains (Kahneman & Tversky 1979). | The number is from Tversky & Kahneman (1992): [`Prospect`](crate::Prospect). |
//! | InfoNCE divides by the negatives alone. | The positive is among them, or the bound on mutual information fails: [`InfoNce`](crate::InfoNce). |
//! | A positive weight of 2 500 mends both the costs and the rarity of frauds. | It states the costs. Rarity is in the data already; to weigh for both counts it twice. |
//! | FaceNet's triplet loss takes distances. | It takes squared distances: [`Triplet::squared`](crate::Triplet::squared). |
//! | Llama 2 was aligned with DPO. | By rejection sampling and PPO; Llama 3 took DPO. |
//! | Huber's loss lowers the RMSE by 15 to 30 %. | That depends on how wild the readings are: 63 % in `sensors`. |
//! | `mean` is the mean over samples. | It divides by elements, rows or weights: [`coming_from`](crate::guide::coming_from) has a table. |
