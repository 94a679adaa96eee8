import { join } from "node:path";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { CellContent, NameContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { openBuiltAddin } from "../../../cli/openBuiltAddin";

export const root = join(__dirname, "..", "..", "..");

type Cell = ValueContent | { f: string; array?: string; v?: ValueContent };

function sheetOf(name: string, cells: Record<string, Cell>): ReturnType<typeof emptySheet> {
  const sheet = emptySheet(name);
  for (const [address, cell] of Object.entries(cells)) {
    const { row, column } = parseArea(address);
    const line = sheet.cells.get(row) ?? new Map<number, CellContent>();
    sheet.cells.set(row, line.set(column, cellOf(cell, address)));
  }
  return sheet;
}

function cellOf(cell: Cell, address: string): CellContent {
  if (typeof cell !== "object" || cell === null || !("f" in cell)) return { value: cell, style: 0 };
  const area = cell.array ?? `{${address}}`;
  const array = { ...parseArea(area.replace(/[{}]/g, "")), dynamic: !area.startsWith("{") || cell.array === undefined };
  return { value: cell.v ?? null, formula: cell.f, style: 0, ...(cell.array === undefined ? {} : { array }) };
}

const name = (text: string, formula: string, sheet: number | null = null): NameContent => ({
  ...{ name: text, formula, sheet, hidden: false, comment: "" },
});

/** A plan with the add-in's functions in cells, spills, an older array, names of the workbook and of a sheet; one that has no LAMBDA. */
export function shareBook(): WorkbookContent {
  const plan = sheetOf("My plan", {
    ...{ A1: "Lever", B1: "Effect", A2: "Beds", B2: 0.1, A3: "Pay", B3: 0.2, A4: "Agency", B4: 0.05 },
    D1: { f: "SAVINGS.COMBINED(Base!$B$1,B2:B4)" },
    D2: { f: "SAVINGS.ATTRIBUTE(Base!$B$1,B2:B4)", array: "D2:D4" },
    F2: { f: 'SAVINGS.PHASE(3,"linear",B6)', array: "{F2:H2}" },
    B6: 2,
    D6: { f: 'IF(D1>10,"SAVINGS.X is a text",0)&ROUND(SAVINGS.REALTERMS($B6,Base!B3,Base!$B$2),2)' },
    D7: { f: "D1*2" },
    D8: { f: "discounted+1" },
    D9: { f: "SAVINGS.DELIVERYPROB(1,0.5,1,2,,200)" },
    D12: { f: "SUM(D2#)+MAX('My plan'!$D$2#)" },
    D13: { f: "SAVINGS.COMBINED(100,D2#/100)" },
    D14: { f: "ROWS(spread)" },
    D10: { f: "SUM(savings.overlap(Base!B1,B2:B4),SAVINGS.OVERLAP(100,B:B))" },
  });
  const base = sheetOf("Base", { A1: "Spend", B1: 200, A2: "Now", B2: 100, A3: "Then", B3: 85 });
  const names = [
    name("discounted", "SAVINGS.DISCOUNT(Base!$B$3)*Base!$B$1"),
    name("own", "SAVINGS.PARTYEAR(Base!$B$1,10)", 0),
    name("spread", "'My plan'!$D$2#"),
  ];
  plan.cells.get(9)!.set(3, { value: null, formula: "SAVINGS.OVERLAP(Base!B1,B2:B4)", style: 0 });
  return { ...emptyWorkbook(), sheets: [plan, base], names };
}

/** The workbook as Excel with the add-in has calculated it. */
export async function calculatedBook(
  content: WorkbookContent,
  edit?: (excel: typeof Excel) => Promise<void>,
  withAddin = true,
): Promise<WorkbookContent> {
  const addin = await openBuiltAddin(root, content, withAddin ? ["functions.js"] : []);
  try {
    if (!withAddin) addin.standIn.play.withoutAddin = true;
    await addin.standIn.recalculate(true);
    if (edit) await edit(Excel);
    await addin.standIn.recalculate(true);
    return addin.standIn.content();
  } finally {
    addin.close();
  }
}

/** What every cell shows and holds, by sheet and address. */
export function cellsOf(content: WorkbookContent, part: "value" | "formula"): Record<string, unknown> {
  return Object.fromEntries(
    content.sheets.flatMap(({ name: sheet, cells }) =>
      [...cells].flatMap(([row, line]) =>
        [...line].flatMap(([column, cell]) => {
          const value = part === "value" ? cell.value : cell.formula;
          return value === null || value === undefined ? [] : [[`${sheet} ${row} ${column}`, value]];
        }),
      ),
    ),
  );
}
