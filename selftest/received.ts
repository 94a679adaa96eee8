import { addressesOf } from "../src/functions/arguments/argument";

/**
 * A custom function that answers what it was called with, as text, and where that stands: "[[1]] · null · undefined · Sheet1!A1".
 * It is declared as every function of the add-in is: any values, areas too, each of them optional, with their addresses.
 */
export function received(...given: unknown[]): string[][] {
  // The last is what Excel itself adds: whose call it is.
  const addresses = addressesOf(given[receivedParameters.length]).filter(Boolean).join(", ");
  return [[[...given.slice(0, receivedParameters.length).map(described), addresses].join(" · ")]];
}

export const receivedParameters = ["first", "second", "third"] as const;

function described(value: unknown): string {
  if (value === undefined) return "undefined";
  return JSON.stringify(value, (_key, held: unknown) => (isError(held) ? `error ${held.code}` : held));
}

function isError(value: unknown): value is { code: string } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "code" in value;
}
