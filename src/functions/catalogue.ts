import { attribution } from "./attribution";
import { delivery } from "./delivery";
import { gapAndCompounding } from "./gapAndCompounding";
import { planAgainstActual } from "./planAgainstActual";
import type { FunctionRecord } from "./record";
import { value } from "./value";

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
