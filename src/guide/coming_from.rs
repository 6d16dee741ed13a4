//! PyTorch, Keras, optax, AIfES, scikit-learn and others: their names, and the conventions that differ.
//!
//! The search field of these pages finds every name below (`tests/search.sh`).
//!
//! # Conventions
//!
//! If a number does not match, look here first:
//!
//! | | here | PyTorch | Keras 3 | optax | AIfES |
//! |---|---|---|---|---|---|
//! | default reduction | an argument: [`Reduction`](crate::Reduction); for none call [`terms`](crate::Loss::terms) | mean | mean | none | mean |
//! | a mean divides by | rows; elements for a loss of single numbers; Σ of the weights if rows have weights | elements; with class weights and labels, Σ of the labels' weights; with class weights and probabilities, rows | elements | | elements (MSE), rows (cross-entropy) |
//! | mean of nothing | value 0, gradient 0 if all rows are ignored or have weight 0; [`Error::EmptyBatch`](crate::Error::EmptyBatch) if there are no rows | NaN | 0 | | |
//! | squared error | no ½ | no ½ | no ½ | `l2_loss` ½, `squared_error` none | no ½ |
//! | logits or probabilities | by the name: `Softmax…`, `Sigmoid…` take logits | by the function | `from_logits=False` | by the name | the last layer's |
//! | class labels | `u8`, `u16`, `u32`, `usize`; distributions in `…Dense` | `int64`, or probabilities if the tensor is floating | integers in `Sparse…` and `CategoricalGeneralizedCrossEntropy`, one-hot in other `Categorical…` | by the name | one-hot `f32`, or `u8` in `…sparse8` |
//! | ignored labels | none unless [`ignoring`](crate::SoftmaxCrossEntropy::ignoring); labels are unsigned: `u8::try_from(label).unwrap_or(255)` turns −100 into 255 | −100 unless set | `ignore_class`, none | a mask | |
//! | labels of a hinge | −1, 1 | | −1, 1; or 0, 1, converted if the whole batch has only these | −1, 1 | |
//! | label smoothing ε | ε/K; binary ½ε | ε/K on every class | ε/K; binary ½ε | ε/K | |
//! | hidden ε | none; [`BernoulliNll`](crate::BernoulliNll) has a floor, and a gradient below it | logarithms floored at −100 (`BCELoss`), 1e-6 in triplet distances and variances, 1e-12 in cosines | probabilities clipped to [1e-7, 1 − 1e-7], with gradient 0 there | 1e-6 in triplet distances | none: the binary loss is NaN if a probability of 0 or 1 is right |
//! | arguments of a divergence KL(t‖q) | [`SoftmaxKl`](crate::SoftmaxKl): logits of q, then t; [`kl_divergence(t, q)`](crate::kl_divergence) | `kl_div(ln q, t)` | `(t, q)` | `(ln q, t)` | |
//! | order of other arguments | prediction, target | prediction, target | target, prediction | prediction, target | |
//! | Huber and smooth L1 | both, as in PyTorch | Huber(δ) = δ·SmoothL1(β = δ) | Huber | Huber | |
//! | the factor α of focal losses | none unless set | 0.25 in torchvision | 0.25 (binary: if `apply_class_balancing`) | none unless set | |
//! | contrastive labels | `true` for one class; no ½ | | | | |
//! | axis of the classes | last: a row is one sample, or pixel | second (N, C, …) | last | last | last |
//! | gradient | into the caller's buffer, by the same call as the value | by `backward()` | by the back end | `jax.grad` | into the last layer |
//!
//! # PyTorch
//!
//! | `torch.nn`, `torch.nn.functional` | here | what differs |
//! |---|---|---|
//! | `L1Loss`, `l1_loss` | [`AbsoluteError`](crate::AbsoluteError) | |
//! | `MSELoss`, `mse_loss` | [`SquaredError`](crate::SquaredError) | |
//! | `HuberLoss`, `huber_loss` | [`Huber`](crate::Huber) | δ is an argument, not 1 |
//! | `SmoothL1Loss`, `smooth_l1_loss` | [`SmoothL1`](crate::SmoothL1) | β is an argument, not 1; for β = 0 use [`AbsoluteError`](crate::AbsoluteError) |
//! | `CrossEntropyLoss`, `cross_entropy` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | takes labels; if the target is probabilities, see the next line |
//! | `SoftTargetCrossEntropy` (timm) | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | |
//! | `NLLLoss`, `nll_loss` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | takes the logits: leave out `log_softmax` |
//! | `BCEWithLogitsLoss`, `binary_cross_entropy_with_logits` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | `pos_weight` is [`with_positive_weight`](crate::SigmoidCrossEntropy::with_positive_weight), one number; `weight` of samples is [`Weighted`](crate::Weighted), `Over` the number of elements |
//! | `BCEWithLogitsLoss`, `binary_cross_entropy_with_logits` | [`PerOutput`](crate::PerOutput) | for a vector of `pos_weight` or `weight`, one a label: of [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy); `Sum` is 1/K of theirs |
//! | `MultiLabelSoftMarginLoss`, `multilabel_soft_margin_loss` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | every label is an element: `as_flattened()` |
//! | `SoftMarginLoss`, `soft_margin_loss` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | targets 0 and 1 instead of −1 and 1 |
//! | `BCELoss`, `binary_cross_entropy` | [`BernoulliNll`](crate::BernoulliNll) | continues as a tangent below the floor, is not clipped |
//! | `sigmoid_focal_loss` (torchvision) | [`SigmoidFocal`](crate::SigmoidFocal) | α and γ are arguments; their reduction is none unless set |
//! | `generalized_box_iou_loss` (torchvision) | [`BoxGiou`](crate::BoxGiou) | no ε; an edge on that of the target has gradient 0, theirs the mean of both sides |
//! | `box_iou` (torchvision) | [`BoxIou`](crate::BoxIou) | theirs is the index, of every pair; this is 1 − IoU of each row |
//! | `KLDivLoss`, `kl_div` | [`SoftmaxKl`](crate::SoftmaxKl) | takes logits; `Mean` is their `batchmean`; their `mean` is `Over` the number of elements; `log_target=True` of logits is [`Distillation`](crate::Distillation) at temperature 1 |
//! | `GaussianNLLLoss`, `gaussian_nll_loss` | [`GaussianNll`](crate::GaussianNll) | a row is `[μ, ln σ²]`: one array, and the logarithm |
//! | `eps` | [`ScaleFloor`](crate::ScaleFloor) | of [`GaussianNll`](crate::GaussianNll), with the floor ln eps; their gradient passes through the clamp, this is 0 there |
//! | `PoissonNLLLoss`, `poisson_nll_loss` | [`PoissonNll`](crate::PoissonNll) | takes the logarithm of the rate, as `log_input=True` |
//! | `HingeEmbeddingLoss`, `hinge_embedding_loss` | [`HingeEmbedding`](crate::HingeEmbedding) | |
//! | `MultiMarginLoss`, `multi_margin_loss` | [`WestonWatkinsHinge`](crate::WestonWatkinsHinge) | |
//! | `MultiLabelMarginLoss`, `multilabel_margin_loss` | [`MultiLabelMargin`](crate::MultiLabelMargin) | the set of labels as `[bool; K]` |
//! | `MarginRankingLoss`, `margin_ranking_loss` | [`MarginRanking`](crate::MarginRanking) | the margin is an argument, not 0 |
//! | `CosineEmbeddingLoss`, `cosine_embedding_loss` | [`CosineEmbedding`](crate::CosineEmbedding) | `true` and `false` for 1 and −1; no ε |
//! | `TripletMarginLoss`, `triplet_margin_loss` | [`Triplet`](crate::Triplet) | no ε; p = 2 |
//! | `TripletMarginWithDistanceLoss` | [`Triplet`](crate::Triplet) | Euclidean, or [`squared`](crate::Triplet::squared) |
//! | `TripletMarginWithDistanceLoss` | [`CosineTriplet`](crate::CosineTriplet) | distance 1 − cos, as `distance_function=lambda x, y: 1 - F.cosine_similarity(x, y)` |
//! | `CTCLoss`, `ctc_loss` | [`Ctc`](crate::Ctc) | takes logits; one sequence per call; their `mean` is `Over(N·max(1, S))`, with N sequences and S labels |
//! | `clip_grad_norm_` | [`clip_by_norm`](crate::clip_by_norm) | |
//!
//! # Keras
//!
//! | `keras.losses` | here | what differs |
//! |---|---|---|
//! | `MeanSquaredError`, `mean_squared_error` | [`SquaredError`](crate::SquaredError) | |
//! | `MeanAbsoluteError`, `mean_absolute_error` | [`AbsoluteError`](crate::AbsoluteError) | |
//! | `Huber` | [`Huber`](crate::Huber) | δ is an argument, not 1 |
//! | `LogCosh` | [`LogCosh`](crate::LogCosh) | |
//! | `BinaryCrossentropy`, `binary_crossentropy` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | `from_logits=True`; their default takes probabilities, as [`BernoulliNll`](crate::BernoulliNll) |
//! | `SparseCategoricalCrossentropy`, `sparse_categorical_crossentropy` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | `from_logits=True`: leave out the last softmax |
//! | `SparseCategoricalCrossentropy`, `sparse_categorical_crossentropy` | [`CategoricalNll`](crate::CategoricalNll) | `from_logits=False`: theirs divides p by its sum and clips it to [1e-7, 1 − 1e-7], with gradient 0 there |
//! | `CategoricalCrossentropy`, `categorical_crossentropy` | [`KlDivergence`](crate::KlDivergence) | `from_logits=False`, for one-hot targets; for others theirs is more by the target's entropy |
//! | `CategoricalCrossentropy`, `categorical_crossentropy` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | `from_logits=True`: leave out the last softmax |
//! | `BinaryFocalCrossentropy`, `binary_focal_crossentropy` | [`SigmoidFocal`](crate::SigmoidFocal) | takes logits |
//! | `CategoricalFocalCrossentropy`, `categorical_focal_crossentropy` | [`SoftmaxFocal`](crate::SoftmaxFocal) | takes logits and labels; their α is 0.25 for every class unless given for each |
//! | `CategoricalFocalCrossentropy`, `categorical_focal_crossentropy` | [`SoftmaxFocalDense`](crate::SoftmaxFocalDense) | the same with distributions, and with `label_smoothing`; takes logits |
//! | `CategoricalGeneralizedCrossEntropy` | [`GeneralizedCrossEntropy`](crate::GeneralizedCrossEntropy) | takes logits |
//! | `KLDivergence` | [`SoftmaxKl`](crate::SoftmaxKl) | takes logits; for two distributions use [`kl_divergence`](crate::kl_divergence), which adds q − t: it differs if their sums do |
//! | `KLDivergence` | [`KlDivergence`](crate::KlDivergence) | takes probabilities; theirs clips p and t to [1e-7, 1] and leaves out p − t |
//! | `Poisson` | [`PoissonNll`](crate::PoissonNll) | takes the logarithm of the rate |
//! | `Hinge` | [`Hinge`](crate::Hinge) | labels −1 and 1 only |
//! | `SquaredHinge`, `squared_hinge` | [`SquaredHinge`](crate::SquaredHinge) | labels −1 and 1 only |
//! | `CategoricalHinge`, `categorical_hinge` | [`CrammerSingerHinge`](crate::CrammerSingerHinge) | labels, not one-hot; theirs counts the best other class as 0 if it is negative |
//! | `CosineSimilarity` | [`CosineEmbedding`](crate::CosineEmbedding) | theirs is −cos; this is 1 − cos for pairs marked `true` |
//! | `Dice` | [`Tversky`](crate::Tversky) | [`dice`](crate::Tversky::dice); no ε unless [`with_smooth`](crate::Tversky::with_smooth) |
//! | `Tversky` | [`Tversky`](crate::Tversky) | the same from Keras 3.16 on. Up to 3.15.1 α and β are swapped: their code weights misses by `alpha` and false alarms by `beta` |
//! | `CTC` | [`Ctc`](crate::Ctc) | one sequence per call |
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
//! | `softmax_cross_entropy`, `safe_softmax_cross_entropy` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | always safe: 0·∞ is 0 |
//! | `smooth_labels` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | [`with_label_smoothing`](crate::SoftmaxCrossEntropy::with_label_smoothing) |
//! | `poly_loss_cross_entropy` | [`Poly1CrossEntropy`](crate::Poly1CrossEntropy) | labels, not distributions; ε is an argument, not 2 |
//! | `kl_divergence` | [`SoftmaxKl`](crate::SoftmaxKl) | takes logits; a target whose sum S is not 1 costs S·ln S less here: S times the loss of t/S |
//! | `kl_divergence_with_log_targets` | [`kl_divergence_of_logs`](crate::kl_divergence_of_logs) | the target first; a value, without a gradient |
//! | `hinge_loss` | [`Hinge`](crate::Hinge) | |
//! | `perceptron_loss` | [`Perceptron`](crate::Perceptron) | a score of 0 counts as wrong; theirs takes half of the slope there |
//! | `ranking_softmax_loss` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | a list is a row, and its relevances the target; an item that is masked has the logit −∞ |
//! | `multiclass_hinge_loss` | [`CrammerSingerHinge`](crate::CrammerSingerHinge) | the margin is an argument, not 1 |
//! | `multiclass_perceptron_loss` | [`EnergyPerceptron`](crate::EnergyPerceptron) | takes energies, which are negated scores |
//! | `cosine_distance`, `cosine_similarity` | [`CosineEmbedding`](crate::CosineEmbedding) | the cosine of a vector of length 0 is 0; theirs is NaN |
//! | `ntxent` | [`NtXent`](crate::NtXent) | [`value_by_label`](crate::NtXent::value_by_label) and its like; no ε |
//! | `triplet_margin_loss` | [`Triplet`](crate::Triplet) | no ε; the margin is an argument, not 1 |
//! | `binary_dice_loss` | [`SigmoidTversky`](crate::SigmoidTversky) | s is their `smooth`, 1 unless set |
//! | `dice_loss` | [`SoftmaxTversky`](crate::SoftmaxTversky) | s is their `smooth`, 1 unless set; labels, not one-hot; `alpha` and `beta` are those of [`SoftmaxTversky::new`](crate::SoftmaxTversky::new) |
//! | `multiclass_generalized_dice_loss` | [`SoftmaxTversky`](crate::SoftmaxTversky) | classes have equal weights here; theirs have the inverse squared frequency |
//! | `ctc_loss` | [`Ctc`](crate::Ctc) | one sequence per call |
//!
//! # AIfES
//!
//! In AIfES a loss belongs to the last layer and works on its tensors. Here you call it with slices.
//!
//! | function | here | what differs |
//! |---|---|---|
//! | `ailoss_mse_f32_default` | [`SquaredError`](crate::SquaredError) | |
//! | `ailoss_crossentropy_f32_default` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | theirs follows a sigmoid layer: leave out the sigmoid |
//! | `ailoss_crossentropy_f32_default` | [`SoftmaxCrossEntropyDense`](crate::SoftmaxCrossEntropyDense) | theirs follows a softmax layer: leave out the softmax |
//! | `ailoss_crossentropy_sparse8_f32_default` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | leave out the softmax; labels stay `u8` |
//!
//! # Others
//!
//! | name | here | of | what differs |
//! |---|---|---|---|
//! | `ContrastiveLoss` | [`LinearContrastive`](crate::LinearContrastive) | pytorch-metric-learning | `pos_margin` is [`with_positive_margin`](crate::LinearContrastive::with_positive_margin); theirs takes directions (`normalize_embeddings`), and divides each kind of pair by the number of its losses above 0; with `power=2` and `pos_margin=0` it is [`Contrastive`](crate::Contrastive) |
//! | `TripletMarginLoss` | [`Triplet`](crate::Triplet) | pytorch-metric-learning | theirs takes directions, and divides by the number of losses above 0, [`active`](crate::Triplet::active); `smooth_loss=True` is [`soft_with_margin`](crate::Triplet::soft_with_margin); `CosineSimilarity` is [`CosineTriplet`](crate::CosineTriplet) |
//! | `NTXentLoss` | [`NtXent`](crate::NtXent) | pytorch-metric-learning | [`value_by_label`](crate::NtXent::value_by_label) and its like |
//! | `SupConLoss` | [`SupervisedContrastive`](crate::SupervisedContrastive) | pytorch-metric-learning | τ is an argument, not 0.1; with `ref_emb` it is [`value_against`](crate::SupervisedContrastive::value_against) and its like; theirs divides by the number of losses above 0 |
//! | `ArcFaceLoss` | [`CosineClassifier`](crate::CosineClassifier) | pytorch-metric-learning | [`with_angular_margin`](crate::CosineClassifier::with_angular_margin), in radians; the class vectors are an argument; theirs clips the cosine at ±(1 − 1e-7) |
//! | `CosFaceLoss` | [`CosineClassifier`](crate::CosineClassifier) | pytorch-metric-learning | [`with_cosine_margin`](crate::CosineClassifier::with_cosine_margin) |
//! | `NormalizedSoftmaxLoss` | [`CosineClassifier`](crate::CosineClassifier) | pytorch-metric-learning | the scale is 1 over their temperature |
//! | `SigLipLoss` | [`SigLip`](crate::SigLip) | open_clip | takes embeddings of any length; `logit_scale` is e^s |
//! | `DPOTrainer` | [`Dpo`](crate::Dpo) | TRL | log-probabilities: [`SequenceLogProbability`](crate::SequenceLogProbability) |
//! | `exo_pair` | [`Exo`](crate::Exo) | TRL | |
//! | `CPOTrainer` | [`SimPo`](crate::SimPo) | TRL | their `loss_type="simpo"` with `cpo_alpha=0`; otherwise theirs adds a likelihood |
//! | `KTOTrainer` | [`Kto`](crate::Kto) | TRL | z is an argument |
//! | `ORPOTrainer` | [`Orpo`](crate::Orpo) | TRL | |
//! | `hinge` | [`SlicHinge`](crate::SlicHinge) | TRL's `loss_type` | |
//! | `ipo` | [`Ipo`](crate::Ipo) | TRL's `loss_type` | log-probabilities divided by the length of their answer, as theirs |
//! | `robust` | [`Dpo`](crate::Dpo) | TRL's `loss_type` | [`robust`](crate::Dpo::robust) |
//! | `sigmoid_norm` | [`Dpo`](crate::Dpo) | TRL's `loss_type` | of averages: divide log-probabilities by the length of their answer |
//! | `apo_zero` | [`Kto`](crate::Kto) | TRL's `loss_type` | two rows for each pair, z = 0: theirs is the sum of both terms |
//! | `GRPOTrainer` | [`Ppo`](crate::Ppo) | TRL | with [`normalize_groups`](crate::normalize_groups) and [`KlPenalty`](crate::KlPenalty) |
//! | `RLOOTrainer` | [`leave_one_out_advantages`](crate::leave_one_out_advantages) | TRL | for [`Reinforce`](crate::Reinforce) or [`Ppo`](crate::Ppo) |
//! | `policy_gradient_loss` | [`Reinforce`](crate::Reinforce) | rlax | their weights: [`Weighted`](crate::Weighted) |
//! | `DiceLoss` | [`SoftmaxTversky`](crate::SoftmaxTversky) | MONAI | `include_background=False`: [class weights](crate::SoftmaxTversky::with_class_weights) 0, 1, 1, …; the mean with `weight` is theirs if the weights sum to the number of classes; s is half of `smooth_nr` and `smooth_dr` |
//! | `DiceLoss` | [`SigmoidTversky`](crate::SigmoidTversky) | MONAI, smp | `ignore_index` is [`ignoring`](crate::SigmoidTversky::ignoring) |
//! | `DiceLoss` | [`SoftmaxTversky`](crate::SoftmaxTversky) | smp | [`present_only`](crate::SoftmaxTversky::present_only) divides by the number of classes that are present, theirs by all; s is half of `smooth` |
//! | `TverskyLoss` | [`SigmoidTversky`](crate::SigmoidTversky) | MONAI, smp | s is their `smooth` |
//! | `coral_loss` | [`Coral`](crate::Coral) | coral_pytorch | ranks, not levels |
//! | `q_learning`, `double_q_learning` | [`q_learning_target`](crate::q_learning_target) | rlax | the target; theirs is target less value, to be squared |
//! | `sarsa` | [`sarsa_target`](crate::sarsa_target) | rlax | as above |
//! | `expected_sarsa` | [`expected_sarsa_target`](crate::expected_sarsa_target) | rlax | as above |
//! | `GKDTrainer` | [`SoftmaxJensenShannon`](crate::SoftmaxJensenShannon) | TRL | theirs has a weight β; this is β = ½ |
//! | `RewardTrainer` | [`BradleyTerry`](crate::BradleyTerry) | TRL | |
//! | `PPOTrainer` | [`Ppo`](crate::Ppo) | TRL | with [`ClippedValue`](crate::ClippedValue) and [`rlhf_rewards`](crate::rlhf_rewards) |
//!
//! # scikit-learn
//!
//! Losses of `SGDClassifier` and `SGDRegressor` (`loss="…"`), and of `sklearn.metrics`.
//!
//! | name | here | what differs |
//! |---|---|---|
//! | `squared_error`, `mean_squared_error` | [`SquaredError`](crate::SquaredError) | in SGD theirs is half of it |
//! | `mean_absolute_error` | [`AbsoluteError`](crate::AbsoluteError) | |
//! | `huber` | [`Huber`](crate::Huber) | δ is their `epsilon`, 0.1 unless set |
//! | `epsilon_insensitive` | [`EpsilonInsensitive`](crate::EpsilonInsensitive) | ε is an argument, not 0.1 |
//! | `squared_epsilon_insensitive` | [`SquaredEpsilonInsensitive`](crate::SquaredEpsilonInsensitive) | ε is an argument, not 0.1 |
//! | `mean_pinball_loss` | [`Quantile`](crate::Quantile) | τ is an argument, not ½ |
//! | `hinge_loss` | [`Hinge`](crate::Hinge) | |
//! | `squared_hinge` | [`SquaredHinge`](crate::SquaredHinge) | |
//! | `perceptron` | [`Perceptron`](crate::Perceptron) | |
//! | `modified_huber` | [`ModifiedHuber`](crate::ModifiedHuber) | |
//! | `log_loss` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | takes logits; in SGD their labels are −1 and 1 |
//! | `brier_score_loss` | [`SoftmaxBrier`](crate::SoftmaxBrier) | takes logits; theirs is half of it for two classes, and with `scale_by_half` |
//! | `mean_gamma_deviance`, `HalfGammaLoss` | [`GammaNll`](crate::GammaNll) | takes the logarithm of the mean; the deviance is twice as much, and 0 for the right mean |
//! | `mean_poisson_deviance` | [`PoissonNll`](crate::PoissonNll) | takes the logarithm of the rate; theirs is twice as much, and 0 for the right rate |
//!
//! # LossFunctions.jl
//!
//! | name | here | what differs |
//! |---|---|---|
//! | `L2DistLoss` | [`SquaredError`](crate::SquaredError) | |
//! | `L1DistLoss` | [`AbsoluteError`](crate::AbsoluteError) | |
//! | `HuberLoss` | [`Huber`](crate::Huber) | |
//! | `LogitDistLoss` | [`LogCosh`](crate::LogCosh) | twice the loss of d/2 |
//! | `L1EpsilonInsLoss`, `EpsilonInsLoss` | [`EpsilonInsensitive`](crate::EpsilonInsensitive) | |
//! | `L2EpsilonInsLoss` | [`SquaredEpsilonInsensitive`](crate::SquaredEpsilonInsensitive) | |
//! | `PeriodicLoss` | [`Periodic`](crate::Periodic) | |
//! | `QuantileLoss`, `PinballLoss` | [`Quantile`](crate::Quantile) | |
//! | `PoissonLoss` | [`PoissonNll`](crate::PoissonNll) | |
//! | `L1HingeLoss`, `HingeLoss` | [`Hinge`](crate::Hinge) | |
//! | `L2HingeLoss` | [`SquaredHinge`](crate::SquaredHinge) | |
//! | `SmoothedL1HingeLoss` | [`SmoothedHinge`](crate::SmoothedHinge) | |
//! | `ModifiedHuberLoss` | [`ModifiedHuber`](crate::ModifiedHuber) | |
//! | `PerceptronLoss` | [`Perceptron`](crate::Perceptron) | |
//! | `LogitMarginLoss` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | targets 0 and 1 instead of −1 and 1 |
//!
//! # Burn and candle
//!
//! | name | here | of | what differs |
//! |---|---|---|---|
//! | `MseLoss`, `mse` | [`SquaredError`](crate::SquaredError) | Burn, candle | |
//! | `HuberLoss` | [`Huber`](crate::Huber) | Burn | |
//! | `CrossEntropyLoss`, `cross_entropy` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | Burn, candle | `pad_tokens`: one label to [ignore](crate::SoftmaxCrossEntropy::ignoring) |
//! | `nll` | [`SoftmaxCrossEntropy`](crate::SoftmaxCrossEntropy) | candle | takes the logits: leave out `log_softmax` |
//! | `BinaryCrossEntropyLoss`, `binary_cross_entropy_with_logit` | [`SigmoidCrossEntropy`](crate::SigmoidCrossEntropy) | Burn, candle | with several labels Burn smooths by ε/K for each, here it is ½ε |
//! | `PoissonNllLoss` | [`PoissonNll`](crate::PoissonNll) | Burn | |
//! | `KLDivLoss` | [`SoftmaxKl`](crate::SoftmaxKl) | Burn | takes logits |
//! | `CosineEmbeddingLoss` | [`CosineEmbedding`](crate::CosineEmbedding) | Burn | |
//!
//! # Not here
//!
//! * Percentage error |d/t|: [`AbsoluteError`](crate::AbsoluteError) with [`Weighted`](crate::Weighted) 1/|t| and `Over` the number of rows.
//! * Squared logarithmic error: [`SquaredError`](crate::SquaredError) of ln(1 + p) and ln(1 + t); divide its gradient by 1 + p.
//! * RNN-T, circle loss, sparsemax, Fenchel–Young losses, adaptive softmax, Lp losses with other p than 1 and 2. To add a loss of single numbers, implement
//!   [`Elementwise`](crate::Elementwise): value with slope, and the second derivative.
//!   For a loss of rows implement [`Rowwise`](crate::Rowwise).
