// Chains of element-wise operations: a block of each operand goes through all steps while it is in
// the first- and second-level caches.
#include "../elementwise/walk.h"

enum { chain_block = 2048 };        // elements: 8 or 16 KB an operand
enum { chain_near = 128 * 1024 };  // bytes of blocks that lie on the stack

typedef struct {
    vj_dtype dtype;
    size_t size, count, input_count, step_count, output_count;
    const vj_chain_input *inputs;
    const vj_chain_step *steps;
    const vj_chain_output *outputs;
    // For each operand: the last step that uses it, and which buffer a step's result takes.
    int slot[2 * VJ_CHAIN_MOST];
    char *direct[2 * VJ_CHAIN_MOST];  // written into an output at once
    int row[VJ_CHAIN_MOST];  // which buffer a repeated input takes, −1: none
    size_t slots, rows;
    _Atomic(int) status;
} chain;

// What is repeated along rows: a stretch of it from element `at` on.
static void repeat(const chain *c, const vj_chain_input *in, size_t at, size_t n, char *out) {
    while (n) {
        const size_t from = at % in->period, m = VJ_MIN_OF(n, in->period - from);
        memcpy(out, (const char *)in->x + from * c->size, m * c->size);
        out += m * c->size, at += m, n -= m;
    }
}

static void run_blocks(chain *c, size_t begin, size_t end, char *scratch) {
    char *rows = scratch + c->slots * chain_block * c->size;
    const char *at[2 * VJ_CHAIN_MOST];
    int step[2 * VJ_CHAIN_MOST];
    for (size_t i = begin; i < end; i += chain_block) {
        const size_t n = VJ_MIN_OF((size_t)chain_block, end - i);
        for (size_t k = 0; k < c->input_count; k++) {
            const vj_chain_input *in = &c->inputs[k];
            step[k] = in->period != 1;
            if (in->period == 1)
                at[k] = in->x;
            else if (i % in->period + n <= in->period)
                at[k] = (const char *)in->x + i % in->period * c->size;
            else {
                char *row = rows + (size_t)c->row[k] * chain_block * c->size;
                repeat(c, in, i, n, row);
                at[k] = row;
            }
        }
        for (size_t k = 0; k < c->step_count; k++) {
            const vj_chain_step *s = &c->steps[k];
            const size_t to = c->input_count + k;
            char *out = c->direct[to] ? c->direct[to] + i * c->size
                                      : scratch + (size_t)c->slot[to] * chain_block * c->size;
            // A step whose operands are numbers has a number for a result.
            const bool number = !step[s->a] && (s->kind == VJ_CHAIN_UNARY || !step[s->b]);
            const size_t m = number && !c->direct[to] ? 1 : n;
            step[to] = m == n || !number;
            if (s->kind == VJ_CHAIN_BINARY) {
                const vj_status status = vj_active->binary[c->dtype][s->op](
                    m, at[s->a], step[s->a], at[s->b], step[s->b], out);
                if (status != VJ_OK) atomic_store(&c->status, (int)status);
            } else if (s->kind == VJ_CHAIN_UNARY && (step[s->a] || m == 1)) {
                vj_unary_op op = (vj_unary_op)s->op;
                vj_choose_unary(&op, c->dtype, s->p0)(m, at[s->a], out, s->p0, s->p1);
            } else {
                // The other kernels walk their operands: numbers are spread first.
                char a[sizeof(double)], b[sizeof(double)];
                for (size_t e = 0; e < m; e++) {
                    memcpy(a, at[s->a] + (step[s->a] ? e : 0) * c->size, c->size);
                    if (s->kind == VJ_CHAIN_UNARY)
                        vj_active->unary[c->dtype][s->op](
                            1, a, out + e * c->size, s->p0, s->p1);
                    else if (step[s->a] && step[s->b]) {
                        vj_active->gradient[vj_real_index(c->dtype)][s->op](
                            m, at[s->a], at[s->b], out, s->p0, s->p1);
                        break;
                    } else {
                        memcpy(b, at[s->b] + (step[s->b] ? e : 0) * c->size, c->size);
                        vj_active->gradient[vj_real_index(c->dtype)][s->op](
                            1, a, b, out + e * c->size, s->p0, s->p1);
                    }
                }
            }
            at[to] = out;
        }
        for (size_t k = 0; k < c->output_count; k++) {
            const uint32_t from = c->outputs[k].operand;
            char *out = (char *)c->outputs[k].out + i * c->size;
            if (at[from] == out) continue;
            if (step[from])
                memcpy(out, at[from], n * c->size);
            else
                for (size_t e = 0; e < n; e++) memcpy(out + e * c->size, at[from], c->size);
        }
    }
}

static void chain_piece(void *context, size_t begin, size_t end) {
    chain *c = context;
    const size_t bytes = (c->slots + c->rows) * chain_block * c->size;
    // Short chains need nothing from the allocator, so that they cannot fail for want of memory.
    if (bytes <= chain_near) {
        _Alignas(64) char near[chain_near];
        run_blocks(c, begin, end, near);
        return;
    }
    char *scratch = vj_alloc(bytes);
    if (!scratch) {
        atomic_store(&c->status, VJ_OUT_OF_MEMORY);
        return;
    }
    run_blocks(c, begin, end, scratch);
    vj_free(scratch);
}

