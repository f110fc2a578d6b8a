/* Products without what need not be multiplied: the compiled twin of what numpy does in this folder.

Behind a ReLU most numbers are zero: of natasha's networks a sixth to a third are left after the
first layer. Here only those are multiplied. Each row is put together from its active channels in
one order, so equal windows give equal rows, to the bit. Of the tags of a word only those are scored
that the dictionary leaves open. Plain C with vector extensions of gcc and clang; nothing of Python,
so one build serves all its versions (compiled.py calls it).
*/

#include <stdint.h>
#include <string.h>

#define MOST 256  /* channels of a row */
#define PART 64   /* outputs summed at once: eight registers */
#define CHUNK 32  /* rows whose active channels are kept together, while the weights stay in the cache */
#define TAPS 3    /* a word, the one before, the one after */

typedef float Eight __attribute__((vector_size(32)));
typedef int32_t EightBits __attribute__((vector_size(32)));

typedef struct {
    int32_t count;
    int32_t channel[MOST + 1];
    float value[MOST + 1];
} Active;

/* weight: TAPS x inputs x outputs; blank: TAPS x outputs, what an empty row adds at each tap. */
typedef struct {
    int64_t inputs, outputs;
    const float *weight, *bias, *blank;
} Layer;

#if defined(__x86_64__)
#define BUILT_FOR __attribute__((target("avx2,fma")))
#else
#define BUILT_FOR
#endif
#define INLINE static inline __attribute__((always_inline))

/* Macros, since a function that returns a vector is not the same on processors with and without them. */
#define LOAD(to, from) memcpy(&(to), (from), sizeof(Eight))
#define STORE(to, from) memcpy((to), &(from), sizeof(Eight))

INLINE void list_active(Active *active, const float *row, int64_t width) {
    int32_t count = 0;
    for (int32_t c = 0; c < width; c++) { /* written always, counted only if active: no branches */
        active->channel[count] = c;
        active->value[count] = row[c];
        count += row[c] > 0;
    }
    active->count = count;
}

INLINE void relu(float *row, int64_t width) {
    for (int64_t c = 0; c < width; c++) row[c] = row[c] > 0 ? row[c] : 0;
}

/* to[0..PART) += value * weight[channel], over all active channels. */
INLINE void add_active(float *to, const Active *active, const float *weight, int64_t outputs) {
    Eight sum[PART / 8], w;
    for (int k = 0; k < PART / 8; k++) LOAD(sum[k], to + 8 * k);
    for (int32_t n = 0; n < active->count; n++) {
        const float *row = weight + active->channel[n] * outputs;
        float value = active->value[n];
        for (int k = 0; k < PART / 8; k++) {
            LOAD(w, row + 8 * k);
            sum[k] += value * w;
        }
    }
    for (int k = 0; k < PART / 8; k++) STORE(to + 8 * k, sum[k]);
}

/* Rows [start, end) of a layer; active[0] is the row before start. */
INLINE void convolve(const Layer *layer, const Active *active, const uint8_t *blank, int64_t start, int64_t end,
                     float *out) {
    int64_t outputs = layer->outputs;
    for (int64_t i = start; i < end; i++) memcpy(out + i * outputs, layer->bias, outputs * sizeof(float));
    for (int64_t part = 0; part < outputs; part += PART)
        for (int tap = 0; tap < TAPS; tap++) {
            const float *weight = layer->weight + tap * layer->inputs * outputs + part;
            const float *nothing = layer->blank + tap * outputs + part;
            for (int64_t i = start; i < end; i++) {
                float *to = out + i * outputs + part;
                if (blank[i]) continue;
                if (blank[i + tap - 1])
                    for (int k = 0; k < PART; k++) to[k] += nothing[k];
                else
                    add_active(to, active + (i - start + tap), weight, outputs);
            }
        }
    for (int64_t i = start; i < end; i++) relu(out + i * outputs, outputs);
}

/* The first layer of row i: what its neighbours and the word itself give, looked up. */
INLINE void first_layer(float *row, const float *taps, int64_t width, const int64_t *rows, int64_t i) {
    const float *before = taps + rows[i - 1] * width, *own = taps + (rows[i] + 1) * width,
                *after = taps + (rows[i + 1] + 2) * width;
    for (int64_t c = 0; c < width; c++) row[c] = own[c] + before[c] + after[c];
}

