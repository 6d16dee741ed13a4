// Loss functions for training on a microcontroller, for C. Each has three functions: the value; value and gradient; value
// and gradient, with the gradient in place of the predictions. Generated from src/lib.rs by `cargo run --example header`:
// do not edit.
//
// Every call checks its arguments first. It refuses null and misaligned pointers, lengths that disagree, outputs that
// overlap another buffer, labels out of range and bad parameters: it then returns a status, and writes nothing. The caller
// promises the rest: a pointer stands for as many values as its length says, and nothing else writes them during the call.
//
// No call allocates memory or keeps anything afterwards. Calls from several threads or interrupts do not disturb one another.

#ifndef MICROLOSS_H
#define MICROLOSS_H

#include <stddef.h>
#include <stdint.h>

// The result of a call. If it is not OK, nothing has been written.
enum microloss_status
#if defined(__cplusplus) || __STDC_VERSION__ >= 202311L
  : uint32_t
#endif // defined(__cplusplus) || __STDC_VERSION__ >= 202311L
 {
    // Value and gradient have been written.
    MICROLOSS_STATUS_OK = 0,
    // A pointer is null.
    MICROLOSS_STATUS_NULL = 1,
    // A pointer is not aligned for its type.
    MICROLOSS_STATUS_ALIGNMENT = 2,
    // A buffer is not as long as the predictions, or is longer than memory; or the logits do not fill whole rows.
    MICROLOSS_STATUS_LENGTH = 3,
    // An output shares memory with another buffer.
    MICROLOSS_STATUS_OVERLAP = 4,
    // A parameter, or the reduction, is outside its domain.
    MICROLOSS_STATUS_PARAMETER = 5,
    // The batch has no rows.
    MICROLOSS_STATUS_EMPTY_BATCH = 6,
    // The library is not built for this number of classes. It is built for 2 to 10, unless you change its list.
    MICROLOSS_STATUS_CLASSES = 7,
    // A label is not below the number of classes.
    MICROLOSS_STATUS_LABEL = 8,
    // A target is outside the domain of the loss.
    MICROLOSS_STATUS_TARGET = 9,
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
    // The first number.
    const float *data;
    // The number of numbers.
    size_t length;
} microloss_floats;

// The rule that makes one number of the rows' losses. The gradient is that of this number.
typedef struct {
    // 0: the mean over the rows; 1: the sum; 2: the sum divided by `divisor`, as in `(microloss_reduction){ 2, n }`.
    uint32_t kind;
    // Finite and 0 or more. If it is 0, value and gradient are 0. Only kind 2 reads it.
    float divisor;
} microloss_reduction;

// Room for numbers to write.
typedef struct {
    // The first number.
    float *data;
    // The number of numbers.
    size_t length;
} microloss_floats_mut;

// Labels to read, one a row.
typedef struct {
    // The first label.
    const uint8_t *data;
    // The number of labels.
    size_t length;
} microloss_labels;

// The reduction to the mean over the rows.
#define MICROLOSS_MEAN (microloss_reduction){ .kind = 0, .divisor = 0.0 }

// The reduction to the sum over the rows.
#define MICROLOSS_SUM (microloss_reduction){ .kind = 1, .divisor = 0.0 }

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Value of the squared error: (p - t)^2.
microloss_status microloss_squared_error_value(microloss_floats prediction,
                                               microloss_floats target,
                                               microloss_reduction reduction,
                                               float *value);

// Value of the squared error, and its gradient with respect to the predictions.
microloss_status microloss_squared_error_value_and_gradient(microloss_floats prediction,
                                                            microloss_floats target,
                                                            microloss_reduction reduction,
                                                            microloss_floats_mut gradient,
                                                            float *value);

// Value of the squared error. Its gradient takes the place of the predictions.
microloss_status microloss_squared_error_value_and_gradient_in_place(microloss_floats_mut prediction,
                                                                     microloss_floats target,
                                                                     microloss_reduction reduction,
                                                                     float *value);

// Value of the Huber loss: d^2 / 2 up to a distance d of delta (above 0), delta * (d - delta / 2) beyond.
microloss_status microloss_huber_value(float delta,
                                       microloss_floats prediction,
                                       microloss_floats target,
                                       microloss_reduction reduction,
                                       float *value);

// Value of the Huber loss, and its gradient with respect to the predictions.
microloss_status microloss_huber_value_and_gradient(float delta,
                                                    microloss_floats prediction,
                                                    microloss_floats target,
                                                    microloss_reduction reduction,
                                                    microloss_floats_mut gradient,
                                                    float *value);

// Value of the Huber loss. Its gradient takes the place of the predictions.
microloss_status microloss_huber_value_and_gradient_in_place(float delta,
                                                             microloss_floats_mut prediction,
                                                             microloss_floats target,
                                                             microloss_reduction reduction,
                                                             float *value);

// Value of the cross-entropy of yes or no, from logits and targets from 0 to 1. Do not apply a sigmoid first.
microloss_status microloss_sigmoid_cross_entropy_value(microloss_floats prediction,
                                                       microloss_floats target,
                                                       microloss_reduction reduction,
                                                       float *value);

// Value of the cross-entropy of yes or no, and its gradient with respect to the predictions.
microloss_status microloss_sigmoid_cross_entropy_value_and_gradient(microloss_floats prediction,
                                                                    microloss_floats target,
                                                                    microloss_reduction reduction,
                                                                    microloss_floats_mut gradient,
                                                                    float *value);

// Value of the cross-entropy of yes or no. Its gradient takes the place of the predictions.
microloss_status microloss_sigmoid_cross_entropy_value_and_gradient_in_place(microloss_floats_mut prediction,
                                                                             microloss_floats target,
                                                                             microloss_reduction reduction,
                                                                             float *value);

// Value of the cross-entropy of one of `classes` classes, from logits, row after row, and a label for each row. Do not
// apply a softmax first.
microloss_status microloss_softmax_cross_entropy_value(size_t classes,
                                                       microloss_floats logits,
                                                       microloss_labels labels,
                                                       microloss_reduction reduction,
                                                       float *value);

// Value of the cross-entropy of one of `classes` classes, and its gradient with respect to the logits.
microloss_status microloss_softmax_cross_entropy_value_and_gradient(size_t classes,
                                                                    microloss_floats logits,
                                                                    microloss_labels labels,
                                                                    microloss_reduction reduction,
                                                                    microloss_floats_mut gradient,
                                                                    float *value);

// Value of the cross-entropy of one of `classes` classes. Its gradient takes the place of the logits.
microloss_status microloss_softmax_cross_entropy_value_and_gradient_in_place(size_t classes,
                                                                             microloss_floats_mut logits,
                                                                             microloss_labels labels,
                                                                             microloss_reduction reduction,
                                                                             float *value);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* MICROLOSS_H */
