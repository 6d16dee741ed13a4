// The engine of every_face.c: calls each function of the table with good and with bad arguments. C99 and C++11.

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// How a function uses a pointer. INDEX is a result of type `size_t`; NUMBER stands for the number that it returns.
enum { READ, OPTIONAL, OPTIONS, WRITE, UPDATE, REPLACE, RESULT, INDEX, NUMBER };

enum { MAX_POINTERS = 7, MAX_NUMBERS = 3, SLOT = 640 };

// The arguments of one call.
typedef struct {
    size_t count;
    void *pointers[MAX_POINTERS];
    float numbers[MAX_NUMBERS];
    uint32_t choice;
    microloss_reduction reduction;
} call;

typedef struct {
    int access;
    int position;
    // Bytes of a row, or of the one value.
    size_t size;
    size_t align;
    // What is there to read, or NULL.
    const void *data;
    // The bits of what is written, or the hash of several words: with options and weights, and without.
    uint32_t expected[2];
} pointer;

typedef struct {
    const char *name;
    microloss_status (*call)(const call *);
    // True if a number that is NaN and a batch without rows are always refused.
    int strict;
    // Positions of arguments, counted from 1; 0 if there is none.
    int count_position;
    size_t numbers;
    float number[MAX_NUMBERS];
    int number_position[MAX_NUMBERS];
    uint32_t choice;
    int choice_position;
    microloss_reduction reduction;
    int reduction_position;
    // Rows that are refused if all their bits are ones.
    int bad_rows[2];
    size_t pointers;
    pointer argument[MAX_POINTERS];
} face;

// The memory of all calls: a slot for each pointer; and what must be in it afterwards.
static union {
    double aligned;
    uint64_t also;
    unsigned char bytes[MAX_POINTERS * SLOT];
} memory, before;

static const face *tried;
static unsigned long calls, refusals;

static void fail(const char *what, long detail) {
    printf("%s: %s (%ld)\n", tried->name, what, detail);
    exit(EXIT_FAILURE);
}

static void require(int holds, const char *what, long detail) {
    if (!holds) {
        fail(what, detail);
    }
}

static int is_one(const pointer *p) {
    return p->access == OPTIONS || p->access == RESULT || p->access == INDEX || p->access == NUMBER;
}

static int is_written(const pointer *p) {
    return p->access >= WRITE;
}

static size_t length(const pointer *p, size_t rows) {
    return is_one(p) || tried->count_position == 0 ? p->size : rows * p->size;
}

static float nan_of_c(void) {
    uint32_t bits = 0x7FC00000u;
    float number;
    memcpy(&number, &bits, sizeof number);
    return number;
}

// The good arguments, in memory that is filled anew.
static call good(size_t rows) {
    call c;
    size_t i;
    memset(&c, 0, sizeof c);
    memset(&memory, 0xA5, sizeof memory);
    c.count = rows;
    for (i = 0; i < tried->pointers; i++) {
        const pointer *p = &tried->argument[i];
        c.pointers[i] = memory.bytes + i * SLOT;
        if (p->data != NULL) {
            memcpy(c.pointers[i], p->data, length(p, rows));
        }
    }
    for (i = 0; i < tried->numbers; i++) {
        c.numbers[i] = tried->number[i];
    }
    c.choice = tried->choice;
    c.reduction = tried->reduction;
    memcpy(&before, &memory, sizeof before);
    return c;
}

// The bits of one word, or the hash of several.
static uint32_t digest(const unsigned char *bytes, size_t size) {
    uint32_t word, hash = 0x811C9DC5u;
    size_t i;
    if (size == sizeof word) {
        memcpy(&word, bytes, sizeof word);
        return word;
    }
    for (i = 0; i < size; i += sizeof word) {
        memcpy(&word, bytes + i, sizeof word);
        hash = (hash ^ word) * 0x01000193u;
    }
    return hash;
}

