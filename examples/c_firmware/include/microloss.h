/**
 * @file
 * Loss functions for training on a microcontroller, for C99 and C++11. `cargo run --example generate` writes this file.
 *
 * A loss has six functions. Its name alone computes value and gradient, and `_value` the value. `_with` and `_value_with`
 * do the same with sample weights and, if the loss has some, with options. `_terms` writes the loss of every row, and
 * `_denominator` the denominator of the mean.
 *
 * Every call checks its arguments first: null and misaligned pointers, a count larger than memory, outputs that overlap
 * another argument, and numbers outside their domains. It then returns a status, and writes nothing. The caller promises
 * the rest: a pointer stands for as many rows as the count says, and nothing else writes them during the call.
 *
 * The gradient may be the array of the predictions: it then replaces them. Rows of two numbers lie one after another.
 * An options struct that is all 0 holds the defaults.
 *
 * No call allocates memory or keeps anything afterwards. Calls from several threads or interrupts do not disturb one
 * another. No call calls back.
 */
#ifndef MICROLOSS_H
#define MICROLOSS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MICROLOSS_VERSION_MAJOR 0
#define MICROLOSS_VERSION_MINOR 1
#define MICROLOSS_VERSION_PATCH 0
#define MICROLOSS_VERSION \
    ((uint32_t)MICROLOSS_VERSION_MAJOR << 16 | (uint32_t)MICROLOSS_VERSION_MINOR << 8 | (uint32_t)MICROLOSS_VERSION_PATCH)

/** The reasons for a refusal. */
enum microloss_status_code {
    /** Everything has been written. */
    MICROLOSS_OK = 0,
    /** Refused: a pointer is null. */
    MICROLOSS_NULL = 1,
    /** Refused: a pointer is not aligned for its type. */
    MICROLOSS_ALIGNMENT = 2,
    /** Refused: the count is larger than memory. */
    MICROLOSS_SIZE = 3,
    /** Refused: an output shares memory with another argument. */
    MICROLOSS_OVERLAP = 4,
    /** Refused: a number or a choice is outside its domain. */
    MICROLOSS_PARAMETER = 5,
    /** Refused: there are no rows. */
    MICROLOSS_EMPTY_BATCH = 6,
    /** Refused: the library is not built for this number of classes. */
    MICROLOSS_CLASSES = 7,
    /** Refused: a label is not below the number of classes. */
    MICROLOSS_LABEL = 8,
    /** Refused: a target is outside the domain of the loss. */
    MICROLOSS_TARGET = 9,
    /** Refused: a prediction is outside the domain of the loss. */
    MICROLOSS_PREDICTION = 10
};

/**
 * 0, or the reason for a refusal in the low byte, and the position of the refused argument, from 1, in the next. If two
 * arguments overlap, it is that of the later.
 */
typedef int32_t microloss_status;

/** The reason for a refusal; MICROLOSS_OK if there is none. */
static inline int32_t microloss_status_code(microloss_status status) {
    return status & 0xFF;
}

/** The position of the refused argument, counted from 1; 0 if the refusal is of none in particular. */
static inline int32_t microloss_status_argument(microloss_status status) {
    return (status >> 8) & 0xFF;
}

/** The words of a status. They take flash only if you call this. */
const char *microloss_status_message(microloss_status status);

/** The version of the library: compare it with MICROLOSS_VERSION of this header. */
uint32_t microloss_version(void);

/** The back end of the library: `libm`, `branchless` or `micromath`. */
const char *microloss_back_end(void);

/** The rule that makes one number of the rows' losses. The gradient is that of this number. */
typedef struct {
    /** 0: the mean; 1: the sum; 2: the sum divided by `divisor`. */
    uint32_t kind;
    /** Finite and 0 or more. If it is 0, value and gradient are 0. Only kind 2 reads it. */
    float divisor;
} microloss_reduction;

/** The mean over the rows, or the weighted mean if there are sample weights. */
static inline microloss_reduction microloss_mean(void) {
    microloss_reduction reduction = {0, 0.0f};
    return reduction;
}

/** The sum over the rows. */
static inline microloss_reduction microloss_sum(void) {
    microloss_reduction reduction = {1, 0.0f};
    return reduction;
}

/** The sum over the rows, divided by a number: for batches in pieces. */
static inline microloss_reduction microloss_over(float divisor) {
    microloss_reduction reduction = {2, 0.0f};
    reduction.divisor = divisor;
    return reduction;
}

/** An action taken: how likely it was, and how well it went. */
typedef struct {
    /** The log-probability that the acting policy gave it. */
    float log_probability;
    /** The advantage: by how much it went better than expected. */
    float advantage;
} microloss_action;

/** The numbers by which a value estimate is judged. */
typedef struct {
    /** The value that the critic gave before the update. */
    float old;
    /** The return that followed. */
    float outcome;
} microloss_estimate;

/** Knowledge about one answer. */
typedef struct {
    /** The reference's log-probability of the answer. */
    float reference;
    /** 1 if the answer is desirable, 0 if not. */
    uint32_t desirable;
} microloss_verdict;

/** Knowledge about the end of a step of an episode. */
typedef struct {
    /** 0: the episode goes on. 1: it ended by itself. 2: it was cut off in a state of this value. */
    uint32_t kind;
    /** The critic's value of the last state. Only kind 2 reads it. */
    float value;
} microloss_episode_end;

/** Initialises an options struct: `microloss_dpo_options options = MICROLOSS_DEFAULTS;`, then set what you want. */
#ifdef __cplusplus
#define MICROLOSS_DEFAULTS {}
#else
#define MICROLOSS_DEFAULTS {0}
#endif

/** Mean loss over everything seen so far: MICROLOSS_DEFAULTS has seen nothing. Four words of the library's. */
typedef struct {
    float words[4];
} microloss_empirical_risk;

/** The variants of Gan: pass one as `gan`. */
enum microloss_gan {
    MICROLOSS_GAN_MINIMAX = 0,
    MICROLOSS_GAN_NON_SATURATING = 1,
    MICROLOSS_GAN_LEAST_SQUARES = 2,
    MICROLOSS_GAN_HINGE = 3,
    MICROLOSS_GAN_WASSERSTEIN = 4
};

/** The variants of KlEstimator: pass one as `estimator`. */
enum microloss_kl_estimator {
    MICROLOSS_KL_ESTIMATOR_K1 = 0,
    MICROLOSS_KL_ESTIMATOR_K2 = 1,
    MICROLOSS_KL_ESTIMATOR_K3 = 2
};

/** Options of microloss_gaussian_nll. */
typedef struct {
    /** 1: Adds ½ ln 2π, so that e^−loss is the density. 0: not. */
    uint32_t full;
} microloss_gaussian_nll_options;

/** Options of microloss_laplace_nll. */
typedef struct {
    /** 1: Adds ln 2, so that e^−loss is the density. 0: not. */
    uint32_t full;
} microloss_laplace_nll_options;

/** Options of microloss_poisson_nll. */
typedef struct {
    /** 1: Adds Stirling's approximation of ln t! if t > 1. 0: not. */
    uint32_t full;
} microloss_poisson_nll_options;

/** Options of microloss_sigmoid_cross_entropy. */
typedef struct {
    /** Multiplies the loss of the positive part of every target. The number is finite and 0 or more. 0: not set. */
    float positive_weight;
    /** Moves every target towards ½: y(1 − ε) + ε/2, with ε = label_smoothing. The number is in [0, 1]. 0: not set. */
    float label_smoothing;
} microloss_sigmoid_cross_entropy_options;

