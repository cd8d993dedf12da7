// Timing that a busy machine disturbs little: many short runs, of which a low quantile counts.
#ifndef MEASURE_H
#define MEASURE_H

#include <stddef.h>

double seconds(void);
// The time of one call: the 20 % quantile over runs of about `budget` seconds altogether.
double time_of(void (*call)(void *), void *context, double budget);
// GFLOP/s of fused multiply-adds on registers, on 1 or more threads at once.
double fma_peak(size_t threads);
// GB/s of a ← b + 3c on large arrays (12 bytes an element).
double triad(size_t threads);

// The table of convolutions; peaks by number of threads.
void convolutions(const double peaks[]);

#endif
