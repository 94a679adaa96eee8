import type { CheckLine } from "../workbook/share/check/checkLines";
import type { WorkbookCheck } from "../workbook/share/check/checkWorkbook";
import { placeWords } from "../workbook/share/inventory";

/** A workbook's check as `savings check --json` prints it. */
export interface CheckJson {
  /** Each with the cells that have it; errors first. */
  lines: CheckLine[];
  /** Every formula that uses the add-in's functions. */
  uses: {
    kind: "cell" | "name" | "validation" | "format";
    /** "Plan!B4", "the name Total". */
    where: string;
    formula: string;
    functions: string[];
    /** As Excel has renamed them. */
    mangled: string[];
    error: string | null;
  }[];
  /** Other workbooks that formulas lean on. */
  links: { book: string; where: string[] }[];
}

export function checkJson({ lines, inventory }: WorkbookCheck): CheckJson {
  return {
    lines,
    uses: inventory.uses.map(({ place, calls, mangled, error }) => ({
      kind: place.kind,
      where: placeWords(place),
      formula: place.formula,
      functions: [...new Set(calls.map(({ name }) => name))],
      mangled,
      error,
    })),
    links: inventory.links.map(({ book, places }) => ({ book, where: places.map(placeWords) })),
  };
}