static bool is_sound(const chain *c) {
    if (c->input_count > VJ_CHAIN_MOST || c->step_count > VJ_CHAIN_MOST) return false;
    for (size_t k = 0; k < c->input_count; k++)
        if (c->inputs[k].period == 0) return false;
    for (size_t k = 0; k < c->step_count; k++) {
        const vj_chain_step *s = &c->steps[k];
        const size_t known = c->input_count + k;
        if (s->a >= known || (s->kind != VJ_CHAIN_UNARY && s->b >= known) || s->op < 0)
            return false;
        switch (s->kind) {
        case VJ_CHAIN_UNARY:
            if (s->op >= VJ_UNARY_COUNT || !vj_active->unary[c->dtype][s->op]) return false;
            break;
        case VJ_CHAIN_BINARY:
            if (s->op >= VJ_BINARY_COUNT || !vj_active->binary[c->dtype][s->op]) return false;
            if (!vj_is_real(c->dtype)
                && (s->op == VJ_DIV || s->op == VJ_POW || s->op == VJ_MOD || s->op == VJ_REM
                    || s->op == VJ_FLOOR_DIV))
                return false;
            break;
        case VJ_CHAIN_GRADIENT:
            if (s->op >= VJ_UNARY_COUNT || !vj_is_real(c->dtype)) return false;
            break;
        default: return false;
        }
    }
    for (size_t k = 0; k < c->output_count; k++)
        if (c->outputs[k].operand >= c->input_count + c->step_count) return false;
    return true;
}

// Buffers are used again once their value has been used for the last time.
static void assign(chain *c) {
    const size_t operands = c->input_count + c->step_count;
    size_t last[2 * VJ_CHAIN_MOST] = {0};
    for (size_t k = 0; k < c->step_count; k++) {
        last[c->steps[k].a] = k;
        if (c->steps[k].kind != VJ_CHAIN_UNARY) last[c->steps[k].b] = k;
    }
    for (size_t k = 0; k < c->output_count; k++) {
        const uint32_t from = c->outputs[k].operand;
        last[from] = c->step_count;
        // An output that is also an input's memory must not be written before the end.
        bool shared = from < c->input_count || c->direct[from] != NULL;
        for (size_t i = 0; i < c->input_count; i++)
            shared |= c->inputs[i].x == c->outputs[k].out;
        if (!shared) c->direct[from] = c->outputs[k].out;
    }
    for (size_t k = 0; k < c->input_count; k++) {
        const size_t period = c->inputs[k].period;
        c->row[k] = period == 1 || period >= c->count ? -1 : (int)c->rows++;
    }
    bool taken[VJ_CHAIN_MOST] = {false};
    for (size_t k = 0; k < c->step_count; k++) {
        const size_t to = c->input_count + k;
        if (!c->direct[to]) {
            int slot = 0;
            while (taken[slot]) slot++;
            taken[slot] = true;
            c->slot[to] = slot;
            c->slots = VJ_MAX_OF(c->slots, (size_t)slot + 1);
        }
        for (size_t i = c->input_count; i <= to && i < operands; i++)
            if (!c->direct[i] && VJ_MAX_OF(last[i], i - c->input_count) == k)
                taken[c->slot[i]] = false;
    }
}

static vj_status run(
    bool whole, vj_dtype dtype, size_t count, size_t input_count, const vj_chain_input *inputs,
    size_t step_count, const vj_chain_step *steps, size_t output_count,
    const vj_chain_output *outputs) {
    if ((unsigned)dtype > VJ_FLOAT64) return VJ_UNSUPPORTED;
    chain c = {
        .dtype = dtype, .size = vj_dtype_size(dtype), .count = count, .input_count = input_count,
        .step_count = step_count, .output_count = output_count, .inputs = inputs, .steps = steps,
        .outputs = outputs};
    if (!is_sound(&c)) return VJ_UNSUPPORTED;
    assign(&c);
    bool complete = vj_parallel(count, 8 * chain_block, chain_piece, &c);
    if (!complete && whole) {
        chain_piece(&c, 0, count);
        complete = true;
    }
    const vj_status status = (vj_status)atomic_load(&c.status);
    return status != VJ_OK ? status : vj_finished(complete);
}

vj_status vj_chain_run(
    vj_dtype dtype, size_t count, size_t input_count, const vj_chain_input *inputs,
    size_t step_count, const vj_chain_step *steps, size_t output_count,
    const vj_chain_output *outputs) {
    return run(
        false, dtype, count, input_count, inputs, step_count, steps, output_count, outputs);
}

vj_status vj_chain_finish(
    vj_dtype dtype, size_t count, size_t input_count, const vj_chain_input *inputs,
    size_t step_count, const vj_chain_step *steps, size_t output_count,
    const vj_chain_output *outputs) {
    return run(true, dtype, count, input_count, inputs, step_count, steps, output_count, outputs);
}
