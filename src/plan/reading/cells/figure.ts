/** An amount as a sentence shows it: 1,300. */
export function figure(value: number): string {
  return String(Number(value.toPrecision(9))).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}
