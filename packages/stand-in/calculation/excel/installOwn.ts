import type { IFunctionService } from "@univerjs/engine-formula";
import { annuities } from "./finance/annuities";
import { mendBonds } from "./finance/bonds";
import { mendCashflows } from "./finance/cashflows";
import { mendComplexNumbers } from "./complexNumbers";
import { conversions } from "./conversions";
import { registerConditional } from "./searching/conditional";
import { registerDatabases } from "./searching/databases";
import { dates } from "./finance/dates";
import { distributions } from "./statistics/distributions";
import { registerLookups } from "./searching/lookups";
import { moreDistributions } from "./statistics/moreDistributions";
import { notCalculated } from "./notCalculated";
import { registerOwn } from "./ownFunction";
import { rounding } from "./rounding";
import { mendEdges, numberEdges } from "./edges";
import { mendLists } from "./statistics/pairs";
import { mendTextArguments } from "./textArguments";
import { texts } from "./texts/texts";
import { mendValueTexts } from "./texts/valueTexts";

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