/** Options of microloss_sigmoid_focal. */
typedef struct {
    /** Weights positives by alpha and negatives by 1 − alpha (0.25 in the paper). The number is in [0, 1]. 0: not
     *  set. */
    float alpha;
} microloss_sigmoid_focal_options;

/** Options of microloss_bernoulli_nll. */
typedef struct {
    /** Sets the floor (at least 1.2e-38, the smallest normal number). Its reciprocal bounds the gradient. The number
     *  is a normal number in (0, 0.5]. 0: not set. */
    float floor;
} microloss_bernoulli_nll_options;

/** Options of microloss_contrastive_divergence. */
typedef struct {
    /** Adds alpha times the sum of the squared energies. The number is finite and 0 or more. 0: not set. */
    float regularization;
} microloss_contrastive_divergence_options;

/** Options of microloss_bradley_terry. */
typedef struct {
    /** Adds centring times the squared sum of the two rewards (0.01 is usual). The number is finite and 0 or more.
     *  0: not set. */
    float centring;
} microloss_bradley_terry_options;

/** Options of microloss_dpo. */
typedef struct {
    /** Makes the loss conservative, for a share epsilon of wrong labels. The number is in [0, 0.5). 0: not set. */
    float conservative;
    /** Makes the loss robust, for a share epsilon of wrong labels. The number is in [0, 0.5). 0: not set. */
    float robust;
} microloss_dpo_options;

/** Options of microloss_kto. */
typedef struct {
    /** Weights desirable and undesirable answers, to even out their numbers. The number is finite and 0 or more. All
     *  0: not set. */
    float desirable;
    /** Weights desirable and undesirable answers, to even out their numbers. The number is finite and 0 or more. All
     *  0: not set. */
    float undesirable;
} microloss_kto_options;

/** Options of microloss_ppo. */
typedef struct {
    /** Clips the ratio to [1 − low, 1 + high]. The number is in (0, 1). All 0: not set. */
    float low;
    /** Clips the ratio to [1 − low, 1 + high]. The number is positive and finite. All 0: not set. */
    float high;
    /** Bounds the ratio by dual_clip for negative advantages (3 in the paper). The number is finite and above 1. 0:
     *  not set. */
    float dual_clip;
} microloss_ppo_options;

/** Options of microloss_gan_discriminator. */
typedef struct {
    /** Asks for 1 − epsilon of real samples instead of 1 (0.1 in the paper). 0: not set. */
    float label_smoothing;
} microloss_gan_discriminator_options;

/**
 * Squared error: d², with d = p − t. Its mean is the MSE.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_squared_error(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_squared_error.
 */
