/**
 * Legendre polynomial Pₙ and its derivative at x, computed in double-double arithmetic (about 31 digits) and rounded.
 *
 * Recurrence k·Pₖ = (2k − 1)·x·Pₖ₋₁ − (k − 1)·Pₖ₋₂; Pₙ′ = n·(Pₙ₋₁ − x·Pₙ)/(1 − x²). Near a root plain doubles lose all
 * digits of Pₙ; here they are kept.
 *
 * @param n degree, whole, ≥ 1
 * @param x −1 < x < 1
 */
export function legendreAt(n: number, x: number): { value: number; derivative: number } {
  // (ph, pl) is Pₖ₋₁ and (ch, cl) Pₖ: an unevaluated sum of a double and the rounding error it left.
  let ph = 1;
  let pl = 0;
  let ch = x;
  let cl = 0;
  for (let k = 2; k <= n; k++) {
    // a = x·Pₖ₋₁
    let product = x * ch;
    let low = productError(x, ch, product) + x * cl;
    const ah = product + low;
    const al = low - (ah - product);
    // b = (2k − 1)·a
    product = (2 * k - 1) * ah;
    low = productError(2 * k - 1, ah, product) + (2 * k - 1) * al;
    const bh = product + low;
    const bl = low - (bh - product);
    // c = (k − 1)·Pₖ₋₂
    product = (k - 1) * ph;
    low = productError(k - 1, ph, product) + (k - 1) * pl;
    const dh = product + low;
    const dl = low - (dh - product);
    // s = b − c
    const sum = bh - dh;
    const virtual = sum - bh;
    low = bh - (sum - virtual) - (dh + virtual) + (bl - dl);
    const sh = sum + low;
    const sl = low - (sh - sum);
    // Pₖ = s / k
    const quotient = sh / k;
    product = quotient * k;
    const rest = (sh - product - productError(quotient, k, product) + sl) / k;
    ph = ch;
    pl = cl;
    ch = quotient + rest;
    cl = rest - (ch - quotient);
  }
  const sine = (1 - x) * (1 + x);
  const derivative = (n * (ph - x * ch + (pl - x * cl))) / sine;
  return { value: ch + cl, derivative };
}

/** What rounding took from a·b: Dekker's product with Veltkamp's splitting. */
function productError(a: number, b: number, product: number): number {
  const sa = 134217729 * a;
  const ah = sa - (sa - a);
  const al = a - ah;
  const sb = 134217729 * b;
  const bh = sb - (sb - b);
  const bl = b - bh;
  return al * bl - (product - ah * bh - al * bh - ah * bl);
}
