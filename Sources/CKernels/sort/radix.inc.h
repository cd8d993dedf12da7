// Sorting of items by an unsigned key, ITEM with KEY(item) of KEY_BITS bits; equal keys keep their
// order. Long rows go digit by digit from the least, in parts: each counts its digits, and then puts
// its items where those of the parts before it end. Short ones are merged.

typedef struct {
    const ITEM *from;
    ITEM *to;
    size_t grain;
    unsigned shift;
    uint32_t (*counts)[radix_digits];
} R(radix_pass);

static void R(count_piece)(void *context, size_t begin, size_t end) {
    const R(radix_pass) *p = context;
    uint32_t *counts = p->counts[begin / p->grain];
    memset(counts, 0, sizeof *p->counts);
    for (size_t i = begin; i < end; i++) counts[KEY(p->from[i]) >> p->shift & (radix_digits - 1)]++;
}

static void R(place_piece)(void *context, size_t begin, size_t end) {
    const R(radix_pass) *p = context;
    uint32_t *next = p->counts[begin / p->grain];
    for (size_t i = begin; i < end; i++) {
        const ITEM item = p->from[i];
        p->to[next[KEY(item) >> p->shift & (radix_digits - 1)]++] = item;
    }
}

static void R(merge)(const ITEM *a, size_t middle, size_t n, ITEM *out) {
    size_t i = 0, k = middle;
    while (i < middle && k < n) {
        const bool second = KEY(a[k]) < KEY(a[i]);
        *out++ = second ? a[k] : a[i];
        k += second, i += !second;
    }
    memcpy(out, a + i, (middle - i) * sizeof *a);
    memcpy(out + (middle - i), a + k, (n - k) * sizeof *a);
}

// Sorts items, with room for as many in `spare`; answers where they are then, NULL after an
// interrupt.
static ITEM *R(sort_items)(ITEM *items, ITEM *spare, size_t n, uint32_t (*counts)[radix_digits]) {
    if (n < radix_from) {
        for (size_t start = 0; start < n; start += sort_run)
            for (size_t i = start + 1; i < VJ_MIN_OF(start + sort_run, n); i++) {
                const ITEM item = items[i];
                size_t k = i;
                for (; k > start && KEY(item) < KEY(items[k - 1]); k--) items[k] = items[k - 1];
                items[k] = item;
            }
        for (size_t width = sort_run; width < n; width *= 2) {
            for (size_t start = 0; start < n; start += 2 * width) {
                const size_t length = VJ_MIN_OF(2 * width, n - start);
                R(merge)(items + start, VJ_MIN_OF(width, length), length, spare + start);
            }
            ITEM *sorted = spare;
            spare = items, items = sorted;
        }
        return items;
    }
    const size_t parts = VJ_MIN_OF(n / 32768 + 1, (size_t)radix_parts);
    R(radix_pass) p = {.grain = (n + parts - 1) / parts, .counts = counts};
    const size_t used = (n + p.grain - 1) / p.grain;
    for (p.shift = 0; p.shift < KEY_BITS; p.shift += radix_bits) {
        p.from = items, p.to = spare;
        if (!vj_parallel(n, p.grain, R(count_piece), &p)) return NULL;
        bool alike = false;
        uint32_t total = 0;
        for (size_t digit = 0; digit < radix_digits; digit++) {
            const uint32_t before = total;
            for (size_t part = 0; part < used; part++) {
                const uint32_t count = counts[part][digit];
                counts[part][digit] = total;
                total += count;
            }
            alike |= total - before == n;
        }
        // A digit that all share changes nothing.
        if (alike) continue;
        if (!vj_parallel(n, p.grain, R(place_piece), &p)) return NULL;
        spare = items, items = p.to;
    }
    return items;
}
#undef ITEM
#undef KEY
#undef KEY_BITS
#undef R
