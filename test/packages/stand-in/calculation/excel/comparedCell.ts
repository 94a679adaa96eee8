import type { Answer } from "../cases/nativeFormulasWorkbook";

/** A formula as Excel and the stand-in calculate it. */
export interface ComparedCell {
  file: string;
  sheet: string;
  address: string;
  formula: string;
  functions: string[];
  excel: Answer;
  standIn: Answer;
  /** The stand-in gives what Excel gives, something else (with or without an excuse), or does not calculate the formula. */
  outcome: "agrees" | "differs" | "excused" | "notCalculated";
}
