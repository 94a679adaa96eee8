import { attribution } from "./families/attribution";
import { delivery } from "./families/delivery";
import { gapAndCompounding } from "./families/gapAndCompounding";
import { planAgainstActual } from "./families/planAgainstActual";
import { planInCells } from "./families/planInCells";
import type { FunctionRecord } from "./record";
import { value } from "./families/value";

/** Given by the build: the development build has a name of its own. */
declare const FUNCTION_NAMESPACE: string | undefined;

/** Prefix of every function in a formula. */
export const namespace = typeof FUNCTION_NAMESPACE === "string" ? FUNCTION_NAMESPACE : "SAVINGS";

/** Every function, by family, in the order of the help. */
export const catalogue: readonly FunctionRecord[] = [
  ...gapAndCompounding,
  ...attribution,
  ...delivery,
  ...planAgainstActual,
  ...value,
  ...planInCells,
];
