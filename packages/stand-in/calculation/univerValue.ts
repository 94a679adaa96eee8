import type { ValueContent } from "@workbooks/xlsx/content";
import type { UniverCell } from "./calculation";

/** Univer's form of a value: `t` says what it is (1 text or an error, 2 number, 3 boolean, 4 text that looks like an error). */
export function univerValue(value: ValueContent): { v: string | number | null; t?: number } {
  if (value === null) return { v: null };
  if (typeof value === "object") return { v: value.error, t: 1 };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: 3 };
  if (typeof value === "number") return { v: value, t: 2 };
  return { v: value, t: errorValues.has(value) ? 4 : 1 };
}

export function valueOf(cell: UniverCell): ValueContent {
  const { v } = cell;
  if (v === undefined || v === null) return null;
  if (cell.t === 3) return Boolean(v) && v !== "0" && v !== "FALSE";
  if (cell.t === 2) return Number(v);
  if (typeof v === "string" && cell.t !== 4 && errorValues.has(v)) return { error: v };
  return v as ValueContent;
}

const errorValues = new Set([
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#DIV/0!",
  "#NUM!",
  "#NAME?",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#CYCLE!",
  "#GETTING_DATA",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
  "#EXTERNAL!",
  "#TIMEOUT!",
]);
