import { cellDigest, type CellInput } from "../../excel/cellInput";
import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** Cells of the user's that were written anew together: a formula and what it spilled over became values, or values a formula. */
export interface AreaReplaced {
  kind: "areaReplaced";
  sheet: string;
  row: number;
  column: number;
  /** As input: of a formula that spills the first cell has it, the others have "". */
  before: CellInput[][];
  written: CellInput[][];
}

/** An area that holds something else by now is somebody else's. */
export const areaReplaced: ChangeKind<AreaReplaced, Asked> = {
  sheet: ({ sheet }) => sheet,
  look({ workbook }, change) {
    const worksheet = workbook.worksheets.getItemOrNullObject(change.sheet);
    const area = areaIn(worksheet, change);
    area.load("formulas");
    return { worksheet, area };
  },
  putBack(change, { worksheet, area }) {
    if (worksheet.isNullObject || !holds(area.formulas, change.written)) return [];
    return [action(() => (area.formulas = change.before), change.before)];
  },
};

interface Asked {
  worksheet: Excel.Worksheet;
  area: Excel.Range;
}

/** The cells of such a change. */
export function areaIn(worksheet: Excel.Worksheet, { row, column, before }: AreaReplaced): Excel.Range {
  return worksheet.getRangeByIndexes(row, column, before.length, before[0]?.length ?? 1);
}

/** What a formula has spilled is its own: its first cell says enough. */
function holds(now: unknown[][], written: CellInput[][]): boolean {
  const first = written[0]?.[0];
  const cells = typeof first === "string" && first.startsWith("=") ? [[first]] : written;
  return cells.every((line, row) =>
    line.every((input, column) => cellDigest(shown(input)) === cellDigest((now[row]?.[column] ?? "") as CellInput)),
  );
}

/** Excel gives a text back without the apostrophe that only marks it as one. */
function shown(input: CellInput): CellInput {
  return typeof input === "string" ? input.replace(/^'/, "") : input;
}
