/* Losses as one would write them in C: textbook formulas in their stable form, value and gradient in one pass, plain sums, no checks.
 * `against_c.sh` compares their instructions with the crate's. Every function takes rows, predictions, targets, gradient and scratch,
 * and returns the mean over the rows. */

#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { K = 10 };

float plain_squared_error(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float d = p[i] - t[i];
        total += d * d;
        g[i] = 2.0f * d * scale;
    }
    return total * scale;
}

float plain_huber(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n, delta = 1.5f;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float d = p[i] - t[i];
        const float size = fabsf(d);
        if (size <= delta) {
            total += 0.5f * d * d;
            g[i] = d * scale;
        } else {
            total += delta * (size - 0.5f * delta);
            g[i] = d > 0.0f ? delta * scale : -delta * scale;
        }
    }
    return total * scale;
}

float plain_log_cosh(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float d = p[i] - t[i];
        const float e = expf(-2.0f * fabsf(d));
        total += fabsf(d) + log1pf(e) - 0.693147181f;
        g[i] = copysignf((1.0f - e) / (1.0f + e), d) * scale;
    }
    return total * scale;
}

float plain_sigmoid_cross_entropy(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float x = p[i], e = expf(-fabsf(x));
        const float sigmoid = (x >= 0.0f ? 1.0f : e) / (1.0f + e);
        total += fmaxf(x, 0.0f) - x * t[i] + log1pf(e);
        g[i] = (sigmoid - t[i]) * scale;
    }
    return total * scale;
}

float plain_sigmoid_focal(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n, alpha = 0.25f;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float x = p[i], y = t[i], e = expf(-fabsf(x)), log = log1pf(e);
        const float positive = (x >= 0.0f ? 1.0f : e) / (1.0f + e), negative = (x >= 0.0f ? e : 1.0f) / (1.0f + e);
        const float of_yes = fmaxf(-x, 0.0f) + log, of_no = fmaxf(x, 0.0f) + log;
        const float a = alpha * y, b = (1.0f - alpha) * (1.0f - y);
        total += a * negative * negative * of_yes + b * positive * positive * of_no;
        g[i] = (-a * negative * negative * (2.0f * positive * of_yes + negative)
                + b * positive * positive * (2.0f * negative * of_no + positive)) * scale;
    }
    return total * scale;
}

/* Targets: the log-probability and the advantage. */
float plain_ppo(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n, low = 0.8f, high = 1.2f, dual = 3.0f;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float ratio = expf(p[i] - t[2 * i]), advantage = t[2 * i + 1];
        const float clipped = fminf(fmaxf(ratio, low), high) * advantage;
        float gain = ratio * advantage, slope = -gain;
        if (clipped < gain) {
            gain = clipped;
            slope = 0.0f;
        }
        if (advantage < 0.0f && gain < dual * advantage) {
            gain = dual * advantage;
            slope = 0.0f;
        }
        total -= gain;
        g[i] = slope * scale;
    }
    return total * scale;
}

/* Rows: log-probabilities of the chosen and the rejected answer. Targets: those of the reference. */
float plain_dpo(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n, beta = 0.1f, epsilon = 0.1f;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++) {
        const float x = beta * ((p[2 * i] - p[2 * i + 1]) - (t[2 * i] - t[2 * i + 1]));
        const float e = expf(-fabsf(x));
        const float sigmoid = (x >= 0.0f ? 1.0f : e) / (1.0f + e);
        total += fmaxf(x, 0.0f) - x * (1.0f - epsilon) + log1pf(e);
        const float slope = beta * (sigmoid - (1.0f - epsilon)) * scale;
        g[2 * i] = slope;
        g[2 * i + 1] = -slope;
    }
    return total * scale;
}

/* Writes the softmax of a row and returns the logarithm of its normaliser. */
static float softmax(const float *x, float *p)
{
    float most = x[0], sum = 0.0f;
    for (int k = 1; k < K; k++)
        most = fmaxf(most, x[k]);
    for (int k = 0; k < K; k++) {
        p[k] = expf(x[k] - most);
        sum += p[k];
    }
    const float inverse = 1.0f / sum;
    for (int k = 0; k < K; k++)
        p[k] *= inverse;
    return most + logf(sum);
}

float plain_softmax_cross_entropy(size_t n, const float *restrict p, const uint8_t *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++, p += K, g += K) {
        total += softmax(p, g) - p[t[i]];
        for (int k = 0; k < K; k++)
            g[k] = (g[k] - (k == t[i] ? 1.0f : 0.0f)) * scale;
    }
    return total * scale;
}

float plain_softmax_kl(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n;
    float total = 0.0f;
    (void)scratch;
    for (size_t i = 0; i < n; i++, p += K, t += K, g += K) {
        const float log = softmax(p, g);
        float mass = 0.0f;
        for (int k = 0; k < K; k++) {
            mass += t[k];
            if (t[k] > 0.0f)
                total += t[k] * (logf(t[k]) - (p[k] - log));
        }
        total -= mass * logf(mass);
        for (int k = 0; k < K; k++)
            g[k] = (mass * g[k] - t[k]) * scale;
    }
    return total * scale;
}

