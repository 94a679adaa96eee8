const big = 2 ** 500;
const small = 2 ** -500;

/**
 * Product of many factors whose running value may leave the range of doubles although the result does not.
 * Rescales by powers of two, which costs no digits.
 *
 * @param scale the result is to be multiplied by 2^(500·scale)
 */
export function scaledProduct(factors: ArrayLike<number>, scale = 0): number {
  let product = 1;
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
  for (; scale > 0 && Number.isFinite(product) && product !== 0; scale--) product *= big;
  for (; scale < 0 && product !== 0; scale++) product *= small;
  return product;
}

/**
 * Products of the first 0, 1, … of some factors, in range: the k-th is products[k]·2^(500·scales[k]).
 */
export function runningProducts(factors: ArrayLike<number>): { products: Float64Array; scales: Int32Array } {
  const products = new Float64Array(factors.length + 1).fill(1);
  const scales = new Int32Array(factors.length + 1);
  for (let i = 0; i < factors.length; i++) {
    const product = products[i]! * factors[i]!;
    const size = Math.abs(product);
    const shift = size > big ? 1 : size < small && size > 0 ? -1 : 0;
    products[i + 1] = shift > 0 ? product * small : shift < 0 ? product * big : product;
    scales[i + 1] = scales[i]! + shift;
  }
  return { products, scales };
}
