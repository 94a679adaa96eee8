const big = 2 ** 500;
const small = 2 ** -500;

/**
 * Product of many factors whose running value may leave the range of doubles although the result does not.
 * Rescales by powers of two, which costs no digits.
 */
export function scaledProduct(factors: ArrayLike<number>): number {
  let product = 1;
  let scale = 0;
  for (let i = 0; i < factors.length; i++) {
    product *= factors[i]!;
    const size = Math.abs(product);
    if (size > big) {
      product *= small;
      scale++;
    } else if (size < small && size > 0) {
      product *= big;
      scale--;
    }
  }
  for (; scale > 0 && Number.isFinite(product); scale--) product *= big;
  for (; scale < 0 && product !== 0; scale++) product *= small;
  return product;
}
