import type { IFunctionService } from "@univerjs/engine-formula";
import { registerConditional } from "./conditional";
import { distributions } from "./distributions";
import { registerLookups } from "./lookups";
import { moreDistributions } from "./moreDistributions";
import { notCalculated } from "./notCalculated";
import { registerOwn } from "./ownFunction";
import { rounding } from "./rounding";
import { mendTextArguments } from "./textArguments";

/** Puts functions that are calculated as Excel does in the place of Univer's. */
export function installOwnFunctions(functions: IFunctionService): void {
  registerOwn(functions, [...rounding, ...distributions, ...moreDistributions]);
  registerConditional(functions);
  registerLookups(functions);
  mendTextArguments(functions);
  functions.unregisterExecutors(...notCalculated.keys());
}
