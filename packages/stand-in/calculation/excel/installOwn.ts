import type { IFunctionService } from "@univerjs/engine-formula";
import { annuities } from "./annuities";
import { mendBonds } from "./bonds";
import { mendCashflows } from "./cashflows";
import { mendComplexNumbers } from "./complexNumbers";
import { conversions } from "./conversions";
import { registerConditional } from "./conditional";
import { registerDatabases } from "./databases";
import { dates } from "./dates";
import { distributions } from "./distributions";
import { registerLookups } from "./lookups";
import { moreDistributions } from "./moreDistributions";
import { notCalculated } from "./notCalculated";
import { registerOwn } from "./ownFunction";
import { rounding } from "./rounding";
import { mendEdges, numberEdges } from "./edges";
import { mendLists } from "./pairs";
import { mendTextArguments } from "./textArguments";
import { texts } from "./texts";
import { mendValueTexts } from "./valueTexts";

/** Puts functions that are calculated as Excel does in the place of Univer's. */
export function installOwnFunctions(functions: IFunctionService): void {
  registerOwn(functions, [
    ...rounding,
    ...distributions,
    ...moreDistributions,
    ...annuities,
    ...dates,
    ...texts,
    ...conversions,
    ...numberEdges,
  ]);
  registerConditional(functions);
  registerLookups(functions);
  mendCashflows(functions);
  mendBonds(functions);
  registerDatabases(functions);
  mendComplexNumbers(functions);
  mendValueTexts(functions);
  mendLists(functions);
  mendTextArguments(functions);
  mendEdges(functions);
  functions.unregisterExecutors(...notCalculated.keys());
}
