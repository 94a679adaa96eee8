/** Coefficients, residuals and the inverse of XᵀX. */
interface LeastSquares {
  coefficients: number[];
  residuals: number[];
  inverse: number[][];
}

/**
 * Ordinary least squares by Householder's QR decomposition, which does not square the condition number as the normal
 * equations do.
 *
 * @param design observations × coefficients, of full column rank, at least as many rows as columns
 */
export function leastSquares(design: readonly (readonly number[])[], values: readonly number[]): LeastSquares {
  const columns = design[0]!.length;
  const r = design.map((row, i) => [...row, values[i]!]);
  for (let column = 0; column < columns; column++) reflect(r, column);
  const coefficients = backSubstitute(r, columns, (row) => r[row]![columns]!);
  const rInverse = Array.from({ length: columns }, (_, unit) =>
    backSubstitute(r, columns, (row) => (row === unit ? 1 : 0)),
  );
  return {
    coefficients,
    residuals: values.map((value, i) => value - dot(design[i]!, coefficients)),
    inverse: Array.from({ length: columns }, (_, a) =>
      Array.from({ length: columns }, (__, b) => rInverse.reduce((sum, unit) => sum + unit[a]! * unit[b]!, 0)),
    ),
  };
}

/** Zeroes a column below its diagonal by one reflection of all rows from there on. */
function reflect(r: number[][], column: number): void {
  let squares = 0;
  for (let i = column; i < r.length; i++) squares += r[i]![column]! ** 2;
  const norm = Math.sqrt(squares);
  if (norm === 0) return;
  const head = r[column]![column]!;
  const alpha = head > 0 ? -norm : norm;
  const v = r.map((row, i) => (i < column ? 0 : row[column]!));
  v[column] = head - alpha;
  const scale = 1 / (alpha * alpha - head * alpha);
  for (let k = column; k < r[0]!.length; k++) {
    let product = 0;
    for (let i = column; i < r.length; i++) product += v[i]! * r[i]![k]!;
    for (let i = column; i < r.length; i++) r[i]![k]! -= product * scale * v[i]!;
  }
}

function backSubstitute(r: readonly number[][], size: number, rightSide: (row: number) => number): number[] {
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let rest = rightSide(row);
    for (let k = row + 1; k < size; k++) rest -= r[row]![k]! * solution[k]!;
    solution[row] = rest / r[row]![row]!;
  }
  return solution;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
