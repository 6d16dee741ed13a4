// Trains a linear model and a linear classifier with microloss, and shows that it refuses bad arguments.

#include "microloss.h"
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A generator of numbers that gives the same numbers on every machine.
static uint32_t state = 1;

static float number(void) {
    state = state * 1664525u + 1013904223u;
    return (float)(state >> 8) / 8388608.0f - 1.0f;
}

static uint32_t bits(float number) {
    uint32_t bits;
    memcpy(&bits, &number, sizeof bits);
    return bits;
}

static void require(bool holds, const char *what) {
    if (!holds) {
        printf("not so: %s\n", what);
        exit(EXIT_FAILURE);
    }
}

// A linear model of three weights and a bias, from 64 samples.
enum { SAMPLES = 64, INPUTS = 4 };
static const float TRUE_WEIGHTS[INPUTS] = {1.5f, -2.0f, 0.5f, 0.25f};
static const float DISTANCE = 1e-3f;

static void train_model(void) {
    static float inputs[SAMPLES][INPUTS], targets[SAMPLES], predictions[SAMPLES];
    float weights[INPUTS] = {0}, value = 0.0f;
    for (int i = 0; i < SAMPLES; i++) {
        for (int j = 0; j < INPUTS; j++) {
            inputs[i][j] = j < INPUTS - 1 ? number() : 1.0f;
            targets[i] += TRUE_WEIGHTS[j] * inputs[i][j];
        }
    }
    for (int step = 0; step < 400; step++) {
        for (int i = 0; i < SAMPLES; i++) {
            predictions[i] = 0.0f;
            for (int j = 0; j < INPUTS; j++) {
                predictions[i] += weights[j] * inputs[i][j];
            }
        }
        // This needs no second buffer: the predictions become their gradient.
        microloss_status status = microloss_huber_value_and_gradient_in_place(
            0.5f, (microloss_floats_mut){predictions, SAMPLES}, (microloss_floats){targets, SAMPLES}, MICROLOSS_MEAN, &value);
        require(status == MICROLOSS_STATUS_OK, "a training step");
        for (int i = 0; i < SAMPLES; i++) {
            for (int j = 0; j < INPUTS; j++) {
                weights[j] -= 0.5f * predictions[i] * inputs[i][j];
            }
        }
    }
    printf("linear model:");
    for (int j = 0; j < INPUTS; j++) {
        require(fabsf(weights[j] - TRUE_WEIGHTS[j]) < DISTANCE, "the weights are found");
        printf(" %.4f", (double)weights[j]);
    }
    printf(", each within %g of the true one; loss bits 0x%08lX\n", (double)DISTANCE, (unsigned long)bits(value));
}

// A linear classifier of three classes: the label is the largest of three linear scores.
enum { CLASSES = 3 };
static float SCORES[CLASSES][INPUTS] = {{2, 0, 1, 0}, {-1, 2, 0, 0}, {0, -1, -2, 0}};

static void scores(float weights[CLASSES][INPUTS], const float input[INPUTS], float logits[CLASSES]) {
    for (int k = 0; k < CLASSES; k++) {
        logits[k] = 0.0f;
        for (int j = 0; j < INPUTS; j++) {
            logits[k] += weights[k][j] * input[j];
        }
    }
}

static uint8_t largest(const float logits[CLASSES]) {
    uint8_t best = 0;
    for (uint8_t k = 1; k < CLASSES; k++) {
        best = logits[k] > logits[best] ? k : best;
    }
    return best;
}

