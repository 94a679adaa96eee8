import { areaAddress } from "../../../../cells/address";
import type { SheetArea } from "../../../../cells/area";
import type { FormulaPart, ResultArea } from "../../outputTable";

/** A native formula as it is built: its text, with the cells of written tables by their place in the table. */
export interface Formula {
  parts: readonly FormulaPart[];
}

/** What may stand in a formula: a number or a text, cells of the user's, cells of a written table, another formula. */
export type Operand = number | string | SheetArea | ResultArea | Formula;

/** `f\`${amount}*${share}\``: the formula with its operands in their places, an inner formula in brackets. */
export function f(strings: TemplateStringsArray, ...operands: Operand[]): Formula {
  const parts: FormulaPart[] = [];
  const add = (part: FormulaPart): void => {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  };
  strings.forEach((text, index) => {
    add(text);
    const operand = operands[index];
    if (operand !== undefined) partsOf(operand).forEach(add);
  });
  return { parts };
}

/** Formulas one after the other with a sign between: a + b + c. */
export function joined(formulas: readonly Operand[], sign: string): Formula {
  const [first = 0, ...others] = formulas;
  return others.reduce<Formula>((all, one) => ({ parts: [...all.parts, sign, ...partsOf(one)] }), {
    parts: partsOf(first),
  });
}

/** A function of several operands: MIN(a, b, c). */
export function call(name: string, operands: readonly Operand[]): Formula {
  return { parts: [`${name}(`, ...joined(operands, ",").parts, ")"] };
}

export function isFormula(value: unknown): value is Formula {
  return typeof value === "object" && value !== null && "parts" in value;
}

function partsOf(operand: Operand): FormulaPart[] {
  if (typeof operand === "number") return [numberText(operand)];
  if (typeof operand === "string") return [`"${operand.replaceAll('"', '""')}"`];
  if ("table" in operand) return [operand];
  if ("sheet" in operand) return [areaAddress(operand)];
  const { parts } = operand;
  return isSimple(parts) ? [...parts] : ["(", ...parts, ")"];
}

/** Needs no brackets wherever it stands. */
function isSimple(parts: readonly FormulaPart[]): boolean {
  if (parts.length !== 1) return false;
  const [only] = parts;
  return typeof only !== "string" || /^([\w.]+|[\w.]+\([^()]*\)|('[^']*'!|[\w.]+!)?\$?[A-Z]+\$?\d+)$/.test(only);
}

function numberText(value: number): string {
  return value < 0 ? `(${value})` : String(value);
}
