/** Whether a formula has the name in it as a word of its own. */
export function mentions(name: string): (formula: string) => boolean {
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}_.\\\\?])${name.replace(/[^\p{L}\p{N}_]/gu, "\\$&")}(?![\\p{L}\\p{N}_.\\\\?])`,
    "iu",
  );
  return (formula) => word.test(formula);
}
