import { attribution } from "./attribution";
import { gapAndCompounding } from "./gapAndCompounding";
import type { FunctionRecord } from "./record";

/** Prefix of every function in a formula. */
export const namespace = "SAVINGS";

/** Every function, by family, in the order of the help. */
export const catalogue: readonly FunctionRecord[] = [...gapAndCompounding, ...attribution];
