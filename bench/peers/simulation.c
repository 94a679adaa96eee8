/* Peer of DELIVERYRANGE and of a plan's simulation: the same algorithm in C. Reads: levers, years, trials, correlation, lows,
   likelies, highs and, unless years is 0, the amount of each lever by year: then P10, P50 and P90 are of each year's total and of
   each lever. Prints the median milliseconds of processor time of 7 runs. The tables hold a logistic curve instead of the beta quantile: reading them costs the same. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define STEPS 1024
#define RANGE 6.4
#define BLOCK 4096

static uint64_t s0 = 0x9e3779b97f4a7c15u, s1 = 0xbf58476d1ce4e5b9u;
static inline uint32_t next(void) {
  uint64_t a = s0, b = s1, out = a + b;
  b ^= a;
  s0 = ((a << 24) | (a >> 40)) ^ b ^ (b << 16);
  s1 = (b << 37) | (b >> 27);
  return (uint32_t)(out >> 32);
}

static double tail[64], curve[3 * 64 * 25];

/* Any smooth decreasing curve does for timing; Acklam-like accuracy is not needed here. */
static double quantile(double p) {
  double t = sqrt(-2 * log(p));
  return -(t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t));
}

static void make_curve(void) {
  for (int k = 0; k < 64; k++) tail[k] = quantile((k + 0.5) / 4294967296.0);
  for (int o = 0; o < 25; o++)
    for (int part = 0; part < 64; part++) {
      double w = ldexp(1, o), from = (64 + part) * w;
      double a = quantile(from / 4294967296.0), m = quantile((from + w / 2) / 4294967296.0), b = quantile((from + w) / 4294967296.0);
      double bend = 2 * (a - 2 * m + b);
      double *c = curve + 3 * (o * 64 + part);
      c[0] = a, c[1] = b - a - bend, c[2] = bend;
    }
}

static void fill(double *out, int count) {
  for (int i = 0; i < count; i++) {
    uint32_t bits = next(), k = bits & 0x7fffffff;
    double z;
    if (k < 64) z = tail[k];
    else {
      int o = 25 - __builtin_clz(k);
      const double *c = curve + 3 * ((o << 6) | ((k >> o) & 63));
      uint32_t w = 1u << o;
      double t = ((k & (w - 1)) + 0.5) / w;
      z = c[0] + t * (c[1] + t * c[2]);
    }
    out[i] = bits >> 31 ? -z : z;
  }
}

/* The value that stands at a place once sorted; the values change places. */
static double nth(double *values, int count, int place) {
  int from = 0, to = count - 1;
  while (from < to) {
    double pivot = values[(from + to) / 2];
    int i = from, j = to;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        double held = values[i];
        values[i++] = values[j], values[j--] = held;
      }
    }
    if (place <= j) to = j;
    else if (place >= i) from = i;
    else break;
  }
  return values[place];
}

static double percentiles(double *values, int count) {
  return nth(values, count, count / 10) + nth(values, count, count / 2) + nth(values, count, count - 1 - count / 10);
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(void) {
  int levers, years, trials;
  double rho;
  if (scanf("%d %d %d %lf", &levers, &years, &trials, &rho) != 4) return 2;
  double *numbers = malloc((3 + years) * levers * sizeof(double)), *amounts = numbers + 3 * levers;
  for (int i = 0; i < (3 + years) * levers; i++)
    if (scanf("%lf", numbers + i) != 1) return 2;
  double *tables = malloc((size_t)levers * (STEPS + 1) * sizeof(double));
  for (int i = 0; i < levers; i++)
    for (int k = 0; k <= STEPS; k++)
      tables[i * (STEPS + 1) + k] = numbers[i] + (numbers[2 * levers + i] - numbers[i]) / (1 + exp(-(k * 2 * RANGE / STEPS - RANGE)));
  make_curve();
  int totals = years ? years : 1;
  double *total = malloc((size_t)totals * trials * sizeof(double)), *kept = malloc((size_t)(years ? levers : 0) * trials * sizeof(double) + 1);
  double common[BLOCK], drawn[BLOCK], times[7], sink = 0;
  for (int round = 0; round < 7; round++) {
    clock_t from = clock();
    memset(total, 0, (size_t)totals * trials * sizeof(double));
    double shared = sqrt(rho), own = sqrt(1 - rho), per = STEPS / (2 * RANGE);
    for (int first = 0; first < trials; first += BLOCK) {
      int count = trials - first < BLOCK ? trials - first : BLOCK;
      fill(common, count);
      for (int i = 0; i < levers; i++) {
        const double *table = tables + i * (STEPS + 1);
        fill(drawn, count);
        for (int t = 0; t < count; t++) {
          double at = (shared * common[t] + own * drawn[t] + RANGE) * per;
          at = at < 0 ? 0 : at > STEPS - 1e-9 ? STEPS - 1e-9 : at;
          int k = (int)at;
          drawn[t] = table[k] + (at - k) * (table[k + 1] - table[k]);
          if (!years) total[first + t] += drawn[t];
        }
        for (int y = 0; y < years; y++) {
          double amount = amounts[i * years + y], *sum = total + (size_t)y * trials + first;
          for (int t = 0; t < count; t++) sum[t] += amount * drawn[t];
        }
        if (years) memcpy(kept + (size_t)i * trials + first, drawn, count * sizeof(double));
      }
    }
    if (!years) {
      qsort(total, trials, sizeof(double), ascending);
      sink += total[trials / 2];
    }
    for (int y = 0; y < years; y++) sink += percentiles(total + (size_t)y * trials, trials);
    for (int i = 0; years && i < levers; i++) sink += percentiles(kept + (size_t)i * trials, trials);
    times[round] = (clock() - from) * 1e3 / CLOCKS_PER_SEC;
  }
  qsort(times, 7, sizeof(double), ascending);
  printf("%.4f\n", sink == 0.123 ? 0 : times[3]);
  return 0;
}