static uint32_t written(const pointer *p, const void *at, size_t rows) {
    if (p->access == INDEX) {
        size_t index;
        memcpy(&index, at, sizeof index);
        return (uint32_t)index;
    }
    return digest((const unsigned char *)at, length(p, rows));
}

// Requires that a call computes what it should, and writes nothing else.
static void computes(const call *c, size_t rows, int alone) {
    size_t i;
    microloss_status status = tried->call(c);
    require(status == MICROLOSS_OK, microloss_status_message(status), status);
    for (i = 0; i < tried->pointers; i++) {
        const pointer *p = &tried->argument[i];
        if (is_written(p)) {
            unsigned char *at = (unsigned char *)c->pointers[i];
            uint32_t is = written(p, at, rows);
            if (is != p->expected[alone]) {
                printf("0x%08lX, not 0x%08lX: ", (unsigned long)is, (unsigned long)p->expected[alone]);
                fail("an output has other bits than Rust's", p->position);
            }
            memcpy(before.bytes + (at - memory.bytes), at, length(p, rows));
        }
    }
    require(memcmp(&memory, &before, sizeof memory) == 0, "something else was written", 0);
    calls++;
}

// Requires that a call is refused for this reason at this position, and writes nothing.
static void refuses(const call *c, int32_t code, int position) {
    microloss_status status;
    memcpy(&before, &memory, sizeof before);
    status = tried->call(c);
    if (microloss_status_code(status) != code || microloss_status_argument(status) != position) {
        printf("status 0x%04lX, expected code %ld at %d: ", (unsigned long)status, (long)code, position);
        fail("refused for another reason, or not", position);
    }
    require(memcmp(&memory, &before, sizeof memory) == 0, "a refused call wrote", code);
    refusals++;
}

static int later(const pointer *a, const pointer *b) {
    return a->position > b->position ? a->position : b->position;
}

static void try_pointers(size_t rows) {
    size_t i, j;
    call c;
    for (i = 0; i < tried->pointers; i++) {
        const pointer *p = &tried->argument[i];
        if (p->access == NUMBER) {
            continue;
        }
        if (p->access != OPTIONAL && p->access != OPTIONS) {
            c = good(rows);
            c.pointers[i] = NULL;
            refuses(&c, MICROLOSS_NULL, p->position);
        }
        if (p->align > 1) {
            c = good(rows);
            c.pointers[i] = (unsigned char *)c.pointers[i] + 1;
            refuses(&c, MICROLOSS_ALIGNMENT, p->position);
        }
        for (j = 0; j < tried->pointers; j++) {
            const pointer *other = &tried->argument[j];
            if (j == i || !is_written(p)) {
                continue;
            }
            if (p->access != REPLACE || other->position != tried->argument[tried->argument[0].access == OPTIONS].position) {
                c = good(rows);
                c.pointers[i] = c.pointers[j];
                refuses(&c, MICROLOSS_OVERLAP, later(p, other));
            }
            if (length(other, rows) > 8) {
                c = good(rows);
                c.pointers[i] = (unsigned char *)c.pointers[j] + 8;
                refuses(&c, MICROLOSS_OVERLAP, later(p, other));
            }
        }
    }
}

