import { openStandIn } from "@workbooks/stand-in/openStandIn";
import type { CellContent, NameContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import type { FunctionLambda } from "../../../src/functions/lambdas/lambdaText";
import type { Call } from "./domain";

/** What an Excel without the add-in makes of a LAMBDA's calls: its arguments stand in cells, its answer spills. */
export function calculated(lambda: FunctionLambda, calls: readonly Call[]): Promise<ValueContent[][][]> {
  const name = `SAVINGS_${lambda.name}`;
  const array = { rowCount: 1, columnCount: 1, dynamic: true };
  return calculatedAs(calls, (places) => ({ formula: `${name}(${places.join(",")})`, array }), [
    { name, formula: lambda.text, sheet: null, hidden: false, comment: "" },
  ]);
}

/** What it makes of any formulas on the arguments of calls. */
export async function calculatedAs(
  calls: readonly Call[],
  formulaOf: (places: readonly string[], call: number) => Pick<CellContent, "formula"> & { array: object },
  names: NameContent[] = [],
): Promise<ValueContent[][][]> {
  const [inputs, answers] = [emptySheet("Inputs"), emptySheet("Answers")];
  const put = (sheet: typeof inputs, row: number, column: number, cell: object): void => {
    const line = sheet.cells.get(row) ?? new Map();
    sheet.cells.set(row, line.set(column, { style: 0, value: null, ...cell } as never));
  };
  // Rows from one call to the next: what the tallest argument and the tallest answer need.
  const tallest = 20 + Math.max(...calls.flatMap((call) => call.map((cells) => cells?.length ?? 0)));
  calls.forEach((call, number) => {
    const [top, places] = [number * tallest, [] as string[]];
    let left = 0;
    for (const cells of call) {
      if (cells === null) {
        places.push("");
        continue;
      }
      cells.forEach((row, i) => row.forEach((value, j) => value !== null && put(inputs, top + i, left + j, { value })));
      const [to, bottom] = [left + cells[0]!.length - 1, top + cells.length];
      places.push(`Inputs!${letters(left)}${top + 1}:${letters(to)}${bottom}`);
      left = to + 2;
    }
    while (places.at(-1) === "") places.pop();
    const { formula, array } = formulaOf(places, number);
    put(answers, top, 0, { formula, array: { ...array, row: top, column: 0 } });
  });
  const book: WorkbookContent = {
    ...emptyWorkbook(),
    sheets: [inputs, answers],
    names,
  };
  const standIn = await openStandIn(book, null);
  await standIn.recalculate(true);
  const sheet = standIn.workbook.sheet("Answers");
  const results = calls.map((_, number) => {
    const spill = sheet.spillAt(number * tallest, 0) ?? { rowCount: 1, columnCount: 1 };
    return Array.from({ length: spill.rowCount }, (__, row) =>
      Array.from({ length: spill.columnCount }, (___, column) => sheet.value(number * tallest + row, column)),
    );
  });
  standIn.close();
  return results;
}

function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}