static void train_classifier(void) {
    static float inputs[SAMPLES][INPUTS], logits[SAMPLES][CLASSES], gradient[SAMPLES][CLASSES];
    static uint8_t labels[SAMPLES];
    float weights[CLASSES][INPUTS] = {{0}}, value = 0.0f;
    for (int i = 0; i < SAMPLES; i++) {
        for (int j = 0; j < INPUTS; j++) {
            inputs[i][j] = j < INPUTS - 1 ? number() : 1.0f;
        }
        scores(SCORES, inputs[i], logits[i]);
        labels[i] = largest(logits[i]);
    }
    for (int step = 0; step < 300; step++) {
        for (int i = 0; i < SAMPLES; i++) {
            scores(weights, inputs[i], logits[i]);
        }
        microloss_status status = microloss_softmax_cross_entropy_value_and_gradient(
            CLASSES, (microloss_floats){logits[0], SAMPLES * CLASSES}, (microloss_labels){labels, SAMPLES}, MICROLOSS_MEAN,
            (microloss_floats_mut){gradient[0], SAMPLES * CLASSES}, &value);
        require(status == MICROLOSS_STATUS_OK, "a training step");
        for (int i = 0; i < SAMPLES; i++) {
            for (int k = 0; k < CLASSES; k++) {
                for (int j = 0; j < INPUTS; j++) {
                    weights[k][j] -= 2.0f * gradient[i][k] * inputs[i][j];
                }
            }
        }
    }
    int right = 0;
    for (int i = 0; i < SAMPLES; i++) {
        scores(weights, inputs[i], logits[i]);
        right += largest(logits[i]) == labels[i];
    }
    require(right >= SAMPLES - 1, "the classifier learns its samples");
    printf("linear classifier: %d of %d right; loss bits 0x%08lX\n", right, SAMPLES, (unsigned long)bits(value));
}

// The memory for the tests of single calls: two rows.
static struct {
    float prediction[6], target[6], gradient[6], value;
    uint8_t labels[2];
} memory, before;

static const microloss_floats PREDICTION = {memory.prediction, 2}, TARGET = {memory.target, 2};
static const microloss_floats_mut IN_PLACE = {memory.prediction, 2}, GRADIENT = {memory.gradient, 2};
static const microloss_floats LOGITS = {memory.prediction, 6};
static const microloss_floats_mut LOGITS_IN_PLACE = {memory.prediction, 6}, LOGITS_GRADIENT = {memory.gradient, 6};
static const microloss_labels LABELS = {memory.labels, 2};

static void reset(void) {
    memset(&memory, 0, sizeof memory);
    memory.prediction[0] = 3.0f;
    memory.target[0] = 1.0f;
}

// Requires that all three forms of a loss give this value, and this gradient of the first two predictions.
static void agree(const char *loss, const microloss_status status[3], const float values[3], const float expected[3]) {
    for (int form = 0; form < 3; form++) {
        require(status[form] == MICROLOSS_STATUS_OK && values[form] == values[0], loss);
    }
    require(fabsf(values[0] - expected[0]) < 1e-6f, loss);
    require(fabsf(memory.gradient[0] - expected[1]) < 1e-6f && fabsf(memory.gradient[1] - expected[2]) < 1e-6f, loss);
    require(memcmp(memory.gradient, memory.prediction, sizeof memory.gradient) == 0, loss);
    reset();
}

static void test_values(void) {
    microloss_reduction sum = MICROLOSS_SUM, quarter = {2, 4.0f};
    float v[3];
    reset();
    agree("squared error",
          (microloss_status[]){
              microloss_squared_error_value(PREDICTION, TARGET, sum, &v[0]),
              microloss_squared_error_value_and_gradient(PREDICTION, TARGET, sum, GRADIENT, &v[1]),
              microloss_squared_error_value_and_gradient_in_place(IN_PLACE, TARGET, sum, &v[2]),
          },
          v, (float[]){4.0f, 4.0f, 0.0f});
    agree("huber",
          (microloss_status[]){
              microloss_huber_value(1.0f, PREDICTION, TARGET, quarter, &v[0]),
              microloss_huber_value_and_gradient(1.0f, PREDICTION, TARGET, quarter, GRADIENT, &v[1]),
              microloss_huber_value_and_gradient_in_place(1.0f, IN_PLACE, TARGET, quarter, &v[2]),
          },
          v, (float[]){1.5f / 4.0f, 1.0f / 4.0f, 0.0f});
    // ln(1 + e^-3) + ln 2
    agree("sigmoid cross-entropy",
          (microloss_status[]){
              microloss_sigmoid_cross_entropy_value(PREDICTION, TARGET, sum, &v[0]),
              microloss_sigmoid_cross_entropy_value_and_gradient(PREDICTION, TARGET, sum, GRADIENT, &v[1]),
              microloss_sigmoid_cross_entropy_value_and_gradient_in_place(IN_PLACE, TARGET, sum, &v[2]),
          },
          v, (float[]){0.0485874f + 0.6931472f, -0.0474259f, 0.5f});
    // ln(1 + 2 e^-3) + ln 3
    agree("softmax cross-entropy",
          (microloss_status[]){
              microloss_softmax_cross_entropy_value(3, LOGITS, LABELS, sum, &v[0]),
              microloss_softmax_cross_entropy_value_and_gradient(3, LOGITS, LABELS, sum, LOGITS_GRADIENT, &v[1]),
              microloss_softmax_cross_entropy_value_and_gradient_in_place(3, LOGITS_IN_PLACE, LABELS, sum, &v[2]),
          },
          v, (float[]){0.0949230f + 1.0986123f, -0.0905570f, 0.0452785f});
    printf("values and gradients: 4 losses as expected\n");
}

