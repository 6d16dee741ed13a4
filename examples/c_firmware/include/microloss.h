// Loss functions for training on a microcontroller, for C: each as its value, as value and gradient, and with the
// gradient in place of the predictions. Generated from src/lib.rs by `cargo run --example header`: do not edit.
//
// A call checks first: null and misaligned pointers, lengths that disagree, outputs that overlap another buffer, labels
// out of range and bad parameters come back as a status, and nothing has then been written. What it cannot check the
// caller promises: a pointer stands for as many values as its length says, and nothing else writes them during the call.
// Nothing is allocated, nothing is kept after the call, and calls from several threads or interrupts do not disturb one another.

#ifndef MICROLOSS_H
#define MICROLOSS_H

#include <stddef.h>
#include <stdint.h>

// What became of a call. Whatever it is other than OK, nothing has been written.
enum microloss_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Value and gradient have been written.
    MICROLOSS_STATUS_OK = 0,
    // A pointer is null.
    MICROLOSS_STATUS_NULL = 1,
    // A pointer is not a multiple of its type's alignment.
    MICROLOSS_STATUS_ALIGNMENT = 2,
    // A buffer has another length than the predictions, or one larger than memory; or the logits are no whole rows.
    MICROLOSS_STATUS_LENGTH = 3,
    // An output shares memory with another buffer.
    MICROLOSS_STATUS_OVERLAP = 4,
    // A parameter, or the reduction, is outside its domain.
    MICROLOSS_STATUS_PARAMETER = 5,
    // There is no row.
    MICROLOSS_STATUS_EMPTY_BATCH = 6,
    // The library is not built for that number of classes; it is for 2 to 10, unless its list has been changed.
    MICROLOSS_STATUS_CLASSES = 7,
    // A label is not below the number of classes.
    MICROLOSS_STATUS_LABEL = 8,
};
#ifndef __cplusplus
#if __STDC_VERSION__ >= 202311L
typedef enum microloss_status microloss_status;
#else
typedef uint32_t microloss_status;
#endif // __STDC_VERSION__ >= 202311L
#endif // __cplusplus

// Numbers to read.
typedef struct {
    // The first.
    const float *data;
    // How many.
    size_t length;
} microloss_floats;

// How the losses of the rows become one number; the gradient is that of this number.
typedef struct {
    // 0: the mean over the rows; 1: the sum; 2: the sum divided by `divisor`, as of `(microloss_reduction){ 2, n }`.
    uint32_t kind;
    // Finite and 0 or more; over 0, value and gradient are 0. Read for kind 2 only.
    float divisor;
} microloss_reduction;

// Room for numbers to write.
typedef struct {
    // The first.
    float *data;
    // How many.
    size_t length;
} microloss_floats_mut;

// Labels to read, one a row.
typedef struct {
    // The first.
    const uint8_t *data;
    // How many.
    size_t length;
} microloss_labels;

// The reduction to the mean over the rows.
#define MICROLOSS_MEAN (microloss_reduction){ .kind = 0, .divisor = 0.0 }

// The reduction to the sum over the rows.
#define MICROLOSS_SUM (microloss_reduction){ .kind = 1, .divisor = 0.0 }

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Squared error: (p - t)^2. Its value.
microloss_status microloss_squared_error_value(microloss_floats prediction,
                                               microloss_floats target,
                                               microloss_reduction reduction,
                                               float *value);

// The same: its value, and its gradient with respect to the predictions.
microloss_status microloss_squared_error_value_and_gradient(microloss_floats prediction,
                                                            microloss_floats target,
                                                            microloss_reduction reduction,
                                                            microloss_floats_mut gradient,
                                                            float *value);

// The same; the gradient takes the place of the predictions.
microloss_status microloss_squared_error_value_and_gradient_in_place(microloss_floats_mut prediction,
                                                                     microloss_floats target,
                                                                     microloss_reduction reduction,
                                                                     float *value);

// Huber: d^2 / 2 up to a distance d of delta (above 0), beyond it delta * (d - delta / 2). Its value.
microloss_status microloss_huber_value(float delta,
                                       microloss_floats prediction,
                                       microloss_floats target,
                                       microloss_reduction reduction,
                                       float *value);

// The same: its value, and its gradient with respect to the predictions.
microloss_status microloss_huber_value_and_gradient(float delta,
                                                    microloss_floats prediction,
                                                    microloss_floats target,
                                                    microloss_reduction reduction,
                                                    microloss_floats_mut gradient,
                                                    float *value);

// The same; the gradient takes the place of the predictions.
microloss_status microloss_huber_value_and_gradient_in_place(float delta,
                                                             microloss_floats_mut prediction,
                                                             microloss_floats target,
                                                             microloss_reduction reduction,
                                                             float *value);

// Cross-entropy of yes or no from logits, against targets from 0 to 1. Do not apply a sigmoid first. Its value.
microloss_status microloss_sigmoid_cross_entropy_value(microloss_floats prediction,
                                                       microloss_floats target,
                                                       microloss_reduction reduction,
                                                       float *value);

// The same: its value, and its gradient with respect to the predictions.
microloss_status microloss_sigmoid_cross_entropy_value_and_gradient(microloss_floats prediction,
                                                                    microloss_floats target,
                                                                    microloss_reduction reduction,
                                                                    microloss_floats_mut gradient,
                                                                    float *value);

// The same; the gradient takes the place of the predictions.
microloss_status microloss_sigmoid_cross_entropy_value_and_gradient_in_place(microloss_floats_mut prediction,
                                                                             microloss_floats target,
                                                                             microloss_reduction reduction,
                                                                             float *value);

// Cross-entropy of one of `classes` classes from logits, row after row, against a label a row. Do not apply a softmax
// first. Its value.
microloss_status microloss_softmax_cross_entropy_value(size_t classes,
                                                       microloss_floats logits,
                                                       microloss_labels labels,
                                                       microloss_reduction reduction,
                                                       float *value);

// The same: its value, and its gradient with respect to the logits.
microloss_status microloss_softmax_cross_entropy_value_and_gradient(size_t classes,
                                                                    microloss_floats logits,
                                                                    microloss_labels labels,
                                                                    microloss_reduction reduction,
                                                                    microloss_floats_mut gradient,
                                                                    float *value);

// The same; the gradient takes the place of the logits.
microloss_status microloss_softmax_cross_entropy_value_and_gradient_in_place(size_t classes,
                                                                             microloss_floats_mut logits,
                                                                             microloss_labels labels,
                                                                             microloss_reduction reduction,
                                                                             float *value);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* MICROLOSS_H */
