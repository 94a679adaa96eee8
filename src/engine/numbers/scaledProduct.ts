const big = 2 ** 400;
const small = 2 ** -400;

/**
 * Product of many factors whose running value may leave the range of doubles although the result does not.
 * Rescales by powers of two, which costs no digits.
 *
 * @param scale the result is to be multiplied by 2^(400·scale)
 */
export function scaledProduct(factors: ArrayLike<number>, scale = 0): number {
  const { products, scales } = runningProducts(factors);
  let product = products[factors.length]!;
  let left = scales[factors.length]! + scale;
  for (; left > 0 && Number.isFinite(product) && product !== 0; left--) product *= big;
  for (; left < 0 && product !== 0; left++) product *= small;
  return product;
}

/** Products of the first 0, 1, … of some factors, kept in range: the k-th is products[k]·2^(400·scales[k]). */
export function runningProducts(factors: ArrayLike<number>): { products: Float64Array; scales: Int32Array } {
  const products = new Float64Array(factors.length + 1).fill(1);
  const scales = new Int32Array(factors.length + 1);
  let scale = 0;
  const inRange = (value: number): number => {
    let scaled = value;
    for (let size = Math.abs(scaled); size > big && size < Infinity; size = Math.abs(scaled)) {
      scaled *= small;
      scale++;
    }
    for (let size = Math.abs(scaled); size < small && size > 0; size = Math.abs(scaled)) {
      scaled *= big;
      scale--;
    }
    return scaled;
  };
  for (let i = 0; i < factors.length; i++) {
    products[i + 1] = inRange(products[i]! * inRange(factors[i]!));
    scales[i + 1] = scale;
  }
  return { products, scales };
}
