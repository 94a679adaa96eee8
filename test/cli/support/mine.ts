import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { CellContent, SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { planBook } from "../../workbook/support/planBook";

const error = (name: string) => ({ error: name });
const dynamic = { rowCount: 2, columnCount: 1, dynamic: true };

/**
 * A sheet of the user's. Each value is other than what a calculation here gives, so that it shows where one was stored:
 * Excel calculated it at another time, with functions that are not here, or in other digits.
 */
const cells: Record<string, Omit<CellContent, "style">> = {
  A1: { value: 10 },
  A2: { value: "007" },
  A3: { value: true },
  A4: { value: 45000.123456789 },
  B1: { value: 0.30000000000000004, formula: "0.1+0.1+0.1+0" },
  B2: { value: 11, formula: "A1*1" },
  B3: { value: "0012", formula: 'A2&"x"' },
  B4: { value: false, formula: "A3" },
  B5: { value: error("#DIV/0!"), formula: "A1/1" },
  B6: { value: 44000, formula: "TODAY()" },
  B7: { value: 44000.25, formula: "NOW()" },
  B8: { value: 0.123, formula: "RAND()" },
  B9: { value: 61, formula: "SUM(B1:OFFSET(B9,-1,0))" },
  C1: { value: 151, formula: 'SUM(INDIRECT("Spending!B4:B5"))' },
  C2: { value: 12, formula: 'INDIRECT("R1C1",FALSE)' },
  C3: { value: 13, formula: "INDEX(C1:C9,1)" },
  C4: { value: 5, formula: "ROWS(C$2:C4)" },
  C5: { value: 14, formula: "SUBTOTAL(9,A1:A1)" },
  C6: { value: 21, formula: "C6+1" },
  D1: { value: "Sum of Price", formula: 'CUBEMEMBER("ThisWorkbookDataModel","[Measures].[Sum of Price]")' },
  D2: { value: 1234.5, formula: 'CUBEVALUE("ThisWorkbookDataModel",D1)' },
  D3: { value: 2470, formula: "D2*2" },
  D4: { value: true, formula: 'REGEXTEST("a1","[0-9]")' },
  D5: { value: "Mine", formula: 'MID(CELL("filename",A1),FIND("]",CELL("filename",A1))+1,31)' },
  D6: { value: 7, formula: "_xll.PRICE.OF(A1)" },
  D7: { value: 8, formula: "LET(f,LAMBDA(x,x+1),f(6))" },
  D8: { value: null, formula: "A1*3" },
  D9: { value: "", formula: 'IF(A1=10,"",1)' },
  E1: { value: 3, formula: "SEQUENCE(2)", array: { row: 0, column: 4, ...dynamic } },
  E2: { value: 4 },
  E4: { value: 31, formula: "A1:A2", array: { row: 3, column: 4, ...dynamic, dynamic: false } },
  E5: { value: "x" },
  E7: { value: 0, formula: "A1" },
};

/** The workbook with a plan and a sheet of the user's behind its own sheets. */
export function withPlan(content: WorkbookContent): WorkbookContent {
  const taken = new Set(content.sheets.map(({ name }) => name.toLowerCase()));
  const added = [...planBook().sheets, sheetOfMine()].map((sheet) =>
    taken.has(sheet.name.toLowerCase()) ? { ...sheet, name: `Plan ${sheet.name}` } : sheet,
  );
  return { ...content, sheets: [...content.sheets, ...added] };
}

function sheetOfMine(): SheetContent {
  const sheet = emptySheet("Mine");
  for (const [address, cell] of Object.entries(cells)) {
    const { row, column } = parseArea(address);
    if (!sheet.cells.has(row)) sheet.cells.set(row, new Map());
    sheet.cells.get(row)!.set(column, { ...cell, style: 0 });
  }
  return sheet;
}
