import type { IFunctionService } from "@univerjs/engine-formula";
import { annuities } from "./annuities";
import { mendBonds } from "./bonds";
import { mendCashflows } from "./cashflows";
import { registerConditional } from "./conditional";
import { dates } from "./dates";
import { distributions } from "./distributions";
import { registerLookups } from "./lookups";
import { moreDistributions } from "./moreDistributions";
import { notCalculated } from "./notCalculated";
import { registerOwn } from "./ownFunction";
import { rounding } from "./rounding";
import { mendLists } from "./pairs";
import { mendTextArguments } from "./textArguments";

/** Puts functions that are calculated as Excel does in the place of Univer's. */
export function installOwnFunctions(functions: IFunctionService): void {
  registerOwn(functions, [...rounding, ...distributions, ...moreDistributions, ...annuities, ...dates]);
  registerConditional(functions);
  registerLookups(functions);
  mendCashflows(functions);
  mendBonds(functions);
  mendLists(functions);
  mendTextArguments(functions);
  functions.unregisterExecutors(...notCalculated.keys());
}
