import type { BaseValueObject, IFunctionService } from "@univerjs/engine-formula";
import { valueObject, valueOf } from "../functions/addinFunction";
import { eachOf } from "../functions/broadcast";
import { replaceCalculation } from "../functions/nativeFunctions";
import { numberOf, truthOf } from "./numbers";
import { wrongValue } from "./ownFunction";

/** Functions of numbers to which a text is the number that it spells; Univer takes only some texts for numbers. */
const ofNumbers = `ABS ACOS ACOSH ACOT ASIN ASINH ATAN ATANH COMBIN COMBINA COS COSH COT COTH CSC CSCH DAY DEGREES
  EVEN FACT FACTDOUBLE HOUR INT IPMT LN LOG LOG10 MINUTE MONTH NPER ODD PERMUT PMT POWER PPMT PV RADIANS ROUND
  ROUNDDOWN ROUNDUP SEC SECH SECOND SIGN SIN SINH SLN SQRT STANDARDIZE TAN TANH WEEKDAY YEAR`;

/** Functions whose last argument says whether the answer is cumulative: "TRUE" does, too. */
const cumulative = "CHISQ.DIST F.DIST HYPGEOM.DIST WEIBULL WEIBULL.DIST";

export function mendTextArguments(functions: IFunctionService): void {
  for (const name of ofNumbers.split(/\s+/)) mendEach(functions, name, (value) => numberOf(value));
  for (const name of cumulative.split(" "))
    mendEach(functions, name, (value) => {
      const truth = typeof value === "string" ? truthOf(value) : null;
      return truth ?? numberOf(value);
    });
}

function mendEach(functions: IFunctionService, name: string, read: (text: string) => number | boolean | null): void {
  replaceCalculation(functions, name, (values, before) =>
    values.some((value) => value.isArray() || value.isString() || value.isError())
      ? eachOf(values, (singles) => {
          const taken: BaseValueObject[] = [];
          for (const single of singles) {
            if (single.isError()) return single;
            const own = single.isString() ? read(String(valueOf(single))) : undefined;
            if (own === null) return valueObject(wrongValue);
            taken.push(own === undefined ? single : valueObject(own));
          }
          return before(taken);
        })
      : before(values),
  );
}