float plain_distillation(size_t n, const float *restrict p, const float *restrict t, float *restrict g, float *restrict scratch)
{
    const float temperature = 3.0f, scale = temperature / (float)n;
    float total = 0.0f, x[K], y[K], q[K];
    (void)scratch;
    for (size_t i = 0; i < n; i++, p += K, t += K, g += K) {
        for (int k = 0; k < K; k++) {
            x[k] = p[k] / temperature;
            y[k] = t[k] / temperature;
        }
        const float log = softmax(x, g), log_teacher = softmax(y, q);
        for (int k = 0; k < K; k++) {
            total += q[k] * ((y[k] - log_teacher) - (x[k] - log));
            g[k] = (g[k] - q[k]) * scale;
        }
    }
    return total * temperature * scale;
}

/* Rows: K means, then K log-variances. */
float plain_gaussian_kl(size_t n, const float *restrict p, const void *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n;
    float total = 0.0f;
    (void)t, (void)scratch;
    for (size_t i = 0; i < n; i++, p += 2 * K, g += 2 * K)
        for (int k = 0; k < K; k++) {
            const float mean = p[k], log = p[K + k], variance = expf(log);
            total += 0.5f * (mean * mean + variance - log - 1.0f);
            g[k] = mean * scale;
            g[K + k] = 0.5f * (variance - 1.0f) * scale;
        }
    return total * scale;
}

static float distance(const float *x, const float *y)
{
    float sum = 0.0f;
    for (int k = 0; k < K; k++)
        sum += (x[k] - y[k]) * (x[k] - y[k]);
    return sqrtf(sum);
}

/* Rows: anchor, positive, negative. With swap: the nearer of anchor and positive counts. */
float plain_triplet(size_t n, const float *restrict p, const void *restrict t, float *restrict g, float *restrict scratch)
{
    const float scale = 1.0f / (float)n, margin = 5.0f;
    float total = 0.0f;
    (void)t, (void)scratch;
    memset(g, 0, n * 3 * K * sizeof *g);
    for (size_t i = 0; i < n; i++, p += 3 * K, g += 3 * K) {
        const float near = distance(p, p + K);
        float far = distance(p, p + 2 * K);
        const float swapped = distance(p + K, p + 2 * K);
        const float *from = p;
        float *of = g;
        if (swapped < far) {
            far = swapped;
            from = p + K;
            of = g + K;
        }
        const float loss = near - far + margin;
        if (loss <= 0.0f)
            continue;
        total += loss;
        const float pull = near > 0.0f ? scale / near : 0.0f, push = far > 0.0f ? scale / far : 0.0f;
        for (int k = 0; k < K; k++) {
            const float to_positive = (p[k] - p[K + k]) * pull, to_negative = (from[k] - p[2 * K + k]) * push;
            g[k] += to_positive;
            g[K + k] -= to_positive;
            g[2 * K + k] = to_negative;
            of[k] -= to_negative;
        }
    }
    return total * scale;
}

/* Writes the direction of every row and its inverse norm. */
static void directions(size_t n, const float *x, float *u, float *inverse)
{
    for (size_t i = 0; i < n; i++, x += K, u += K) {
        float sum = 0.0f;
        for (int k = 0; k < K; k++)
            sum += x[k] * x[k];
        inverse[i] = 1.0f / sqrtf(sum);
        for (int k = 0; k < K; k++)
            u[k] = x[k] * inverse[i];
    }
}

static float dot(const float *x, const float *y)
{
    float sum = 0.0f;
    for (int k = 0; k < K; k++)
        sum += x[k] * y[k];
    return sum;
}

/* Takes the gradient of the direction u to that of the embedding, in place. */
static void project(float *g, const float *u, float inverse)
{
    const float along = dot(g, u);
    for (int k = 0; k < K; k++)
        g[k] = (g[k] - along * u[k]) * inverse;
}

/* The first half of the rows are anchors, the second half their candidates. The matrix of similarities stays in memory. */
float plain_info_nce(size_t rows, const float *restrict p, const void *restrict t, float *restrict g, float *restrict scratch)
{
    const size_t n = rows / 2;
    const float inverse_temperature = 10.0f, scale = 1.0f / (float)n;
    float *u = scratch, *inverse = u + rows * K, *row = inverse + rows, total = 0.0f;
    (void)t;
    directions(rows, p, u, inverse);
    memset(g, 0, rows * K * sizeof *g);
    for (size_t i = 0; i < n; i++) {
        float most = -INFINITY, sum = 0.0f;
        for (size_t j = 0; j < n; j++) {
            row[j] = dot(u + i * K, u + (n + j) * K) * inverse_temperature;
            most = fmaxf(most, row[j]);
        }
        total -= row[i] - most;
        for (size_t j = 0; j < n; j++) {
            row[j] = expf(row[j] - most);
            sum += row[j];
        }
        total += logf(sum);
        for (size_t j = 0; j < n; j++) {
            const float slope = (row[j] / sum - (i == j ? 1.0f : 0.0f)) * scale * inverse_temperature;
            for (int k = 0; k < K; k++) {
                g[i * K + k] += slope * u[(n + j) * K + k];
                g[(n + j) * K + k] += slope * u[i * K + k];
            }
        }
    }
    for (size_t i = 0; i < rows; i++)
        project(g + i * K, u + i * K, inverse[i]);
    return total * scale;
}

