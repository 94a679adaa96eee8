/**
 * A custom function that answers what it was called with, as text: "[[1]] · null · undefined". It is declared as every
 * function of the add-in is: any values, areas too, each of them optional.
 */
export function received(...given: unknown[]): string[][] {
  // The last is what Excel itself adds: whose call it is.
  return [[given.slice(0, receivedParameters.length).map(described).join(" · ")]];
}

export const receivedParameters = ["first", "second", "third"] as const;

function described(value: unknown): string {
  if (value === undefined) return "undefined";
  return JSON.stringify(value, (_key, held: unknown) => (isError(held) ? `error ${held.code}` : held));
}

function isError(value: unknown): value is { code: string } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "code" in value;
}