// Requires that the call returns this status and leaves all memory as it was. Arguments are evaluated before `refused` runs.
#define REFUSED(expected, call) refused(MICROLOSS_STATUS_##expected, (before = memory, call), #expected ": " #call)
static int refusals;

static void refused(microloss_status expected, microloss_status actual, const char *call) {
    if (actual != expected) {
        printf("status %lu: ", (unsigned long)actual);
    }
    require(actual == expected, call);
    require(memcmp(&memory, &before, sizeof memory) == 0, call);
    refusals++;
}

static void test_refusals(void) {
    reset();
    float *value = &memory.value;
    const microloss_reduction mean = MICROLOSS_MEAN;
    const microloss_floats odd = {(const float *)((const char *)memory.target + 1), 2};
    const microloss_floats_mut odd_mut = {(float *)((char *)memory.gradient + 2), 2};
    const size_t huge = SIZE_MAX / 2;

    REFUSED(NULL, microloss_squared_error_value((microloss_floats){NULL, 2}, TARGET, mean, value));
    REFUSED(NULL, microloss_squared_error_value(PREDICTION, (microloss_floats){NULL, 2}, mean, value));
    REFUSED(NULL, microloss_squared_error_value(PREDICTION, TARGET, mean, NULL));
    REFUSED(NULL, microloss_huber_value_and_gradient(1.0f, PREDICTION, TARGET, mean, (microloss_floats_mut){NULL, 2}, value));
    REFUSED(NULL, microloss_huber_value_and_gradient(1.0f, PREDICTION, TARGET, mean, GRADIENT, NULL));
    REFUSED(NULL, microloss_sigmoid_cross_entropy_value_and_gradient_in_place((microloss_floats_mut){NULL, 2}, TARGET, mean, value));
    REFUSED(NULL, microloss_sigmoid_cross_entropy_value_and_gradient_in_place(IN_PLACE, TARGET, mean, NULL));
    REFUSED(NULL, microloss_softmax_cross_entropy_value(3, LOGITS, (microloss_labels){NULL, 2}, mean, value));

    REFUSED(ALIGNMENT, microloss_squared_error_value(PREDICTION, odd, mean, value));
    REFUSED(ALIGNMENT, microloss_squared_error_value(PREDICTION, TARGET, mean, (float *)((char *)value + 1)));
    REFUSED(ALIGNMENT, microloss_squared_error_value_and_gradient(PREDICTION, TARGET, mean, odd_mut, value));
    REFUSED(ALIGNMENT, microloss_squared_error_value_and_gradient_in_place(odd_mut, TARGET, mean, value));

    REFUSED(LENGTH, microloss_squared_error_value(PREDICTION, (microloss_floats){memory.target, 1}, mean, value));
    REFUSED(LENGTH, microloss_huber_value_and_gradient(1.0f, PREDICTION, TARGET, mean, (microloss_floats_mut){memory.gradient, 3}, value));
    REFUSED(LENGTH, microloss_huber_value_and_gradient_in_place(1.0f, IN_PLACE, (microloss_floats){memory.target, 3}, mean, value));
    REFUSED(LENGTH, microloss_softmax_cross_entropy_value(3, (microloss_floats){memory.prediction, 5}, LABELS, mean, value));
    REFUSED(LENGTH, microloss_softmax_cross_entropy_value(3, LOGITS, (microloss_labels){memory.labels, 1}, mean, value));
    REFUSED(LENGTH, microloss_softmax_cross_entropy_value_and_gradient(3, LOGITS, LABELS, mean, GRADIENT, value));
    REFUSED(LENGTH, microloss_squared_error_value((microloss_floats){memory.prediction, huge}, (microloss_floats){memory.target, huge}, mean, value));

    REFUSED(OVERLAP, microloss_squared_error_value_and_gradient(PREDICTION, TARGET, mean, IN_PLACE, value));
    REFUSED(OVERLAP, microloss_squared_error_value_and_gradient(PREDICTION, TARGET, mean, (microloss_floats_mut){memory.target + 1, 2}, value));
    REFUSED(OVERLAP, microloss_squared_error_value_and_gradient(PREDICTION, TARGET, mean, GRADIENT, memory.gradient + 1));
    REFUSED(OVERLAP, microloss_squared_error_value(PREDICTION, TARGET, mean, memory.prediction));
    REFUSED(OVERLAP, microloss_squared_error_value_and_gradient_in_place(IN_PLACE, PREDICTION, mean, value));
    REFUSED(OVERLAP, microloss_squared_error_value_and_gradient_in_place(IN_PLACE, TARGET, mean, memory.target + 1));

    REFUSED(PARAMETER, microloss_huber_value(0.0f, PREDICTION, TARGET, mean, value));
    REFUSED(PARAMETER, microloss_huber_value_and_gradient_in_place(NAN, IN_PLACE, TARGET, mean, value));
    REFUSED(PARAMETER, microloss_squared_error_value(PREDICTION, TARGET, (microloss_reduction){3, 1.0f}, value));
    REFUSED(PARAMETER, microloss_squared_error_value(PREDICTION, TARGET, (microloss_reduction){2, -1.0f}, value));

    REFUSED(EMPTY_BATCH, microloss_squared_error_value((microloss_floats){memory.prediction, 0}, TARGET, mean, value));
    REFUSED(EMPTY_BATCH, microloss_softmax_cross_entropy_value_and_gradient_in_place(
                             3, (microloss_floats_mut){memory.prediction, 0}, (microloss_labels){memory.labels, 0}, mean, value));

    REFUSED(CLASSES, microloss_softmax_cross_entropy_value(1, LOGITS, LABELS, mean, value));
    REFUSED(CLASSES, microloss_softmax_cross_entropy_value(1000, LOGITS, LABELS, mean, value));

    memory.labels[1] = 3;
    REFUSED(LABEL, microloss_softmax_cross_entropy_value(3, LOGITS, LABELS, mean, value));
    REFUSED(LABEL, microloss_softmax_cross_entropy_value_and_gradient(3, LOGITS, LABELS, mean, LOGITS_GRADIENT, value));
    REFUSED(LABEL, microloss_softmax_cross_entropy_value_and_gradient_in_place(3, LOGITS_IN_PLACE, LABELS, mean, value));
    memory.target[1] = -1.0f;
    REFUSED(TARGET, microloss_sigmoid_cross_entropy_value(PREDICTION, TARGET, mean, value));
    REFUSED(TARGET, microloss_sigmoid_cross_entropy_value_and_gradient(PREDICTION, TARGET, mean, GRADIENT, value));
    REFUSED(TARGET, microloss_sigmoid_cross_entropy_value_and_gradient_in_place(IN_PLACE, TARGET, mean, value));
    printf("refused with the right status, and nothing written: %d calls\n", refusals);
}

int main(void) {
    train_model();
    train_classifier();
    test_values();
    test_refusals();
    return EXIT_SUCCESS;
}
