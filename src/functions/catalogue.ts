import { attribution } from "./families/attribution";
import { delivery } from "./families/delivery";
import { gapAndCompounding } from "./families/gapAndCompounding";
import { planAgainstActual } from "./families/planAgainstActual";
import type { FunctionRecord } from "./record";
import { value } from "./families/value";

/** Prefix of every function in a formula. */
export const namespace = "SAVINGS";

/** Every function, by family, in the order of the help. */
export const catalogue: readonly FunctionRecord[] = [
  ...gapAndCompounding,
  ...attribution,
  ...delivery,
  ...planAgainstActual,
  ...value,
];
