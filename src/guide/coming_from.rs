//! Coming from PyTorch, Keras, optax or AIfES: names, and conventions that differ.
//!
//! Every name below also finds its loss in the search field of these pages.
//!
//! # Conventions
//!
//! What a number that does not match is usually due to:
//!
//! | | PyTorch | Keras 3 | optax | AIfES | here |
//! |---|---|---|---|---|---|
//! | reduction unless told otherwise | mean | mean | none | mean | always named: [`Reduction`](crate::Reduction), or [`terms`](crate::Loss::terms) for none |
//! | a mean divides by | elements; with class weights and labels, Σ of the labels' weights; with class weights and probabilities, rows | elements | | elements (MSE), rows (cross-entropy) | rows; elements for a loss of single numbers; Σ of the weights where rows carry weights |
//! | mean of nothing | NaN | 0 | | | value 0, gradient 0 where all is ignored or of weight 0; no rows at all is [`Error::EmptyBatch`](crate::Error::EmptyBatch) |
//! | squared error | no ½ | no ½ | `l2_loss` ½, `squared_error` none | no ½ | no ½ |
//! | logits or probabilities | by the function | `from_logits=False` | by the name | the last layer's | by the name: `Softmax…`, `Sigmoid…` take logits |
//! | class labels | `int64`, or probabilities if the tensor is floating | integers in `Sparse…` and `CategoricalGeneralizedCrossEntropy`, one-hot in other `Categorical…` | by the name | one-hot `f32`, or `u8` in `…sparse8` | `u8`, `u16`, `u32`, `usize`; distributions in `…Dense` |
//! | ignored labels | −100 unless set | `ignore_class`, none | a mask | | [`ignoring`](crate::SoftmaxCrossEntropy::ignoring), none; labels are unsigned: `u8::try_from(label).unwrap_or(255)` makes 255 of −100 |
//! | labels of a hinge | | −1, 1, or 0, 1 and then converted, if the whole batch has no other | −1, 1 | | −1, 1 |
//! | label smoothing ε | ε/K on every class | ε/K; binary ½ε | ε/K | | ε/K; binary ½ε |
//! | hidden ε | logarithms floored at −100 (`BCELoss`), 1e-6 in triplet distances and variances, 1e-12 in cosines | probabilities clipped to [1e-7, 1 − 1e-7], where the gradient is 0 | 1e-6 in triplet distances | none: NaN in the binary loss for a probability of 0 or 1 that is right | none; [`BernoulliNll`](crate::BernoulliNll) has a floor, and a gradient below it |
//! | arguments of a divergence KL(t‖q) | `kl_div(ln q, t)` | `(t, q)` | `(ln q, t)` | | [`SoftmaxKl`](crate::SoftmaxKl): logits of q, then t; [`kl_divergence(t, q)`](crate::kl_divergence) |
//! | order of other arguments | prediction, target | target, prediction | prediction, target | | prediction, target |
//! | Huber and smooth L1 | Huber(δ) = δ·SmoothL1(β = δ) | Huber | Huber | | both, as in PyTorch |
//! | the factor α of focal losses | 0.25 in torchvision | 0.25 (binary: if `apply_class_balancing`) | none unless set | | none unless set |
//! | contrastive labels | | | | | `true` for one class; no ½ |
//! | axis of the classes | second (N, C, …) | last | last | last | last: a row is one sample, or pixel |
//! | gradient | by `backward()` | by the back end | `jax.grad` | into the last layer | into the caller's buffer, by the same call as the value |
//!
//! # PyTorch
//!
//! | `torch.nn`, `torch.nn.functional` | here | what differs |
//! |---|---|---|
//! | `L1Loss`, `l1_loss` | [`AbsoluteError`](crate::AbsoluteError) | |
//! | `MSELoss`, `mse_loss` | [`SquaredError`](crate::SquaredError) | |
//! | `HuberLoss`, `huber_loss` | [`Huber`](crate::Huber) | δ is an argument, not 1 |
//! | `SmoothL1Loss`, `smooth_l1_loss` | [`SmoothL1`](crate::SmoothL1) | β is an argument, not 1; for β = 0 use [`AbsoluteError`](crate::AbsoluteError) |
//! | `CrossEntropyLoss`, `cross_entropy` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | labels; where the target is probabilities, the next line |
//! | `SoftTargetCrossEntropy` (timm) | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | |
//! | `NLLLoss`, `nll_loss` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | takes the logits: leave `log_softmax` out |
//! | `BCEWithLogitsLoss`, `binary_cross_entropy_with_logits` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | `pos_weight` is [`with_positive_weight`](crate::SigmoidCrossEntropy::with_positive_weight), one number: for one a label, a call a column; `weight` is [`Weighted`](crate::Weighted), `Over` the number of elements |
//! | `MultiLabelSoftMarginLoss`, `multilabel_soft_margin_loss` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | every label an element: `as_flattened()` |
//! | `SoftMarginLoss`, `soft_margin_loss` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | targets 0 and 1 for −1 and 1 |
//! | `BCELoss`, `binary_cross_entropy` | [`BernoulliNll`](crate::BernoulliNll) | below the floor a tangent, not a cut |
//! | `sigmoid_focal_loss` (torchvision) | [`SigmoidFocal`](crate::SigmoidFocal) | α and γ are arguments; their reduction is none unless set |
//! | `KLDivLoss`, `kl_div` | [`SoftmaxKl`](crate::SoftmaxKl) | takes logits; `Mean` is their `batchmean`; their `mean` is `Over` the number of elements; `log_target=True` of logits is [`Distillation`](crate::Distillation) at temperature 1 |
//! | `GaussianNLLLoss`, `gaussian_nll_loss` | [`GaussianNll`](crate::GaussianNll) | a row is `[μ, ln σ²]`: one array, and the logarithm |
//! | `PoissonNLLLoss`, `poisson_nll_loss` | [`PoissonNll`](crate::PoissonNll) | takes the logarithm of the rate, as `log_input=True` |
//! | `HingeEmbeddingLoss`, `hinge_embedding_loss` | [`HingeEmbedding`](crate::HingeEmbedding) | |
//! | `MultiMarginLoss`, `multi_margin_loss` | [`WestonWatkinsHinge`](crate::WestonWatkinsHinge) | |
//! | `MultiLabelMarginLoss`, `multilabel_margin_loss` | [`MultiLabelMargin`](crate::MultiLabelMargin) | the set of labels as `[bool; K]` |
//! | `MarginRankingLoss`, `margin_ranking_loss` | [`MarginRanking`](crate::MarginRanking) | the margin is an argument, not 0 |
//! | `CosineEmbeddingLoss`, `cosine_embedding_loss` | [`CosineEmbedding`](crate::CosineEmbedding) | `true` and `false` for 1 and −1; no ε |
//! | `TripletMarginLoss`, `triplet_margin_loss` | [`Triplet`](crate::Triplet) | no ε; p = 2 |
//! | `TripletMarginWithDistanceLoss` | [`Triplet`](crate::Triplet) | Euclidean, or [`squared`](crate::Triplet::squared) |
//! | `CTCLoss`, `ctc_loss` | [`Ctc`](crate::Ctc) | takes logits; one sequence a call; their `mean` is `Over(N·max(1, S))`, with N the number of sequences and S that of the labels |
//! | `clip_grad_norm_` | [`clip_by_norm`](crate::clip_by_norm) | |
//!
//! # Keras
//!
//! | `keras.losses` | here | what differs |
//! |---|---|---|
//! | `MeanSquaredError` | [`SquaredError`](crate::SquaredError) | |
//! | `MeanAbsoluteError` | [`AbsoluteError`](crate::AbsoluteError) | |
//! | `Huber` | [`Huber`](crate::Huber) | δ is an argument, not 1 |
//! | `LogCosh` | [`LogCosh`](crate::LogCosh) | |
//! | `BinaryCrossentropy` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | that is `from_logits=True`; their default, probabilities, is [`BernoulliNll`](crate::BernoulliNll) |
//! | `SparseCategoricalCrossentropy` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | `from_logits=True`: leave the last softmax out |
//! | `CategoricalCrossentropy` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | likewise |
//! | `BinaryFocalCrossentropy` | [`SigmoidFocal`](crate::SigmoidFocal) | takes logits |
//! | `CategoricalFocalCrossentropy` | [`SoftmaxFocal`](crate::SoftmaxFocal) | takes logits and labels; α is 0.25 for every class there, unless given for each |
//! | `CategoricalGeneralizedCrossEntropy` | [`GeneralizedCrossEntropy`](crate::GeneralizedCrossEntropy) | takes logits |
//! | `KLDivergence` | [`SoftmaxKl`](crate::SoftmaxKl) | takes logits; of two distributions it is [`kl_divergence`](crate::kl_divergence) |
//! | `Poisson` | [`PoissonNll`](crate::PoissonNll) | takes the logarithm of the rate |
//! | `Hinge` | [`Hinge`](crate::Hinge) | labels −1 and 1 alone |
//! | `SquaredHinge` | [`SquaredHinge`](crate::SquaredHinge) | likewise |
//! | `CategoricalHinge` | [`CrammerSingerHinge`](crate::CrammerSingerHinge) | labels, not one-hot; the best of the others counts as 0 there where it is negative |
//! | `CosineSimilarity` | [`CosineEmbedding`](crate::CosineEmbedding) | theirs is −cos, this 1 − cos of pairs marked `true` |
//! | `Dice` | [`Tversky`](crate::Tversky) | [`dice`](crate::Tversky::dice); no ε unless [`with_smooth`](crate::Tversky::with_smooth) |
//! | `Tversky` | [`Tversky`](crate::Tversky) | α and β change places: their code weighs misses with `alpha`, false alarms with `beta` |
//! | `CTC` | [`Ctc`](crate::Ctc) | one sequence a call |
//! | `sample_weight` | [`Weighted`](crate::Weighted) | `Mean` divides by Σ of the weights, as `mean_with_sample_weight` |
//! | `class_weight` | [`inverse_frequency_weights`](crate::inverse_frequency_weights) | weights for [`with_class_weights`](crate::SoftmaxCrossEntropy::with_class_weights) |
//!
//! # optax
//!
//! | `optax.losses` | here | what differs |
//! |---|---|---|
//! | `squared_error` | [`SquaredError`](crate::SquaredError) | |
//! | `l2_loss` | [`SquaredError`](crate::SquaredError) | theirs is half of it |
//! | `huber_loss` | [`Huber`](crate::Huber) | δ is an argument, not 1 |
//! | `log_cosh` | [`LogCosh`](crate::LogCosh) | |
//! | `sigmoid_binary_cross_entropy` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | |
//! | `sigmoid_focal_loss` | [`SigmoidFocal`](crate::SigmoidFocal) | γ is an argument, not 2 |
//! | `softmax_cross_entropy_with_integer_labels` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | |
//! | `softmax_cross_entropy`, `safe_softmax_cross_entropy` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | safe always: 0·∞ is 0 |
//! | `smooth_labels` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | [`with_label_smoothing`](crate::SoftmaxCrossEntropy::with_label_smoothing) |
//! | `poly_loss_cross_entropy` | [`Poly1CrossEntropy`](crate::Poly1CrossEntropy) | labels, not distributions; ε is an argument, not 2 |
//! | `kl_divergence` | [`SoftmaxKl`](crate::SoftmaxKl) | takes logits |
//! | `kl_divergence_with_log_targets` | [`kl_divergence_of_logs`](crate::kl_divergence_of_logs) | the target first; a value, without a gradient |
//! | `hinge_loss` | [`Hinge`](crate::Hinge) | |
//! | `multiclass_hinge_loss` | [`CrammerSingerHinge`](crate::CrammerSingerHinge) | the margin is an argument, not 1 |
//! | `multiclass_perceptron_loss` | [`EnergyPerceptron`](crate::EnergyPerceptron) | of energies, which are negated scores |
//! | `cosine_distance`, `cosine_similarity` | [`CosineEmbedding`](crate::CosineEmbedding) | 0 for a vector of length 0, where theirs is NaN |
//! | `ntxent` | [`NtXent`](crate::NtXent) | views by position, not labels; with labels see [`SupervisedContrastive`](crate::SupervisedContrastive), which keeps other positives in the denominator |
//! | `triplet_margin_loss` | [`Triplet`](crate::Triplet) | no ε; the margin is an argument, not 1 |
//! | `binary_dice_loss` | [`SigmoidTversky`](crate::SigmoidTversky) | s is their `smooth`, which is 1 unless set |
//! | `dice_loss` | [`SoftmaxTversky`](crate::SoftmaxTversky) | likewise; labels, not one-hot; `alpha` and `beta` are those of [`SoftmaxTversky::new`](crate::SoftmaxTversky::new) |
//! | `multiclass_generalized_dice_loss` | [`SoftmaxTversky`](crate::SoftmaxTversky) | classes weigh the same here, by their inverse squared frequency there |
//! | `ctc_loss` | [`Ctc`](crate::Ctc) | one sequence a call |
//!
//! # AIfES
//!
//! A loss there hangs on the last layer and works on its tensors; here it is called with the slices.
//!
//! | function | here | what differs |
//! |---|---|---|
//! | `ailoss_mse_f32_default` | [`SquaredError`](crate::SquaredError) | |
//! | `ailoss_crossentropy_f32_default` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | after a sigmoid layer there; leave the sigmoid out |
//! | `ailoss_crossentropy_f32_default` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | after a softmax layer there; leave the softmax out |
//! | `ailoss_crossentropy_sparse8_f32_default` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | likewise; labels stay `u8` |
//!
//! # Others
//!
//! | name | of | here | what differs |
//! |---|---|---|---|
//! | `ContrastiveLoss` | pytorch-metric-learning | [`Contrastive`](crate::Contrastive) | squares there are not taken |
//! | `NTXentLoss` | pytorch-metric-learning | [`NtXent`](crate::NtXent) | views by position, not labels |
//! | `SupConLoss` | pytorch-metric-learning | [`SupervisedContrastive`](crate::SupervisedContrastive) | τ is an argument, not 0.1 |
//! | `DPOTrainer` | TRL | [`Dpo`](crate::Dpo) | log-probabilities come from [`SequenceLogProbability`](crate::SequenceLogProbability) |
//! | `exo_pair` | TRL | [`Exo`](crate::Exo) | |
//! | `CPOTrainer` | TRL | [`SimPo`](crate::SimPo) | its `loss_type="simpo"` with `cpo_alpha=0`: otherwise it adds a likelihood |
//! | `KTOTrainer` | TRL | [`Kto`](crate::Kto) | z is an argument |
//! | `ORPOTrainer` | TRL | [`Orpo`](crate::Orpo) | |
//! | `RewardTrainer` | TRL | [`BradleyTerry`](crate::BradleyTerry) | |
//! | `PPOTrainer` | TRL | [`Ppo`](crate::Ppo) | with [`ClippedValue`](crate::ClippedValue) and [`rlhf_rewards`](crate::rlhf_rewards) |
//! | `log_loss` | scikit-learn | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | takes logits |
//! | `mean_pinball_loss` | scikit-learn | [`Quantile`](crate::Quantile) | τ is an argument, not ½ |
//!
//! # What is not here
//!
//! * Percentage error |d/t|: [`AbsoluteError`](crate::AbsoluteError) with [`Weighted`](crate::Weighted) 1/|t| and `Over` the number of rows.
//! * Squared logarithmic error: [`SquaredError`](crate::SquaredError) of ln(1 + p) and ln(1 + t); divide its gradient by 1 + p.
//! * RNN-T, circle loss, sparsemax. A loss of single numbers is value with slope, and the second derivative:
//!   [`Elementwise`](crate::Elementwise); of rows, [`Rowwise`](crate::Rowwise).