/* The second half of the rows are other views of the first half. The matrix of exponentials stays in memory and is symmetric. */
float plain_nt_xent(size_t n, const float *restrict p, const void *restrict t, float *restrict g, float *restrict scratch)
{
    const float inverse_temperature = 10.0f, scale = 1.0f / (float)n;
    float *u = scratch, *inverse = u + n * K, *part = inverse + n, *matrix = part + n, total = 0.0f;
    (void)t;
    directions(n, p, u, inverse);
    memset(g, 0, n * K * sizeof *g);
    memset(part, 0, n * sizeof *part);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            /* No cosine is above 1. */
            const float x = (dot(u + i * K, u + j * K) - 1.0f) * inverse_temperature, e = expf(x);
            matrix[i * n + j] = e;
            part[i] += e;
            part[j] += e;
            if (j + n / 2 == i)
                total -= 2.0f * x;
        }
    for (size_t i = 0; i < n; i++) {
        total += logf(part[i]);
        part[i] = 1.0f / part[i];
    }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            const float probability = matrix[i * n + j] * (part[i] + part[j]) - (j + n / 2 == i ? 2.0f : 0.0f);
            const float slope = probability * scale * inverse_temperature;
            for (int k = 0; k < K; k++) {
                g[i * K + k] += slope * u[j * K + k];
                g[j * K + k] += slope * u[i * K + k];
            }
        }
    for (size_t i = 0; i < n; i++)
        project(g + i * K, u + i * K, inverse[i]);
    return total * scale;
}

/* Every sixth frame has a label; class 0 is the blank. By scaled probabilities, as Rabiner's lattice is. */
float plain_ctc(size_t frames, const float *restrict p, const uint8_t *restrict labels, float *restrict g, float *restrict scratch)
{
    const size_t count = frames / 6, states = 2 * count + 1;
    float *alpha = scratch, *beta = alpha + frames * states, *next = beta + states;
    float total = 0.0f;
    for (size_t t = 0; t < frames; t++) {
        softmax(p + t * K, g + t * K);
        float *now = alpha + t * states, sum = 0.0f;
        for (size_t s = 0; s < states; s++) {
            const uint8_t class = s % 2 ? labels[s / 2] : 0;
            float paths = 0.0f;
            if (t == 0)
                paths = s < 2 ? 1.0f : 0.0f;
            else {
                const float *before = now - states;
                paths = before[s] + (s > 0 ? before[s - 1] : 0.0f);
                if (s % 2 && s > 1 && class != labels[s / 2 - 1])
                    paths += before[s - 2];
            }
            now[s] = paths * g[t * K + class];
            sum += now[s];
        }
        const float inverse = 1.0f / sum;
        for (size_t s = 0; s < states; s++)
            now[s] *= inverse;
        total -= logf(sum);
    }
    const float *last = alpha + (frames - 1) * states;
    total -= logf(last[states - 1] + last[states - 2]);
    for (size_t s = 0; s < states; s++)
        beta[s] = s + 2 >= states ? 1.0f : 0.0f;
    for (size_t t = frames; t-- > 0;) {
        float share[K] = {0}, mass = 0.0f, most = 0.0f;
        for (size_t s = 0; s < states; s++) {
            const float both = alpha[t * states + s] * beta[s];
            share[s % 2 ? labels[s / 2] : 0] += both;
            mass += both;
        }
        for (size_t s = 0; s < states; s++) {
            const uint8_t class = s % 2 ? labels[s / 2] : 0;
            next[s] = beta[s] * g[t * K + class];
        }
        for (size_t s = 0; s < states; s++) {
            float paths = next[s] + (s + 1 < states ? next[s + 1] : 0.0f);
            if (s % 2 && s + 2 < states && labels[s / 2] != labels[s / 2 + 1])
                paths += next[s + 2];
            beta[s] = paths;
            most = fmaxf(most, paths);
        }
        const float inverse = 1.0f / most, part = 1.0f / mass;
        for (size_t s = 0; s < states; s++)
            beta[s] *= inverse;
        for (int k = 0; k < K; k++)
            g[t * K + k] -= share[k] * part;
    }
    return total;
}
