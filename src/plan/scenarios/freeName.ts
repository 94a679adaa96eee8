import { nameKey } from "../../cells/names";

/** The name with the first number that nobody has: "Slow start (2)". */
export function freeName(name: string, taken: readonly string[]): string {
  const keys = new Set(taken.map(nameKey));
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const candidate = `${stem} (${number})`;
    if (!keys.has(nameKey(candidate))) return candidate;
  }
}
