import type { ValueContent } from "@workbooks/xlsx/content";
import type { Answer } from "../cases/nativeFormulasWorkbook";
import type { ComparedCell } from "./comparedCell";

/** Cells whose last digits say nothing of the stand-in, and how far apart the two values may be all the same. */
interface Excuse {
  why: string;
  /** The end of the workbook's path. */
  file: string;
  /** Cells, or all that call one of the functions. */
  cells?: string[];
  functions?: string[];
  /** Left out: not compared at all. */
  within?: { absolute?: number; relative?: number };
}

const excuses: Excuse[] = [
  {
    why: "Excel's XIRR goes on until it is accurate within 0.000001 percent (Microsoft's page of XIRR); here it is exact",
    ...{ file: "IRR.xlsx", functions: ["XIRR"], within: { absolute: 1.2e-8 } },
  },
  {
    why: "the same formulas in another workbook",
    ...{ file: "XNPV.xlsx", functions: ["XIRR"], within: { absolute: 1.2e-8 } },
  },
  {
    why: "Excel's IRR is accurate within 0.00001 percent (Microsoft's page of IRR), and NPV at that rate shows what is left of 0",
    ...{ file: "FINANCIAL/IRR.xlsx", functions: ["IRR", "NPV"], within: { absolute: 1.1e-7 } },
  },
  {
    why: "what is left where a sum cancels to 0",
    ...{ file: "STATISTICAL/NORM_DIST.xlsx", cells: ["F16", "F58"], within: { absolute: 1e-13 } },
  },
  {
    why: "what is left where a sum cancels to 0",
    ...{ file: "STATISTICAL/BETADIST_BETAINV.xlsx", cells: ["H16"], within: { absolute: 1e-15 } },
  },
  {
    why: "what is left where a sum cancels to 0",
    ...{ file: "MUNIT_MDETERM_MINVERSE.xlsx", cells: ["A26"], within: { absolute: 1e-15 } },
  },
  {
    why: "Excel takes π for a number of 66 bits where an angle is next to a multiple of it",
    ...{ file: "trigonometric_functions.xlsx", cells: ["B12", "D12", "C13"], within: { absolute: 1e-19 } },
  },
  {
    why: "Excel takes π for a number of 66 bits where an angle is next to a multiple of it",
    ...{ file: "TRIGONOMETRIC.xlsx", cells: ["B33", "C33", "B34", "D34", "B35", "D35"], within: { relative: 1e-7 } },
  },
  {
    why: "the day stands before the month where Excel ran; here it is en-US",
    ...{ file: "T_VALUE_VALUETOTEXT.xlsx", cells: ["I5", "C15"] },
  },
];

/** Why a cell may differ as it does; null where nothing excuses it. */
export function excuseOf(cell: Omit<ComparedCell, "outcome">): string | null {
  const found = excuses.find(
    ({ file, cells, functions, within }) =>
      cell.file.endsWith(file) &&
      (cells?.includes(cell.address) ?? functions?.some((name) => cell.functions.includes(name))) &&
      (!within || isWithin(cell.excel, cell.standIn, within)),
  );
  return found?.why ?? null;
}

function isWithin(one: Answer, other: Answer, limits: NonNullable<Excuse["within"]>): boolean {
  const [ones, others] = [one, other].map((answer) => (Array.isArray(answer) ? answer.flat() : [answer]));
  return (ones as ValueContent[]).every((value, index) => {
    const beside = others?.[index];
    if (typeof value !== "number" || typeof beside !== "number") return value === beside;
    const { absolute = 0, relative = 0 } = limits;
    return Math.abs(value - beside) <= Math.max(absolute, relative * Math.abs(value));
  });
}
