/** The number that was meant where its last digits are what a sum of binary fractions leaves: 0.3 for 0.30000000000000004. A third stays a third. */
export function shortened(value: number): number {
  const short = Number(value.toPrecision(14));
  return String(short).length <= String(value).length - 4 ? short : value;
}
