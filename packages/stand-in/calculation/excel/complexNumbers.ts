import {
  type BaseFunction,
  type BaseValueObject,
  type IFunctionService,
  StringValueObject,
} from "@univerjs/engine-formula";
import { valueObject, valueOf } from "../functions/addinFunction";
import { eachOf } from "../functions/broadcast";
import { replaceCalculation } from "../functions/nativeFunctions";
import { textOfNumber } from "../../workbook/cells/generalFormat";
import { numberOf } from "./numbers";
import { isError, wrongValue } from "./ownFunction";

/** Functions that answer a complex number, which is a text, also where it is real. */
const complex =
  "COMPLEX IMCONJUGATE IMCOS IMCOSH IMCOT IMCSC IMCSCH IMDIV IMEXP IMLN IMLOG10 IMLOG2 IMPOWER IMPRODUCT IMSEC IMSECH IMSIN " +
  "IMSINH IMSQRT IMSUB IMSUM IMTAN";

export function mendComplexNumbers(functions: IFunctionService): void {
  replaceCalculation(functions, "COMPLEX", (values, before) =>
    eachOf(values, (singles) => {
      const parts = singles.slice(0, 2).map((single) => valueOf(single));
      const error = parts.find(isError);
      if (error) return valueObject(error);
      const numbers = parts.map((part) => (typeof part === "boolean" ? null : numberOf(part)));
      if (numbers.includes(null)) return valueObject(wrongValue);
      const suffix = singles[2]?.isNull() || singles[2]?.getValue() === "" ? [] : singles.slice(2);
      return before([...numbers.map((number) => valueObject(number)), ...suffix]);
    }),
  );
  // Univer reads no number with an exponent.
  for (const name of `${complex} IMABS IMAGINARY IMARGUMENT IMREAL`.split(" ").slice(1))
    replaceCalculation(functions, name, (values, before) =>
      before(
        values.map((value) =>
          eachOf([value], ([one]) =>
            one?.isString() ? StringValueObject.create(inDigits(String(one.getValue()))) : (one as BaseValueObject),
          ),
        ),
      ),
    );
  const [size, angle] = ["IMABS", "IMARGUMENT"].map((name) => functions.getExecutor(name) as BaseFunction | undefined);
  replaceCalculation(functions, "IMLN", (values, before) =>
    eachOf(values, (singles) => {
      const [length, turn] = [size, angle].map(
        (executor) => executor && Number((executor.calculate(...singles) as BaseValueObject).getValue()),
      );
      if (length === undefined || turn === undefined || !(length > 0) || Number.isNaN(turn)) return before(singles);
      const suffix = /j$/.test(String(singles[0]?.getValue())) ? "j" : "i";
      const [real, imaginary] = [Math.log(length), turn].map((part) => String(Number(part.toPrecision(15)))) as [
        string,
        string,
      ];
      if (turn === 0) return StringValueObject.create(real);
      return StringValueObject.create(
        `${Math.log(length) === 0 ? "" : real}${turn > 0 && Math.log(length) !== 0 ? "+" : ""}${imaginary}${suffix}`,
      );
    }),
  );
  for (const name of complex.split(" "))
    replaceCalculation(functions, name, (values, before) => eachOf([before(values)], ([answer]) => asText(answer)));
}

function asText(answer: BaseValueObject | undefined): BaseValueObject {
  const value = answer ? valueOf(answer) : null;
  if (isError(value) || typeof value === "boolean") return answer as BaseValueObject;
  if (typeof value === "number") return StringValueObject.create(textOfNumber(value));
  return StringValueObject.create(
    String(value ?? 0)
      .replace(/(^|[+-])1([ij])$/, "$1$2")
      .replaceAll("e", "E"),
  );
}

/** "1.2E-5+i" as "0.000012+i". */
function inDigits(complexNumber: string): string {
  return complexNumber.replace(/(\d+)(?:\.(\d+))?E([+-]?\d+)/gi, (_, whole: string, part = "", exponent: string) => {
    const power = Number(exponent);
    if (power >= 0) return `${whole}${String(part).padEnd(power, "0").slice(0, power)}.${String(part).slice(power)}0`;
    const digits = whole.padStart(-power + 1, "0");
    return `${digits.slice(0, power)}.${digits.slice(power)}${String(part)}`;
  });
}