static void try_numbers(size_t rows) {
    const float divisors[3] = {-1.0f, nan_of_c(), HUGE_VALF};
    size_t i;
    call c;
    for (i = 0; i < tried->numbers; i++) {
        c = good(rows);
        c.numbers[i] = nan_of_c();
        if (tried->strict || tried->call(&c) != MICROLOSS_OK) {
            if (!tried->strict) {
                c = good(rows);
                c.numbers[i] = nan_of_c();
            }
            refuses(&c, MICROLOSS_PARAMETER, tried->number_position[i]);
        }
    }
    if (tried->choice_position > 0) {
        c = good(rows);
        c.choice = 99;
        refuses(&c, MICROLOSS_PARAMETER, tried->choice_position);
    }
    if (tried->reduction_position > 0) {
        c = good(rows);
        c.reduction.kind = 3;
        refuses(&c, MICROLOSS_PARAMETER, tried->reduction_position);
        c.reduction.kind = 2;
        for (i = 0; i < 3; i++) {
            c.reduction.divisor = divisors[i];
            refuses(&c, MICROLOSS_PARAMETER, tried->reduction_position);
        }
    }
    if (tried->count_position > 0) {
        c = good(rows);
        c.count = SIZE_MAX;
        refuses(&c, MICROLOSS_SIZE, tried->count_position);
        c.count = SIZE_MAX / 2;
        refuses(&c, MICROLOSS_SIZE, tried->count_position);
        // Its product with 4 is 4, but for the bits that do not fit.
        c.count = SIZE_MAX / 4 + 2;
        refuses(&c, MICROLOSS_SIZE, tried->count_position);
        c.count = 0;
        if (tried->strict) {
            refuses(&c, MICROLOSS_EMPTY_BATCH, tried->count_position);
        } else {
            tried->call(&c);
        }
    }
}

// The good arguments without those that may be null.
static call alone(size_t rows) {
    call c = good(rows);
    size_t i;
    for (i = 0; i < tried->pointers; i++) {
        if (tried->argument[i].access == OPTIONAL || tried->argument[i].access == OPTIONS) {
            c.pointers[i] = NULL;
        }
    }
    return c;
}

// Rows that mean nothing: all of them, and then the last alone, behind rows that are good.
static void try_rows(size_t rows, const pointer *p, size_t i) {
    call c = good(rows);
    unsigned char *at = (unsigned char *)c.pointers[i];
    int32_t code;
    memset(at, 0xFF, length(p, rows));
    code = microloss_status_code(tried->call(&c));
    require(code == MICROLOSS_TARGET || code == MICROLOSS_LABEL || code == MICROLOSS_PREDICTION, "rows are accepted", code);
    refuses(&c, code, p->position);
    c = alone(rows);
    memset(at + (rows - 1) * p->size, 0xFF, p->size);
    refuses(&c, code, p->position);
}

// Fields of options that are not numbers, weights that are none, and rows that mean nothing.
static void try_contents(size_t rows) {
    size_t i, j;
    for (i = 0; i < tried->pointers; i++) {
        const pointer *p = &tried->argument[i];
        call c = good(rows);
        unsigned char *at = (unsigned char *)c.pointers[i];
        for (j = 0; p->access == OPTIONS && j < p->size; j += sizeof(float)) {
            c = good(rows);
            memset(at + j, 0xFF, sizeof(float));
            refuses(&c, MICROLOSS_PARAMETER, p->position);
        }
        if (p->access == OPTIONAL) {
            memset(at + (rows - 1) * p->size, 0xFF, p->size);
            refuses(&c, MICROLOSS_PARAMETER, p->position);
        }
        for (j = 0; j < 2; j++) {
            if (tried->bad_rows[j] == p->position && p->access == READ) {
                try_rows(rows, p, i);
            }
        }
    }
}

static int try_all(const face *faces, size_t number, size_t rows) {
    size_t f, i;
    for (f = 0; f < number; f++) {
        call c;
        tried = &faces[f];
        c = good(rows);
        computes(&c, rows, 0);

        c = alone(rows);
        computes(&c, rows, 1);

        for (i = 0; i < tried->pointers; i++) {
            if (tried->argument[i].access == REPLACE) {
                c = good(rows);
                c.pointers[i] = c.pointers[tried->argument[0].access == OPTIONS];
                computes(&c, rows, 0);
            }
        }
        try_pointers(rows);
        try_numbers(rows);
        try_contents(rows);
    }
    printf("every face: %lu functions, %lu calls with the bits of Rust, %lu refused with nothing written\n", (unsigned long)number, calls, refusals);
    return EXIT_SUCCESS;
}
