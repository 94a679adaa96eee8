import type { Plan } from "../../plan";
import { hasRange } from "../levers/delivery";

/** Whether there is anything to draw: a saving with a low and a high. */
export function isUncertain({ levers }: Plan): boolean {
  return levers.some((lever) => lever.kind === "Saving" && hasRange(lever));
}
