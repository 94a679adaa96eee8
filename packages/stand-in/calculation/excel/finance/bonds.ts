import type { BaseFunction, BaseValueObject, IFunctionService } from "@univerjs/engine-formula";
import { valueObject, valueOf } from "../../functions/addinFunction";
import { eachOf } from "../../functions/broadcast";
import { replaceCalculation } from "../../functions/nativeFunctions";
import { refuse } from "../notCalculated";
import { numberOf, truthOf } from "../numbers";

/** What of Univer's functions for bonds agrees with Excel, and how it comes to. */
export function mendBonds(functions: IFunctionService): void {
  replaceCalculation(functions, "ACCRINT", (values, before) =>
    eachOf(values, (singles) => {
      const [basis, isFromIssue] = [singles[6], singles[7]].map((value) => (value ? valueOf(value) : undefined));
      // Univer counts the days of periods with months of several lengths otherwise.
      if ([1, 2, 3].includes(Math.trunc(numberOf(basis) ?? 0)))
        return valueObject(refuse("ACCRINT of basis 1, 2 and 3"));
      return before(isFromIssue === undefined || truthOf(isFromIssue) ? singles.slice(0, 7) : singles);
    }),
  );
  refineYield(functions);
}

/** Univer stops at eight digits; the rest are found by its own PRICE. */
function refineYield(functions: IFunctionService): void {
  const price = functions.getExecutor("PRICE") as BaseFunction | undefined;
  replaceCalculation(functions, "YIELD", (values, before) =>
    eachOf(values, (singles) => {
      const start = before(singles);
      const asked = numberOf(singles[3] ? valueOf(singles[3]) : null);
      if (!price || !start.isNumber() || asked === null) return start;
      const worth = (rate: number): number => {
        const all = singles.map((single, index) => (index === 3 ? valueObject(rate) : single));
        return Number((price.calculate(...all) as BaseValueObject).getValue()) - asked;
      };
      let [one, two] = [Number(start.getValue()), Number(start.getValue()) + 1e-7];
      for (let step = 0; step < 10; step++) {
        const [low, high] = [worth(one), worth(two)];
        const next = two - (high * (two - one)) / (high - low);
        if (!Number.isFinite(next) || next === two) break;
        [one, two] = [two, next];
      }
      return valueObject(two);
    }),
  );
}
