// Trains a linear model and a linear classifier with microloss, with options and weights, and shows a refusal. C99 and C++11.

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
        microloss_status status = microloss_huber(
            SAMPLES, 0.5f, predictions, targets, microloss_mean(), predictions, &value);
        require(status == MICROLOSS_OK, "a training step");
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
        microloss_status status = microloss_softmax_cross_entropy(
            SAMPLES, CLASSES, logits[0], labels, microloss_mean(), gradient[0], &value);
        require(status == MICROLOSS_OK, "a training step");
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

// What a caller sees who makes a mistake, and who compares header and library.
static void test_words(void) {
    float predictions[2] = {3.0f, 0.0f}, targets[2] = {1.0f, 0.0f}, value = -1.0f;
    uint8_t labels[1] = {0};
    microloss_status status = microloss_huber_value(2, 0.0f, predictions, targets, microloss_mean(), &value);
    require(microloss_status_code(status) == MICROLOSS_PARAMETER, "a threshold of 0 is refused");
    require(microloss_status_argument(status) == 2, "the threshold is the second argument");
    printf("refused: argument %d: %s\n", (int)microloss_status_argument(status), microloss_status_message(status));
    status = microloss_softmax_cross_entropy_value(1, 1000, predictions, labels, microloss_mean(), &value);
    require(microloss_status_code(status) == MICROLOSS_CLASSES, "the library is not built for 1000 classes");
    require(value == -1.0f, "nothing is written");
    require(microloss_version() == MICROLOSS_VERSION, "header and library have one version");
    printf("version %lu, back end %s\n", (unsigned long)microloss_version(), microloss_back_end());
}

// An option and sample weights: of three positives, the last counts twice and weighs 3.
static void test_options(void) {
    const float logits[3] = {0.0f, 0.0f, 0.0f}, targets[3] = {1.0f, 1.0f, 1.0f}, weights[3] = {0.0f, 1.0f, 3.0f};
    float gradient[3], value;
    microloss_sigmoid_cross_entropy_options options = MICROLOSS_DEFAULTS;
    microloss_status status;
    options.positive_weight = 2.0f;
    status = microloss_sigmoid_cross_entropy_with(&options, 3, logits, targets, weights, microloss_sum(), gradient, &value);
    require(status == MICROLOSS_OK, "options and weights");
    // 2 ln 2 for a sample of weight 1, and its slope -1.
    require(fabsf(value - 4.0f * 1.3862944f) < 1e-5f, "the value with options and weights");
    require(gradient[0] == 0.0f && gradient[1] == -1.0f && gradient[2] == -3.0f, "the gradient with options and weights");
}

// The mean loss over two batches of unequal size; it does not exist before there is one.
static void test_risk(void) {
    microloss_empirical_risk risk = MICROLOSS_DEFAULTS;
    float mean = -1.0f;
    microloss_status status = microloss_empirical_risk_mean(&risk, &mean);
    require(microloss_status_code(status) == MICROLOSS_EMPTY_BATCH && mean == -1.0f, "there is no mean of nothing");
    require(microloss_empirical_risk_add(&risk, 6.0f, 3.0f) == MICROLOSS_OK, "a batch of 3 rows");
    require(microloss_empirical_risk_add(&risk, 4.0f, 1.0f) == MICROLOSS_OK, "a batch of 1 row");
    require(microloss_empirical_risk_mean(&risk, &mean) == MICROLOSS_OK && mean == 2.5f, "the mean of 4 rows");
}

int main(void) {
    train_model();
    train_classifier();
    test_options();
    test_risk();
    test_words();
    return EXIT_SUCCESS;
}