/* All three layers; the first and the last of the rows are empty, as Layout has them. */
BUILT_FOR void molva_convolve(const float *taps, int64_t width, const int64_t *rows, const uint8_t *blank, int64_t count,
                              const Layer *two, const Layer *three, float *second, float *third) {
    Active active[CHUNK + 2];
    float first[MOST];
    for (int64_t start = 1; start < count - 1; start += CHUNK) {
        int64_t end = start + CHUNK < count - 1 ? start + CHUNK : count - 1;
        for (int64_t i = start - 1; i <= end; i++)
            if (!blank[i]) {
                first_layer(first, taps, width, rows, i);
                list_active(&active[i - start + 1], first, width);
            }
        convolve(two, active, blank, start, end, second);
    }
    for (int64_t start = 1; start < count - 1; start += CHUNK) {
        int64_t end = start + CHUNK < count - 1 ? start + CHUNK : count - 1;
        for (int64_t i = start - 1; i <= end; i++)
            if (!blank[i]) list_active(&active[i - start + 1], second + i * two->outputs, two->outputs);
        convolve(three, active, blank, start, end, third);
    }
}

/* A block behind its first product: x + relu(taps of the word and its neighbours + bias) @ weight.

taps has TAPS x inner numbers a word and a last row of zeros; left and right are rows of neighbours. */
BUILT_FOR void molva_block(const float *taps, const int64_t *left, const int64_t *right, const float *bias,
                           const float *weight, const float *x, int64_t count, int64_t inner, int64_t width, float *out) {
    Active active;
    float seen[MOST];
    for (int64_t i = 0; i < count; i++) {
        const float *own = taps + (TAPS * i + 1) * inner, *before = taps + TAPS * left[i] * inner,
                    *after = taps + (TAPS * right[i] + 2) * inner;
        for (int64_t c = 0; c < inner; c++) seen[c] = own[c] + bias[c] + before[c] + after[c];
        list_active(&active, seen, inner);
        memcpy(out + i * width, x + i * width, width * sizeof(float));
        for (int64_t part = 0; part < width; part += PART) add_active(out + i * width + part, &active, weight + part, width);
    }
}

/* What x and each of four rows have in common: four sums of products. */
INLINE void four_products(const float *x, const float *const rows[4], int64_t width, float found[4]) {
    Eight sum[4] = {{0}, {0}, {0}, {0}}, at, w;
    for (int64_t c = 0; c < width; c += 8) {
        LOAD(at, x + c);
        for (int k = 0; k < 4; k++) {
            LOAD(w, rows[k] + c);
            sum[k] += at * w;
        }
    }
    for (int k = 0; k < 4; k++) {
        found[k] = 0;
        for (int lane = 0; lane < 8; lane++) found[k] += sum[k][lane];
    }
}

/* Of each row of x the label, among those on its list, whose weight and bias say most; of equals the first.

What best has for a row with an empty list is left as it is. The list n is labels[starts[n]] up to
labels[starts[n + 1]]; weight has a row a label. */
BUILT_FOR void molva_best(const float *x, int64_t count, int64_t width, const float *weight, const float *bias,
                          const int64_t *lists, const int64_t *starts, const int64_t *labels, int64_t *best) {
    for (int64_t i = 0; i < count; i++) {
        const int64_t first = starts[lists[i]], last = starts[lists[i] + 1] - 1;
        float most = 0;
        for (int64_t n = first; n <= last; n += 4) {
            const float *rows[4];
            float found[4];
            for (int k = 0; k < 4; k++) rows[k] = weight + labels[n + k < last ? n + k : last] * width;
            four_products(x + i * width, rows, width, found);
            for (int k = 0; k < 4 && n + k <= last; k++) {
                float score = found[k] + bias[labels[n + k]];
                if (n + k == first || score > most) {
                    most = score;
                    best[i] = labels[n + k];
                }
            }
        }
    }
}

/* Whether this processor has what the functions above were built for. */
int molva_fits(void) {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
    return 1;
#endif
}