microloss_status microloss_squared_error_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_squared_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_squared_error_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_squared_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_squared_error_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_squared_error, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_squared_error_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_squared_error: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_squared_error_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Absolute error: |d|, with d = p − t. Its mean is the MAE.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_absolute_error(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_absolute_error.
 */
microloss_status microloss_absolute_error_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_absolute_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_absolute_error_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_absolute_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_absolute_error_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_absolute_error, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_absolute_error_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_absolute_error: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_absolute_error_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Huber loss: ½d² for |d| ≤ δ and δ(|d| − ½δ) beyond, with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] delta Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_huber(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_huber.
 */
microloss_status microloss_huber_value(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_huber, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_huber_with(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_huber, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_huber_value_with(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_huber, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_huber_terms(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_huber: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_huber_denominator(
    size_t count,
    float delta,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Smooth L1 loss: ½d²/β for |d| ≤ β and |d| − ½β beyond, with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_smooth_l1(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_smooth_l1.
 */
microloss_status microloss_smooth_l1_value(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_smooth_l1, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_smooth_l1_with(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_smooth_l1, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_smooth_l1_value_with(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_smooth_l1, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_smooth_l1_terms(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_smooth_l1: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_smooth_l1_denominator(
    size_t count,
    float beta,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Pseudo-Huber loss: δ²(√(1 + (d/δ)²) − 1), with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] delta Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_pseudo_huber(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_pseudo_huber.
 */
microloss_status microloss_pseudo_huber_value(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_pseudo_huber, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_pseudo_huber_with(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_pseudo_huber, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_pseudo_huber_value_with(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_pseudo_huber, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_pseudo_huber_terms(
    size_t count,
    float delta,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_pseudo_huber: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_pseudo_huber_denominator(
    size_t count,
    float delta,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * General robust loss: (|α − 2|/α)·((u²/|α − 2| + 1)^(α/2) − 1), with u = (p − t)/c.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] alpha Must be 2 or less, which may be infinite.
 * @param[in] scale Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_general_robust(
    size_t count,
    float alpha,
    float scale,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_general_robust.
 */
microloss_status microloss_general_robust_value(
    size_t count,
    float alpha,
    float scale,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_general_robust, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_general_robust_with(
    size_t count,
    float alpha,
    float scale,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_general_robust, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_general_robust_value_with(
    size_t count,
    float alpha,
    float scale,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_general_robust, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_general_robust_terms(
    size_t count,
    float alpha,
    float scale,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_general_robust: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_general_robust_denominator(
    size_t count,
    float alpha,
    float scale,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Log-cosh loss: ln cosh d, with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_log_cosh(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_log_cosh.
 */
microloss_status microloss_log_cosh_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_log_cosh, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_log_cosh_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_log_cosh, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_log_cosh_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_log_cosh, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_log_cosh_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_log_cosh: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_log_cosh_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Quantile (pinball) loss: τ·(t − p) if the prediction is low, (1 − τ)·(p − t) if it is high.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] tau Must be in (0, 1).
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_quantile(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_quantile.
 */
microloss_status microloss_quantile_value(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_quantile, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_quantile_with(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_quantile, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_quantile_value_with(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_quantile, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_quantile_terms(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_quantile: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_quantile_denominator(
    size_t count,
    float tau,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Expectile loss: τ·d² if the prediction is low, (1 − τ)·d² if it is high, with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] tau Must be in (0, 1).
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_expectile(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_expectile.
 */
microloss_status microloss_expectile_value(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_expectile, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_expectile_with(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_expectile, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_expectile_value_with(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_expectile, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_expectile_terms(
    size_t count,
    float tau,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_expectile: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_expectile_denominator(
    size_t count,
    float tau,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * ε-insensitive loss: max(0, |d| − ε), with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] epsilon Must be finite and 0 or more.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_epsilon_insensitive(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_epsilon_insensitive.
 */
microloss_status microloss_epsilon_insensitive_value(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_epsilon_insensitive, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_epsilon_insensitive_with(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_epsilon_insensitive, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_epsilon_insensitive_value_with(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_epsilon_insensitive, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_epsilon_insensitive_terms(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_epsilon_insensitive: the number of rows, or the sum of their
 * weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_epsilon_insensitive_denominator(
    size_t count,
    float epsilon,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Squared ε-insensitive loss: max(0, |d| − ε)², with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] epsilon Must be finite and 0 or more.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_squared_epsilon_insensitive(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_squared_epsilon_insensitive.
 */
microloss_status microloss_squared_epsilon_insensitive_value(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_squared_epsilon_insensitive, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_squared_epsilon_insensitive_with(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_squared_epsilon_insensitive, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_squared_epsilon_insensitive_value_with(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_squared_epsilon_insensitive, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_squared_epsilon_insensitive_terms(
    size_t count,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_squared_epsilon_insensitive: the number of rows, or the sum of
 * their weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_squared_epsilon_insensitive_denominator(
    size_t count,
    float epsilon,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Periodic loss: 1 − cos(2π·d/P), for a period P, with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] period Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_periodic(
    size_t count,
    float period,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_periodic.
 */
microloss_status microloss_periodic_value(
    size_t count,
    float period,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_periodic, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_periodic_with(
    size_t count,
    float period,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_periodic, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_periodic_value_with(
    size_t count,
    float period,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_periodic, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_periodic_terms(
    size_t count,
    float period,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_periodic: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_periodic_denominator(
    size_t count,
    float period,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Gaussian negative log-likelihood: ½·(s + d²·e^−s), for a row [μ, s = ln σ²], with d = μ − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row, two numbers a row: μ and ln σ².
 * @param[in] targets One a row: a number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_gaussian_nll(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gaussian_nll.
 */
microloss_status microloss_gaussian_nll_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_gaussian_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gaussian_nll_with(
    const microloss_gaussian_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gaussian_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gaussian_nll_value_with(
    const microloss_gaussian_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_gaussian_nll, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_gaussian_nll_terms(
    const microloss_gaussian_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_gaussian_nll: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_gaussian_nll_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Laplace negative log-likelihood: s + |d|·e^−s, for a row [μ, s = ln b], with d = μ − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row, two numbers a row: μ and ln b.
 * @param[in] targets One a row: a number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_laplace_nll(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_laplace_nll.
 */
microloss_status microloss_laplace_nll_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_laplace_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_laplace_nll_with(
    const microloss_laplace_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_laplace_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_laplace_nll_value_with(
    const microloss_laplace_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_laplace_nll, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_laplace_nll_terms(
    const microloss_laplace_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_laplace_nll: the number of rows, or the sum of their weights. If
 * a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_laplace_nll_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Poisson negative log-likelihood: e^x − t·x, for a count t and the logarithm x of its rate.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: the logarithm of the rate.
 * @param[in] targets One a row: a count, 0 or more.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_poisson_nll(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_poisson_nll.
 */
microloss_status microloss_poisson_nll_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_poisson_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_poisson_nll_with(
    const microloss_poisson_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_poisson_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_poisson_nll_value_with(
    const microloss_poisson_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_poisson_nll, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_poisson_nll_terms(
    const microloss_poisson_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_poisson_nll: the number of rows, or the sum of their weights. If
 * a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_poisson_nll_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Gamma negative log-likelihood: x + t·e^−x, for a target t ≥ 0 and the logarithm x of its mean.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: the logarithm of the mean.
 * @param[in] targets One a row: 0 or more.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_gamma_nll(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gamma_nll.
 */
microloss_status microloss_gamma_nll_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_gamma_nll, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gamma_nll_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gamma_nll, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gamma_nll_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_gamma_nll, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_gamma_nll_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_gamma_nll: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_gamma_nll_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Binary cross-entropy from logits: −w·y·ln σ(x) − (1 − y)·ln(1 − σ(x)).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a logit x.
 * @param[in] targets One a row: y in [0, 1].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_sigmoid_cross_entropy(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_sigmoid_cross_entropy.
 */
microloss_status microloss_sigmoid_cross_entropy_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_sigmoid_cross_entropy, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_sigmoid_cross_entropy_with(
    const microloss_sigmoid_cross_entropy_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_sigmoid_cross_entropy, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_sigmoid_cross_entropy_value_with(
    const microloss_sigmoid_cross_entropy_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_sigmoid_cross_entropy, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_sigmoid_cross_entropy_terms(
    const microloss_sigmoid_cross_entropy_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_sigmoid_cross_entropy: the number of rows, or the sum of their
 * weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_sigmoid_cross_entropy_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Binary focal loss from logits: −α_t·(1 − p_t)^γ·ln p_t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] gamma Must be finite and 0 or more.
 * @param[in] predictions One a row: a logit x.
 * @param[in] targets One a row: y in [0, 1].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_sigmoid_focal(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_sigmoid_focal.
 */
microloss_status microloss_sigmoid_focal_value(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_sigmoid_focal, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_sigmoid_focal_with(
    const microloss_sigmoid_focal_options *options,
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_sigmoid_focal, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_sigmoid_focal_value_with(
    const microloss_sigmoid_focal_options *options,
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_sigmoid_focal, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_sigmoid_focal_terms(
    const microloss_sigmoid_focal_options *options,
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_sigmoid_focal: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_sigmoid_focal_denominator(
    size_t count,
    float gamma,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Binary cross-entropy from probabilities: −y·ln p − (1 − y)·ln(1 − p).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a probability p.
 * @param[in] targets One a row: y in [0, 1].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_bernoulli_nll(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_bernoulli_nll.
 */
microloss_status microloss_bernoulli_nll_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_bernoulli_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_bernoulli_nll_with(
    const microloss_bernoulli_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_bernoulli_nll, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_bernoulli_nll_value_with(
    const microloss_bernoulli_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_bernoulli_nll, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_bernoulli_nll_terms(
    const microloss_bernoulli_nll_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_bernoulli_nll: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_bernoulli_nll_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Hinge loss: max(0, 1 − y·s), for a score s and a target y.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a score.
 * @param[in] targets One a row: −1 or +1.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_hinge(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_hinge.
 */
microloss_status microloss_hinge_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_hinge_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_hinge_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_hinge, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_hinge_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_hinge: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_hinge_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Squared hinge loss: max(0, 1 − y·s)², for a score s and a target y.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a score.
 * @param[in] targets One a row: −1 or +1.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_squared_hinge(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_squared_hinge.
 */
microloss_status microloss_squared_hinge_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_squared_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_squared_hinge_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_squared_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_squared_hinge_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_squared_hinge, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_squared_hinge_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_squared_hinge: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_squared_hinge_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Hinge embedding loss: d for a pair that belongs together (y = 1), max(0, m − d) for another (y = −1).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] margin Must be finite and 0 or more.
 * @param[in] predictions One a row: a distance d.
 * @param[in] targets One a row: −1 or +1.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_hinge_embedding(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_hinge_embedding.
 */
microloss_status microloss_hinge_embedding_value(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_hinge_embedding, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_hinge_embedding_with(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_hinge_embedding, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_hinge_embedding_value_with(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_hinge_embedding, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_hinge_embedding_terms(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_hinge_embedding: the number of rows, or the sum of their
 * weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_hinge_embedding_denominator(
    size_t count,
    float margin,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Perceptron loss: max(0, −y·s), for a score s and a target y.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a score.
 * @param[in] targets One a row: −1 or +1.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_perceptron(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_perceptron.
 */
microloss_status microloss_perceptron_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_perceptron, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_perceptron_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_perceptron, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_perceptron_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_perceptron, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_perceptron_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_perceptron: the number of rows, or the sum of their weights. If
 * a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_perceptron_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Modified Huber loss: max(0, 1 − y·s)² for y·s ≥ −1, and −4·y·s below, for a score s and a target y.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row: a score.
 * @param[in] targets One a row: −1 or +1.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_modified_huber(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_modified_huber.
 */
microloss_status microloss_modified_huber_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_modified_huber, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_modified_huber_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_modified_huber, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_modified_huber_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_modified_huber, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_modified_huber_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_modified_huber: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_modified_huber_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Smoothed hinge loss: q²/(2γ) for q ≤ γ and q − γ/2 beyond, with q = max(0, 1 − y·s), for a score s and a target y.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] gamma Must be a positive normal number.
 * @param[in] predictions One a row: a score.
 * @param[in] targets One a row: −1 or +1.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_smoothed_hinge(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_smoothed_hinge.
 */
microloss_status microloss_smoothed_hinge_value(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_smoothed_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_smoothed_hinge_with(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_smoothed_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_smoothed_hinge_value_with(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_smoothed_hinge, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_smoothed_hinge_terms(
    size_t count,
    float gamma,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_smoothed_hinge: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_smoothed_hinge_denominator(
    size_t count,
    float gamma,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * IoU loss of boxes: 1 − I/U, with the areas I of the intersection and U of the union.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row, two numbers a row: [f32; 4], the corners x₁, y₁, x₂, y₂.
 * @param[in] targets One a row: [f32; 4], the corners of the true box, x₁ ≤ x₂ and y₁ ≤ y₂.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_box_iou(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_box_iou.
 */
microloss_status microloss_box_iou_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_box_iou, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_box_iou_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_box_iou, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_box_iou_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_box_iou, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_box_iou_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_box_iou: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_box_iou_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Generalised IoU loss of boxes: 1 − I/U + (C − U)/C, with the areas I of the intersection, U of the union and C of
 * the hull.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row, two numbers a row: [f32; 4], the corners x₁, y₁, x₂, y₂.
 * @param[in] targets One a row: [f32; 4], the corners of the true box, x₁ ≤ x₂ and y₁ ≤ y₂.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_box_giou(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_box_giou.
 */
microloss_status microloss_box_giou_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_box_giou, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_box_giou_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_box_giou, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_box_giou_value_with(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_box_giou, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_box_giou_terms(
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_box_giou: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_box_giou_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Contrastive divergence: E⁺ − E⁻, for the energies E⁺ of a data point and E⁻ of a sample that the model drew.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row, two numbers a row: E⁺, E⁻.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_contrastive_divergence(
    size_t count,
    const float *predictions,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_contrastive_divergence.
 */
microloss_status microloss_contrastive_divergence_value(
    size_t count,
    const float *predictions,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_contrastive_divergence, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_contrastive_divergence_with(
    const microloss_contrastive_divergence_options *options,
    size_t count,
    const float *predictions,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_contrastive_divergence, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_contrastive_divergence_value_with(
    const microloss_contrastive_divergence_options *options,
    size_t count,
    const float *predictions,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_contrastive_divergence, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_contrastive_divergence_terms(
    const microloss_contrastive_divergence_options *options,
    size_t count,
    const float *predictions,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_contrastive_divergence: the number of rows, or the sum of their
 * weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_contrastive_divergence_denominator(size_t count, const float *weights, float *denominator);

/**
 * Loss-averse squared error: λd² if the outcome falls short of the prediction (d > 0), d² otherwise, with d = p − t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] lambda Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_loss_averse_squared_error(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_loss_averse_squared_error.
 */
microloss_status microloss_loss_averse_squared_error_value(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_loss_averse_squared_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_loss_averse_squared_error_with(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_loss_averse_squared_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_loss_averse_squared_error_value_with(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_loss_averse_squared_error, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_loss_averse_squared_error_terms(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_loss_averse_squared_error: the number of rows, or the sum of
 * their weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_loss_averse_squared_error_denominator(
    size_t count,
    float lambda,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Loss-averse absolute error: λ|d| if the outcome falls short of the prediction (d > 0), |d| otherwise, with d = p −
 * t.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] lambda Must be a positive normal number.
 * @param[in] predictions One a row: a number.
 * @param[in] targets One a row: the true number.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_loss_averse_absolute_error(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_loss_averse_absolute_error.
 */
microloss_status microloss_loss_averse_absolute_error_value(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_loss_averse_absolute_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_loss_averse_absolute_error_with(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_loss_averse_absolute_error, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_loss_averse_absolute_error_value_with(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_loss_averse_absolute_error, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_loss_averse_absolute_error_terms(
    size_t count,
    float lambda,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_loss_averse_absolute_error: the number of rows, or the sum of
 * their weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_loss_averse_absolute_error_denominator(
    size_t count,
    float lambda,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Margin ranking loss: max(0, m − y·(x₁ − x₂)).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] margin Must be finite and 0 or more.
 * @param[in] predictions One a row, two numbers a row: [x₁, x₂].
 * @param[in] targets One a row: y: 1 if x₁ should be the larger, −1 if x₂ should.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_margin_ranking(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_margin_ranking.
 */
microloss_status microloss_margin_ranking_value(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_margin_ranking, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_margin_ranking_with(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_margin_ranking, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_margin_ranking_value_with(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_margin_ranking, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_margin_ranking_terms(
    size_t count,
    float margin,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_margin_ranking: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_margin_ranking_denominator(
    size_t count,
    float margin,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Bradley–Terry loss of a reward model: −ln σ(r_c − r_r − m) + c·(r_c + r_r)².
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] predictions One a row, two numbers a row: the rewards [r_c, r_r] of the chosen and the rejected answer.
 * @param[in] targets One a row: the margin m.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_bradley_terry(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_bradley_terry.
 */
microloss_status microloss_bradley_terry_value(
    size_t count,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_bradley_terry, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_bradley_terry_with(
    const microloss_bradley_terry_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_bradley_terry, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_bradley_terry_value_with(
    const microloss_bradley_terry_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_bradley_terry, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_bradley_terry_terms(
    const microloss_bradley_terry_options *options,
    size_t count,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_bradley_terry: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_bradley_terry_denominator(
    size_t count,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Direct preference optimisation: −ln σ(h), with h = β((π_c − ρ_c) − (π_r − ρ_r)).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] predictions One a row, two numbers a row: the policy's log-probabilities [π_c, π_r] of the chosen and
 *     the rejected answer.
 * @param[in] targets One a row: the frozen reference's [ρ_c, ρ_r].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_dpo(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_dpo.
 */
microloss_status microloss_dpo_value(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_dpo, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_dpo_with(
    const microloss_dpo_options *options,
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_dpo, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_dpo_value_with(
    const microloss_dpo_options *options,
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_dpo, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_dpo_terms(
    const microloss_dpo_options *options,
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_dpo: the number of rows, or the sum of their weights. If a batch
 * comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_dpo_denominator(
    size_t count,
    float beta,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Sequence-likelihood calibration with a hinge: max(0, 1 − h), with h as in Dpo.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] predictions One a row, two numbers a row: the policy's [π_c, π_r], as in Dpo.
 * @param[in] targets One a row: the reference's [ρ_c, ρ_r].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_slic_hinge(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_slic_hinge.
 */
microloss_status microloss_slic_hinge_value(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_slic_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_slic_hinge_with(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_slic_hinge, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_slic_hinge_value_with(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_slic_hinge, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_slic_hinge_terms(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_slic_hinge: the number of rows, or the sum of their weights. If
 * a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_slic_hinge_denominator(
    size_t count,
    float beta,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Identity preference optimisation: (Δ − 1/(2β))², with Δ = (π_c − ρ_c) − (π_r − ρ_r).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] predictions One a row, two numbers a row: the policy's [π_c, π_r], as in Dpo.
 * @param[in] targets One a row: the reference's [ρ_c, ρ_r].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_ipo(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_ipo.
 */
microloss_status microloss_ipo_value(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_ipo, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_ipo_with(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_ipo, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_ipo_value_with(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_ipo, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_ipo_terms(
    size_t count,
    float beta,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_ipo: the number of rows, or the sum of their weights. If a batch
 * comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_ipo_denominator(
    size_t count,
    float beta,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Efficient exact optimisation of pairs: KL(σ(h) ‖ 1 − ε), with h as in Dpo.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] epsilon Must be in (0, 1).
 * @param[in] predictions One a row, two numbers a row: the policy's [π_c, π_r], as in Dpo.
 * @param[in] targets One a row: the reference's [ρ_c, ρ_r].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_exo(
    size_t count,
    float beta,
    float epsilon,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_exo.
 */
microloss_status microloss_exo_value(
    size_t count,
    float beta,
    float epsilon,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_exo, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_exo_with(
    size_t count,
    float beta,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_exo, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_exo_value_with(
    size_t count,
    float beta,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_exo, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_exo_terms(
    size_t count,
    float beta,
    float epsilon,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_exo: the number of rows, or the sum of their weights. If a batch
 * comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_exo_denominator(
    size_t count,
    float beta,
    float epsilon,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Simple preference optimisation: −ln σ(β(π_c/n_c − π_r/n_r) − γ).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] gamma Must be finite and 0 or more.
 * @param[in] predictions One a row, two numbers a row: the policy's log-probabilities [π_c, π_r] of the chosen and
 *     the rejected answer.
 * @param[in] targets One a row: their numbers of tokens [n_c, n_r].
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_sim_po(
    size_t count,
    float beta,
    float gamma,
    const float *predictions,
    const uint32_t *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_sim_po.
 */
microloss_status microloss_sim_po_value(
    size_t count,
    float beta,
    float gamma,
    const float *predictions,
    const uint32_t *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_sim_po, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_sim_po_with(
    size_t count,
    float beta,
    float gamma,
    const float *predictions,
    const uint32_t *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_sim_po, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_sim_po_value_with(
    size_t count,
    float beta,
    float gamma,
    const float *predictions,
    const uint32_t *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_sim_po, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_sim_po_terms(
    size_t count,
    float beta,
    float gamma,
    const float *predictions,
    const uint32_t *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_sim_po: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_sim_po_denominator(
    size_t count,
    float beta,
    float gamma,
    const uint32_t *targets,
    const float *weights,
    float *denominator);

/**
 * Kahneman–Tversky optimisation: λ_D·σ(−h) for a desirable answer, λ_U·σ(h) for an undesirable one, with h = β(π − ρ
 * − z).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] beta Must be a positive normal number.
 * @param[in] reference_point Must be finite and 0 or more.
 * @param[in] predictions One a row: the policy's log-probability π of one answer.
 * @param[in] targets One a row: Verdict: the reference's ρ, and if the answer is desirable.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_kto(
    size_t count,
    float beta,
    float reference_point,
    const float *predictions,
    const microloss_verdict *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_kto.
 */
microloss_status microloss_kto_value(
    size_t count,
    float beta,
    float reference_point,
    const float *predictions,
    const microloss_verdict *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_kto, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_kto_with(
    const microloss_kto_options *options,
    size_t count,
    float beta,
    float reference_point,
    const float *predictions,
    const microloss_verdict *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_kto, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_kto_value_with(
    const microloss_kto_options *options,
    size_t count,
    float beta,
    float reference_point,
    const float *predictions,
    const microloss_verdict *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_kto, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_kto_terms(
    const microloss_kto_options *options,
    size_t count,
    float beta,
    float reference_point,
    const float *predictions,
    const microloss_verdict *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_kto: the number of rows, or the sum of their weights. If a batch
 * comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_kto_denominator(
    size_t count,
    float beta,
    float reference_point,
    const microloss_verdict *targets,
    const float *weights,
    float *denominator);

/**
 * Odds-ratio preference optimisation: −π_c − λ·ln σ(L), with the log-odds ratio L = logit π_c − logit π_r.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] lambda Must be finite and 0 or more.
 * @param[in] predictions One a row, two numbers a row: the policy's mean log-probabilities per token, [π_c, π_r], of
 *     the chosen and the rejected answer.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_orpo(
    size_t count,
    float lambda,
    const float *predictions,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_orpo.
 */
microloss_status microloss_orpo_value(
    size_t count,
    float lambda,
    const float *predictions,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_orpo, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_orpo_with(
    size_t count,
    float lambda,
    const float *predictions,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_orpo, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_orpo_value_with(
    size_t count,
    float lambda,
    const float *predictions,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_orpo, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_orpo_terms(
    size_t count,
    float lambda,
    const float *predictions,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_orpo: the number of rows, or the sum of their weights. If a
 * batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_orpo_denominator(size_t count, float lambda, const float *weights, float *denominator);

/**
 * PPO's clipped surrogate: −min(r·A, clip(r, 1 − ε₋, 1 + ε₊)·A), with the ratio r = e^(π − π_old).
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] epsilon Must be in (0, 1).
 * @param[in] predictions One a row: the new policy's log-probability π of an action.
 * @param[in] targets One a row: Action: π_old and the advantage A.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_ppo(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_action *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_ppo.
 */
microloss_status microloss_ppo_value(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_action *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_ppo, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_ppo_with(
    const microloss_ppo_options *options,
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_action *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_ppo, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_ppo_value_with(
    const microloss_ppo_options *options,
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_action *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_ppo, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_ppo_terms(
    const microloss_ppo_options *options,
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_action *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_ppo: the number of rows, or the sum of their weights. If a batch
 * comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_ppo_denominator(
    size_t count,
    float epsilon,
    const microloss_action *targets,
    const float *weights,
    float *denominator);

/**
 * Clipped value loss: ½·max((v − R)², (v̂ − R)²), with v̂ the estimate v clipped to its old value ± ε.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] epsilon Must be a positive normal number.
 * @param[in] predictions One a row: the estimate v.
 * @param[in] targets One a row: Estimate: its old value and the return R.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_clipped_value(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_estimate *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_clipped_value.
 */
microloss_status microloss_clipped_value_value(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_estimate *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_clipped_value, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_clipped_value_with(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_estimate *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_clipped_value, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_clipped_value_value_with(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_estimate *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_clipped_value, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_clipped_value_terms(
    size_t count,
    float epsilon,
    const float *predictions,
    const microloss_estimate *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_clipped_value: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_clipped_value_denominator(
    size_t count,
    float epsilon,
    const microloss_estimate *targets,
    const float *weights,
    float *denominator);

/**
 * KL penalty between policy and reference, estimated from samples.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] estimator One of `enum microloss_kl_estimator`.
 * @param[in] predictions One a row: the policy's log-probability π of a token it drew.
 * @param[in] targets One a row: the reference's ρ.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_kl_penalty(
    size_t count,
    uint32_t estimator,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_kl_penalty.
 */
microloss_status microloss_kl_penalty_value(
    size_t count,
    uint32_t estimator,
    const float *predictions,
    const float *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_kl_penalty, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_kl_penalty_with(
    size_t count,
    uint32_t estimator,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_kl_penalty, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_kl_penalty_value_with(
    size_t count,
    uint32_t estimator,
    const float *predictions,
    const float *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_kl_penalty, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_kl_penalty_terms(
    size_t count,
    uint32_t estimator,
    const float *predictions,
    const float *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_kl_penalty: the number of rows, or the sum of their weights. If
 * a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_kl_penalty_denominator(
    size_t count,
    uint32_t estimator,
    const float *targets,
    const float *weights,
    float *denominator);

/**
 * Loss of the discriminator, which is to call samples real or fake. Gan has the formulas.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] gan One of `enum microloss_gan`.
 * @param[in] predictions One a row: output d of the discriminator.
 * @param[in] targets One a row: 1 for a real sample, 0 for another.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_gan_discriminator(
    size_t count,
    uint32_t gan,
    const float *predictions,
    const uint8_t *targets,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gan_discriminator.
 */
microloss_status microloss_gan_discriminator_value(
    size_t count,
    uint32_t gan,
    const float *predictions,
    const uint8_t *targets,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_gan_discriminator, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gan_discriminator_with(
    const microloss_gan_discriminator_options *options,
    size_t count,
    uint32_t gan,
    const float *predictions,
    const uint8_t *targets,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gan_discriminator, with options and sample weights.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gan_discriminator_value_with(
    const microloss_gan_discriminator_options *options,
    size_t count,
    uint32_t gan,
    const float *predictions,
    const uint8_t *targets,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_gan_discriminator, unreduced.
 *
 * @param[in] options The options, or null for none.
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_gan_discriminator_terms(
    const microloss_gan_discriminator_options *options,
    size_t count,
    uint32_t gan,
    const float *predictions,
    const uint8_t *targets,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_gan_discriminator: the number of rows, or the sum of their
 * weights. If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_gan_discriminator_denominator(
    size_t count,
    uint32_t gan,
    const uint8_t *targets,
    const float *weights,
    float *denominator);

/**
 * Loss of the generator, from the discriminator's outputs for its samples. Gan has the formulas.
 *
 * Computes value and gradient.
 *
 * @param[in] count The number of rows.
 * @param[in] gan One of `enum microloss_gan`.
 * @param[in] predictions One a row: output d of the discriminator for a fake sample.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_gan_generator(
    size_t count,
    uint32_t gan,
    const float *predictions,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gan_generator.
 */
microloss_status microloss_gan_generator_value(
    size_t count,
    uint32_t gan,
    const float *predictions,
    microloss_reduction reduction,
    float *value);

/**
 * Computes value and gradient of microloss_gan_generator, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gan_generator_with(
    size_t count,
    uint32_t gan,
    const float *predictions,
    const float *weights,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_gan_generator, with sample weights.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 */
microloss_status microloss_gan_generator_value_with(
    size_t count,
    uint32_t gan,
    const float *predictions,
    const float *weights,
    microloss_reduction reduction,
    float *value);

/**
 * Writes the loss of every row of microloss_gan_generator, unreduced.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] terms The loss of every row.
 */
microloss_status microloss_gan_generator_terms(
    size_t count,
    uint32_t gan,
    const float *predictions,
    const float *weights,
    float *terms);

/**
 * Computes the denominator of the mean of microloss_gan_generator: the number of rows, or the sum of their weights.
 * If a batch comes in pieces, reduce every piece over the sum of their denominators.
 *
 * @param[in] weights Sample weights, one a row, finite and 0 or more; or null for none.
 * @param[out] denominator The denominator of the mean.
 */
microloss_status microloss_gan_generator_denominator(
    size_t count,
    uint32_t gan,
    const float *weights,
    float *denominator);

/**
 * Cross-entropy of one of several classes, from logits: -ln p of the label's class, p = softmax(x).
 *
 * Computes value and gradient. Do not apply a softmax first.
 *
 * @param[in] rows The number of rows.
 * @param[in] classes The number of classes: 2 to 10, unless the list in src/softmax.rs is another.
 * @param[in] predictions Logits, row after row.
 * @param[in] labels One a row: a number below `classes`.
 * @param[in] reduction How the rows become one number.
 * @param[out] gradient The gradient; `predictions` to replace them by it.
 * @param[out] value The reduced loss.
 */
microloss_status microloss_softmax_cross_entropy(
    size_t rows,
    size_t classes,
    const float *predictions,
    const uint8_t *labels,
    microloss_reduction reduction,
    float *gradient,
    float *value);

/**
 * Computes the value of microloss_softmax_cross_entropy.
 */
microloss_status microloss_softmax_cross_entropy_value(
    size_t rows,
    size_t classes,
    const float *predictions,
    const uint8_t *labels,
    microloss_reduction reduction,
    float *value);

/**
 * Returns e^x.
 */
float microloss_exp(float x);

/**
 * Returns e^x - 1.
 */
float microloss_exp_m1(float x);

/**
 * e^x − 1 − x, without cancelling near 0: the gap between an exponential and its tangent. Never negative.
 */
float microloss_exp_residual(float x);

/**
 * Returns ln x.
 */
float microloss_ln(float x);

/**
 * Returns ln(1 + x).
 */
float microloss_ln_1p(float x);

/**
 * ln cosh x, accurate near 0 and for large |x|. Worst error over all inputs: 2.1 ULP.
 */
float microloss_ln_cosh(float x);

/**
 * ln(1 − e^x) for x ≤ 0 (Mächler, *Accurately computing log(1 − exp(−|a|))*, 2012, eq. 7). −∞ at 0, NaN above. Worst
 * error over all inputs: 2.0 ULP.
 */
float microloss_log1m_exp(float x);

/**
 * ln σ(x) = −ln(1 + e^−x). Worst error over all inputs: 1.7 ULP.
 */
float microloss_log_sigmoid(float x);

/**
 * Logistic function σ(x) = 1 / (1 + e^−x). Worst error over all inputs: 2.4 ULP.
 */
float microloss_sigmoid(float x);

/**
 * ln(1 + e^x). Worst error over all inputs: 1.7 ULP.
 */
float microloss_softplus(float x);

/**
 * Returns the square root.
 */
float microloss_sqrt(float x);

/**
 * Returns tanh x.
 */
float microloss_tanh(float x);

/**
 * ln Σ e^xᵢ, without overflow: −∞ for an empty array.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_log_sum_exp(size_t count, const float *x, float *result);

/**
 * Softmax with temperature: pₖ = e^(xₖ/T) / Σⱼ e^(xⱼ/T).
 *
 * @param[in] count The length of every array.
 * @param[out] probabilities Written.
 */
microloss_status microloss_softmax(size_t count, const float *logits, float temperature, float *probabilities);

/**
 * Logarithm of softmax: (xₖ − m)/T − ln Σⱼ e^((xⱼ − m)/T), with m the maximum.
 *
 * @param[in] count The length of every array.
 * @param[out] log_probabilities Written.
 */
microloss_status microloss_log_softmax(size_t count, const float *logits, float temperature, float *log_probabilities);

/**
 * Boltzmann distribution pₖ = e^(−Eₖ/T) / Z, with Z = Σⱼ e^(−Eⱼ/T).
 *
 * @param[in] count The length of every array.
 * @param[in] temperature Must be 0, a positive normal number, or infinite.
 * @param[out] probabilities Written.
 */
microloss_status microloss_boltzmann(size_t count, const float *energies, float temperature, float *probabilities);

/**
 * Changes the temperature of a distribution: pₖ^(1/T) / Σⱼ pⱼ^(1/T).
 *
 * @param[in] count The length of every array.
 * @param[in,out] probabilities Read and overwritten.
 * @param[in] temperature Must be 0, a positive normal number, or infinite.
 */
microloss_status microloss_temper(size_t count, float *probabilities, float temperature);

/**
 * Free energy F = −T·ln Z = −T·ln Σₖ e^(−Eₖ/T): a smooth minimum of the energies.
 *
 * @param[in] count The length of every array.
 * @param[in] temperature Must be 0 or a positive normal number.
 * @param[out] result The result.
 */
microloss_status microloss_free_energy(size_t count, const float *energies, float temperature, float *result);

/**
 * Returns the free_energy and writes its gradient in the energies, which is their boltzmann distribution.
 *
 * @param[in] count The length of every array.
 * @param[out] gradient Written.
 * @param[out] result The result.
 */
microloss_status microloss_free_energy_and_gradient(
    size_t count,
    const float *energies,
    float temperature,
    float *gradient,
    float *result);

/**
 * Derivative of free_energy in the temperature: minus the entropy of the Boltzmann distribution, in nats.
 *
 * @param[in] count The length of every array.
 * @param[in] temperature Must be 0 or a positive normal number.
 * @param[out] result The result.
 */
microloss_status microloss_free_energy_slope(size_t count, const float *energies, float temperature, float *result);

/**
 * Logarithm of the partition function: ln Z = ln Σₖ e^(−Eₖ/T).
 *
 * @param[in] count The length of every array.
 * @param[in] temperature Must be a positive normal number.
 * @param[out] result The result.
 */
microloss_status microloss_log_partition(size_t count, const float *energies, float temperature, float *result);

/**
 * Draws a class, given a number u that is uniform in [0, 1): the first whose cumulative probability exceeds u.
 *
 * @param[in] count The length of every array.
 * @param[in] u Must be in [0, 1).
 * @param[out] result The result.
 */
microloss_status microloss_sample(size_t count, const float *probabilities, float u, size_t *result);

/**
 * Keeps the k most probable classes: the others become 0, and the rest is divided by its sum.
 *
 * @param[in] count The length of every array.
 * @param[in,out] probabilities Read and overwritten.
 * @param[out] result The result.
 */
microloss_status microloss_top_k(size_t count, float *probabilities, size_t k, size_t *result);

/**
 * Keeps the nucleus: the fewest most probable classes that together have at least the share p of all probability.
 *
 * @param[in] count The length of every array.
 * @param[in,out] probabilities Read and overwritten.
 * @param[in] p Must be in [0, 1].
 * @param[out] result The result.
 */
microloss_status microloss_top_p(size_t count, float *probabilities, float p, size_t *result);

/**
 * Entropy −Σₖ pₖ·ln pₖ in nats; 0·ln 0 is 0.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_entropy(size_t count, const float *p, float *result);

/**
 * Cross-entropy −Σₖ pₖ·ln qₖ of two distributions, in nats: H(p) + KL(p‖q).
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_cross_entropy(size_t count, const float *p, const float *q, float *result);

/**
 * Kullback–Leibler divergence KL(p‖q) = Σₖ pₖ·ln(pₖ/qₖ) in nats, of two distributions.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_kl_divergence(size_t count, const float *p, const float *q, float *result);

/**
 * Kullback–Leibler divergence of two distributions given by their logarithms: see kl_divergence.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_kl_divergence_of_logs(size_t count, const float *log_p, const float *log_q, float *result);

/**
 * Jensen–Shannon divergence ½·KL(p‖m) + ½·KL(q‖m) in nats, with m = (p + q)/2.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_jensen_shannon(size_t count, const float *p, const float *q, float *result);

/**
 * Converts bits to nats: multiplies by ln 2.
 */
float microloss_bits_to_nats(float bits);

/**
 * Converts nats to bits: divides by ln 2.
 */
float microloss_nats_to_bits(float nats);

/**
 * Returns a lower bound on the mutual information of anchor and positive, in nats: ln N − ℓ, for the mean loss ℓ of
 * an InfoNce with N candidates.
 */
float microloss_mutual_information_bound(size_t candidates, float loss);

/**
 * Returns true if a row could be a distribution: every entry lies in [0, 1], and the sum within 0.01 of 1.
 *
 * @param[in] count The length of every array.
 * @param[out] result 1 for yes, 0 for no.
 */
microloss_status microloss_looks_like_probabilities(size_t count, const float *row, uint32_t *result);

/**
 * Returns true if numbers could be the outputs of a sigmoid: there is one, and all lie in [0, 1].
 *
 * @param[in] count The length of every array.
 * @param[out] result 1 for yes, 0 for no.
 */
microloss_status microloss_looks_like_sigmoid_outputs(size_t count, const float *predictions, uint32_t *result);

/**
 * Returns the index of the first NaN: of terms, the first row that makes the loss NaN.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result, or `SIZE_MAX` if there is none.
 */
microloss_status microloss_first_not_a_number(size_t count, const float *terms, size_t *result);

/**
 * Returns the largest distance of a probability from 1/K: 0 for the uniform distribution, 1 − 1/K for a certain one.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_distance_from_uniform(size_t count, const float *probabilities, float *result);

/**
 * Returns the range that softmax cross-entropy cannot leave after another softmax: ln((e + K − 1)/e) to ln(e + K −
 * 1).
 *
 * @param[out] result Two numbers.
 */
microloss_status microloss_double_softmax_range(size_t classes, float *result);

/**
 * Returns the Euclidean norm √Σgᵢ², without overflow or underflow on the way.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_gradient_norm(size_t count, const float *gradient, float *result);

/**
 * Scales a gradient down to a norm of at most bound, and returns the norm that it had.
 *
 * @param[in] count The length of every array.
 * @param[in,out] gradient Read and overwritten.
 * @param[in] bound Must be positive and finite.
 * @param[out] result The result.
 */
microloss_status microloss_clip_by_norm(size_t count, float *gradient, float bound, float *result);

/**
 * Returns true if the root mean square of a gradient lies below threshold: it is then too small to learn from.
 *
 * @param[in] count The length of every array.
 * @param[out] result 1 for yes, 0 for no.
 */
microloss_status microloss_is_vanishing(size_t count, const float *gradient, float threshold, uint32_t *result);

/**
 * Writes the perturbation of sharpness-aware minimisation: ρ·g/‖g‖, and 0 for a gradient of 0 or with an infinite or
 * NaN entry.
 *
 * @param[in] count The length of every array.
 * @param[in] rho Must be positive and finite.
 * @param[out] perturbation Written.
 */
microloss_status microloss_sharpness_aware_perturbation(
    size_t count,
    const float *gradient,
    float rho,
    float *perturbation);

/**
 * Returns the probability from which on "yes" costs less: c_fp/(c_fp + c_fn), for the costs of a false alarm and of
 * a miss.
 *
 * @param[in] false_positive Must be positive and finite.
 * @param[in] false_negative Must be positive and finite.
 * @param[out] result The result.
 */
microloss_status microloss_cost_threshold(float false_positive, float false_negative, float *result);

/**
 * Returns the positive weight for unequal costs: c_fn/c_fp, for the costs of a false alarm and of a miss.
 *
 * @param[in] false_positive Must be positive and finite.
 * @param[in] false_negative Must be positive and finite.
 * @param[out] result The result.
 */
microloss_status microloss_positive_weight_from_costs(float false_positive, float false_negative, float *result);

/**
 * Removes the shift that a positive weight w in training causes: returns the logit x − ln w.
 *
 * @param[in] positive_weight Must be positive and finite.
 * @param[out] result The result.
 */
microloss_status microloss_calibrated_logit(float logit, float positive_weight, float *result);

/**
 * Computes class weights that balance unequal numbers of samples: n/(K·n_c), for n samples of the K classes that
 * were seen.
 *
 * @param[in] count The length of every array.
 * @param[out] weights Written.
 */
microloss_status microloss_inverse_frequency_weights(size_t count, const uint32_t *counts, float *weights);

/**
 * Computes class weights from effective numbers of samples: (1 − β)/(1 − β^n_c), scaled so that their sum is the
 * number of classes.
 *
 * @param[in] count The length of every array.
 * @param[in] beta Must be in [0, 1).
 * @param[out] weights Written.
 */
microloss_status microloss_effective_number_weights(size_t count, const uint32_t *counts, float beta, float *weights);

/**
 * Potential-based reward shaping: γ·Φ(s′) − Φ(s), to be added to the reward of the step from s to s′.
 */
float microloss_potential_shaping(float gamma, float potential, float next_potential);

/**
 * Signal-to-noise ratio ᾱ/(1 − ᾱ) of the time step whose sample is √ᾱ·x + √(1 − ᾱ)·ε.
 */
float microloss_signal_to_noise(float alpha_bar);

/**
 * Returns the reward that a policy implies: β(π − ρ), for log-probabilities π of the policy and ρ of the reference.
 */
float microloss_implicit_reward(float beta, float policy, float reference);

/**
 * Returns the share of pairs in which the chosen answer has the larger implicit reward. A tie counts as a miss.
 *
 * @param[in] count The length of every array.
 * @param[in] policy Two numbers a row.
 * @param[in] reference Two numbers a row.
 * @param[out] result The result.
 */
microloss_status microloss_preference_accuracy(
    size_t count,
    const float *policy,
    const float *reference,
    float *result);

/**
 * Returns the mean lead of the chosen answers' implicit rewards: the mean of h = β((π_c − ρ_c) − (π_r − ρ_r)).
 *
 * @param[in] count The length of every array.
 * @param[in] policy Two numbers a row.
 * @param[in] reference Two numbers a row.
 * @param[out] result The result.
 */
microloss_status microloss_reward_margin(
    size_t count,
    float beta,
    const float *policy,
    const float *reference,
    float *result);

/**
 * Counts the log-ratios beyond ±LOG_RATIO_BOUND: a sign that the policy has drifted away from the one that acted.
 *
 * @param[in] count The length of every array.
 * @param[out] result The result.
 */
microloss_status microloss_drifted(size_t count, const float *log_probabilities, const float *old, size_t *result);

/**
 * Writes generalised advantage estimates: Âₜ = δₜ + γλ·Âₜ₊₁ with δₜ = rₜ + γ·V(sₜ₊₁) − V(sₜ).
 *
 * @param[in] count The length of every array.
 * @param[in] ends One a step: does the episode go on, or why not?
 * @param[out] advantages Written.
 */
microloss_status microloss_generalized_advantage(
    size_t count,
    const float *rewards,
    const float *values,
    const microloss_episode_end *ends,
    float next_value,
    float gamma,
    float lambda,
    float *advantages);

/**
 * Replaces the rewards of each group by leave-one-out advantages: each reward less the mean of the others of its
 * group.
 *
 * @param[in] count The length of every array.
 * @param[in,out] rewards Read and overwritten.
 */
microloss_status microloss_leave_one_out_advantages(size_t count, float *rewards, size_t group);

/**
 * Shifts and scales the rewards of each group to mean 0 and variance 1, with a deviation of at least floor.
 *
 * @param[in] count The length of every array.
 * @param[in,out] rewards Read and overwritten.
 * @param[in] floor Must be finite and 0 or more.
 */
microloss_status microloss_normalize_groups(size_t count, float *rewards, size_t group, float floor);

/**
 * Shifts and scales advantages to mean 0 and variance 1. If all are equal and finite, they become 0.
 *
 * @param[in] count The length of every array.
 * @param[in,out] advantages Read and overwritten.
 */
microloss_status microloss_normalize_advantages(size_t count, float *advantages);

/**
 * Shifts advantages to mean 0, and divides them by their deviation, or by floor if that is larger.
 *
 * @param[in] count The length of every array.
 * @param[in,out] advantages Read and overwritten.
 * @param[in] floor Must be finite and 0 or more.
 */
microloss_status microloss_normalize_advantages_with_floor(size_t count, float *advantages, float floor);

/**
 * Writes the rewards per token of the RLHF objective: −β(πₜ − ρₜ), with the reward model's score added to the last.
 *
 * @param[in] count The length of every array.
 * @param[in] beta Must be finite and 0 or more.
 * @param[out] rewards Written.
 */
microloss_status microloss_rlhf_rewards(
    size_t count,
    float score,
    const float *policy,
    const float *reference,
    float beta,
    float *rewards);

/**
 * Returns the number of pairs among n embeddings: n(n − 1)/2, or None beyond usize.
 *
 * @param[out] result The result, or `SIZE_MAX` if there is none.
 */
microloss_status microloss_pair_count(size_t embeddings, size_t *result);

/**
 * Returns the number of triplets in classes of equal size, or None beyond usize.
 *
 * @param[out] result The result, or `SIZE_MAX` if there is none.
 */
microloss_status microloss_triplet_count(size_t classes, size_t per_class, size_t *result);

/**
 * Adds a batch: the sum of its losses, and the number of rows or the sum of their weights.
 */
microloss_status microloss_empirical_risk_add(microloss_empirical_risk *risk, float sum, float weight);

/**
 * Adds everything that another estimate has seen.
 */
microloss_status microloss_empirical_risk_merge(microloss_empirical_risk *risk, const microloss_empirical_risk *other);

/**
 * Returns the mean loss, and refuses a risk whose weights add up to 0.
 */
microloss_status microloss_empirical_risk_mean(const microloss_empirical_risk *risk, float *mean);

/**
 * Returns the number of rows seen, or the sum of their weights.
 */
microloss_status microloss_empirical_risk_weight(const microloss_empirical_risk *risk, float *weight);

/**
 * Returns the mean loss of held-out data minus that of the training data, and refuses a risk that has seen nothing.
 */
microloss_status microloss_generalization_gap(
    const microloss_empirical_risk *training,
    const microloss_empirical_risk *held_out,
    float *gap);

/**
 * L1 penalty: λ·Σ|θᵢ|, which drives parameters to exactly 0.
 *
 * Computes the value, and adds the gradient.
 *
 * @param[in] count The number of parameters.
 * @param[in] lambda Must be finite and 0 or more.
 * @param[in] parameters The parameters of the model.
 * @param[in,out] gradient The gradient of the penalty is added to it.
 * @param[out] value The penalty.
 */
microloss_status microloss_l1(size_t count, float lambda, const float *parameters, float *gradient, float *value);

/**
 * L1 penalty: λ·Σ|θᵢ|, which drives parameters to exactly 0.
 *
 * Computes the value.
 *
 * @param[in] count The number of parameters.
 * @param[in] lambda Must be finite and 0 or more.
 * @param[in] parameters The parameters of the model.
 * @param[out] value The penalty.
 */
microloss_status microloss_l1_value(size_t count, float lambda, const float *parameters, float *value);

/**
 * L2 penalty: λ·Σθᵢ², which keeps parameters small, but not at exactly 0.
 *
 * Computes the value, and adds the gradient.
 *
 * @param[in] count The number of parameters.
 * @param[in] lambda Must be finite and 0 or more.
 * @param[in] parameters The parameters of the model.
 * @param[in,out] gradient The gradient of the penalty is added to it.
 * @param[out] value The penalty.
 */
microloss_status microloss_l2(size_t count, float lambda, const float *parameters, float *gradient, float *value);

/**
 * L2 penalty: λ·Σθᵢ², which keeps parameters small, but not at exactly 0.
 *
 * Computes the value.
 *
 * @param[in] count The number of parameters.
 * @param[in] lambda Must be finite and 0 or more.
 * @param[in] parameters The parameters of the model.
 * @param[out] value The penalty.
 */
microloss_status microloss_l2_value(size_t count, float lambda, const float *parameters, float *value);

/**
 * Elastic net: λ₁·Σ|θᵢ| + λ₂·Σθᵢ².
 *
 * Computes the value, and adds the gradient.
 *
 * @param[in] count The number of parameters.
 * @param[in] l1 Must be finite and 0 or more.
 * @param[in] l2 Must be finite and 0 or more.
 * @param[in] parameters The parameters of the model.
 * @param[in,out] gradient The gradient of the penalty is added to it.
 * @param[out] value The penalty.
 */
microloss_status microloss_elastic_net(
    size_t count,
    float l1,
    float l2,
    const float *parameters,
    float *gradient,
    float *value);

/**
 * Elastic net: λ₁·Σ|θᵢ| + λ₂·Σθᵢ².
 *
 * Computes the value.
 *
 * @param[in] count The number of parameters.
 * @param[in] l1 Must be finite and 0 or more.
 * @param[in] l2 Must be finite and 0 or more.
 * @param[in] parameters The parameters of the model.
 * @param[out] value The penalty.
 */
microloss_status microloss_elastic_net_value(size_t count, float l1, float l2, const float *parameters, float *value);

#ifdef __cplusplus
}
#endif

#endif
