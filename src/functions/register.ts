import { callFunction } from "./call";
import { catalogue } from "./catalogue";

/** Tells Excel which code answers for each function. Does nothing where nothing calls custom functions. */
export function registerFunctions(): void {
  if (typeof CustomFunctions === "undefined") return;
  for (const record of catalogue) {
    CustomFunctions.associate(record.name, (...given: unknown[]) => callFunction(record, given));
  }
}
