import {
  type BaseFunction,
  type BaseValueObject,
  type IFunctionService,
  NullValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject, valueOf } from "../../functions/addinFunction";
import { eachOf } from "../../functions/broadcast";
import { replaceCalculation } from "../../functions/nativeFunctions";
import { refuse } from "../notCalculated";
import { numberOf, numberOfText } from "../numbers";
import { isError, notAvailable, wrongValue } from "../ownFunction";
import { textOf } from "./texts";

/** TEXT and other functions between values and texts, where Univer's own answer is only a part of what Excel says. */
export function mendValueTexts(functions: IFunctionService): void {
  replaceCalculation(functions, "TEXT", (values, before) =>
    eachOf(values, (singles) => {
      const [value, format] = singles.map((single) => valueOf(single));
      const number = typeof value === "string" ? numberOfText(value) : numberOf(value);
      if (isError(value) || isError(format) || typeof value === "boolean" || number === null) return before(singles);
      if (typeof format !== "string") return before(singles);
      const rounded = roundedFor(number, format);
      return typeof rounded === "number"
        ? before([valueObject(rounded), singles[1] as BaseValueObject])
        : valueObject(rounded);
    }),
  );
  replaceCalculation(functions, "VALUETOTEXT", (values, before) =>
    eachOf(values, (singles) => {
      const [value = null, form = null] = singles.map((single) => valueOf(single));
      return numberOf(form) === 0 ? StringValueObject.create(textOf(value)) : before(singles);
    }),
  );
  replaceCalculation(functions, "TIMEVALUE", (values, before) =>
    eachOf(values, (singles) => {
      const [text] = singles.map((single) => valueOf(single));
      return before(typeof text === "string" ? [StringValueObject.create(text.trim())] : singles);
    }),
  );
  // Parts of a text are texts, also where they look like numbers.
  const split = functions.getExecutor("TEXTSPLIT") as BaseFunction | undefined;
  if (split) split.calculate = textSplit as unknown as BaseFunction["calculate"];
  for (const name of ["TEXTBEFORE", "TEXTAFTER"])
    replaceCalculation(functions, name, (values) =>
      eachOf(values, (singles) =>
        valueObject(
          part(
            name,
            singles.map((single) => valueOf(single)),
            singles.length > 2,
          ),
        ),
      ),
    );
}

const datePart = /[dmyhs]/i;

/** The number with as many digits as a format shows, rounded as Excel does, by its first 15; or what TEXT answers instead. */
function roundedFor(number: number, format: string): ValueContent {
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
  if (datePart.test(plain) && !/general/i.test(plain)) {
    if (number < 0 || number >= 2_958_466 || /[#?]/.test(plain)) return wrongValue;
    return number;
  }
  if (!/[0#?]/.test(plain) || /[eE/]/.test(plain)) return number;
  if (Math.abs(number) >= 1e15) return number >= 1e18 && /%/.test(plain) ? refuse("TEXT of a number so large") : number;
  const sections = plain.split(";");
  const section =
    number < 0 && sections.length > 1 ? sections[1] : number === 0 && sections.length > 2 ? sections[2] : sections[0];
  const [, decimals = ""] = (section ?? "").split(".");
  const thousands = /[0#?](,+)(?:[^0#?,]|$)/.exec(section ?? "")?.[1]?.length ?? 0;
  const digits = (decimals.match(/[0#?]/g)?.length ?? 0) + 2 * (section?.match(/%/g)?.length ?? 0) - 3 * thousands;
  // What is rounded to nothing keeps its sign.
  return rounded(number, digits) || number;
}

function rounded(number: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = number.toPrecision(15).split("e");
  const moved = Math.round(Math.abs(Number(`${mantissa}e${Number(exponent) + digits}`)));
  const back = Number(`${moved}e${-digits}`);
  return number < 0 ? -back : back;
}

function textSplit(...values: BaseValueObject[]): BaseValueObject {
  const [text, columns, rows, ignoresEmpty, ignoresCase, padding] = values;
  const whole = text ? valueOf(single(text)) : null;
  if (isError(whole)) return valueObject(whole);
  const isCaseless = ignoresCase !== undefined && numberOf(valueOf(single(ignoresCase))) === 1;
  const skips = ignoresEmpty !== undefined && numberOf(valueOf(single(ignoresEmpty))) === 1;
  const delimiters = [columns, rows].map((value) => (value ? delimitersOf(value) : []));
  if (delimiters.every((list) => list.length === 0) || delimiters.flat().includes("")) return valueObject(wrongValue);
  const cut = (piece: string, list: string[]) => pieces(piece, list, isCaseless).filter((one) => !skips || one !== "");
  const [across = [], down = []] = delimiters;
  const lines = cut(textOf(whole), down).map((line) => cut(line, across));
  const width = Math.max(...lines.map((line) => line.length));
  const filler: ValueContent = padding && !padding.isNull() ? valueOf(single(padding)) : notAvailable;
  return valueObject(lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => filler)]));
}

function single(value: BaseValueObject): BaseValueObject {
  if (!value.isArray()) return value;
  return (
    (value as unknown as { get(row: number, column: number): BaseValueObject | null }).get(0, 0) ??
    NullValueObject.create()
  );
}

function delimitersOf(value: BaseValueObject): string[] {
  if (value.isNull()) return [];
  if (!value.isArray()) return [textOf(valueOf(value))];
  const found: string[] = [];
  (value as unknown as { iterator(visit: (one: BaseValueObject | null) => void): void }).iterator(
    (one) => void found.push(textOf(valueOf(one))),
  );
  return found;
}

function pieces(text: string, delimiters: string[], isCaseless: boolean): string[] {
  if (delimiters.length === 0) return [text];
  const pattern = [...delimiters]
    .sort((one, other) => other.length - one.length)
    .map(literal)
    .join("|");
  return text.split(new RegExp(pattern, isCaseless ? "gi" : "g"));
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** TEXTBEFORE and TEXTAFTER: what stands before, or behind, the n-th delimiter, counted from the end where n is negative. */
function part(
  name: string,
  [text = null, delimiter = null, instance = 1, mode = null, toEnd = null, otherwise]: ValueContent[],
  isCounted: boolean,
): ValueContent {
  for (const value of [text, delimiter, instance, mode, toEnd]) if (isError(value)) return value;
  const [whole, sought] = [textOf(text), textOf(delimiter)];
  const [count, isCaseless, endsCount] = [instance, mode, toEnd].map((value) => Math.floor(numberOf(value) ?? NaN)) as [
    number,
    number,
    number,
  ];
  if (!count || [isCaseless, endsCount].some((flag) => flag !== 0 && flag !== 1)) return wrongValue;
  if (whole !== "" && (Math.abs(count) > whole.length || (isCounted && sought.length > whole.length)))
    return wrongValue;
  const isBefore = name === "TEXTBEFORE";
  const missing = otherwise === undefined ? notAvailable : (otherwise ?? "");
  if (sought === "") return isBefore === count > 0 ? "" : whole;
  const places = [...whole.matchAll(new RegExp(literal(sought), isCaseless ? "gi" : "g"))].map(({ index }) => index);
  if (endsCount && count > 0) places.push(whole.length);
  else if (endsCount) places.unshift(-sought.length);
  const place = count > 0 ? places[count - 1] : places[places.length + count];
  if (place === undefined) return missing;
  return isBefore ? whole.slice(0, Math.max(0, place)) : whole.slice(Math.min(whole.length, place + sought.length));
}
