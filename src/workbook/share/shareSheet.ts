import type { CellContent, NameContent, SheetContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import type { ColumnFormula } from "@workbooks/xlsx/tables/columnFormulas";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { quotedSheet } from "../../cells/address";
import { sharedListAmong, sharedListName } from "../own/ownSheets";

/** The sheet that lists what was replaced in a copy. */
export const shareSheetName = "Savings share";

/** Hidden names that know where a replaced formula and its references are: "SAVINGS_SHARED_1". */
export const trackingPrefix = "SAVINGS_SHARED_";

/** How a formula was replaced. */
export type Replacement = "Value" | "LAMBDA" | "Native" | "Area" | "Off";

/** One replaced formula, as the sheet lists it. */
export interface SharedFormula {
  /** It belongs to the name SAVINGS_SHARED_… of that number. */
  number: number;
  kind: "cell" | "array" | "spill" | "name" | "rule" | "table column";
  /** Where it stood: "Plan!B4:B9", or a name's name; "Plan!Total" for a sheet's own. */
  where: string;
  /** Without "=". */
  formula: string;
  how: Replacement;
  /** What it was replaced by: the formula without "=", "" for a value. */
  instead: string;
  /** A sum over the values that stood there, by which it is seen whether they were changed. */
  mark: string;
  value: ValueContent;
}

const headings = ["No.", "What", "Where", "Formula", "Value", "Replaced by", "In its place", "Mark"];
const firstRow = 4;

/** The sheet, with the formulas as texts. */
export function shareSheet(formulas: readonly SharedFormula[], intro: readonly string[]): SheetContent {
  const sheet = emptySheet(shareSheetName);
  const put = (row: number, values: readonly ValueContent[]): void => {
    const cells = values.map((value, column): [number, CellContent] => [column, { value, style: 0 }]);
    sheet.cells.set(row, new Map(cells.filter(([, { value }]) => value !== null && value !== "")));
  };
  intro.forEach((line, row) => put(row, [line]));
  put(firstRow - 1, headings);
  formulas.forEach(({ number, kind, where, formula, how, instead, mark, value }, index) =>
    put(firstRow + index, [number, kind, where, `=${formula}`, value, how, instead === "" ? "" : `=${instead}`, mark]),
  );
  const widths = [6, 12, 26, 70, 14, 12, 40, 12];
  sheet.columns = widths.map((width, column) => ({ from: column, to: column, width, hidden: false, style: null }));
  sheet.frozen = { rows: firstRow, columns: 0 };
  return sheet;
}

/** The sheet of a copy that lists what was replaced: by its name, or where the hidden name leads since it was renamed. */
export function listSheet({ sheets, names }: Pick<WorkbookContent, "sheets" | "names">): SheetContent | null {
  const [followed, named] = [sharedListAmong(names), shareSheetName].map((wanted) =>
    sheets.find(({ name }) => name.toLowerCase() === wanted?.toLowerCase()),
  );
  return followed ?? named ?? null;
}

/** The hidden name itself. */
export function listMarker(): NameContent {
  return {
    name: sharedListName,
    formula: `${quotedSheet(shareSheetName)}!$A:$H`,
    sheet: null,
    hidden: true,
    comment: "",
  };
}

/** A column of a table, as the list has it: "Levers[Saving]", "Levers[Saving], totals row". */
export function columnWhere({ table, column, kind }: Omit<ColumnFormula, "formula">): string {
  return `${table}[${column}]${kind === "totals row" ? ", totals row" : ""}`;
}

/** What the sheet of a copy lists; lines that cannot be read any more are said by their cell. */
export function readShareSheet(content: WorkbookContent): { formulas: SharedFormula[]; unread: string[] } | null {
  const sheet = listSheet(content);
  if (!sheet) return null;
  const formulas: SharedFormula[] = [];
  const unread: string[] = [];
  for (const [row, cells] of [...sheet.cells].sort(([one], [other]) => one - other)) {
    if (row < firstRow) continue;
    const [number, kind, where, formula, value, how, instead, mark] = headings.map(
      (_, column) => cells.get(column)?.value ?? null,
    );
    if ([number, kind, where, formula, how].every((each) => each === null)) continue;
    const isSound =
      typeof number === "number" &&
      kinds.includes(String(kind)) &&
      typeof where === "string" &&
      typeof formula === "string" &&
      formula.startsWith("=") &&
      ["Value", "LAMBDA", "Native", "Area", "Off"].includes(String(how));
    if (!isSound || formulas.some((each) => each.number === number)) {
      unread.push(`${quotedSheet(sheet.name)}!A${row + 1}: this line of the list was changed and cannot be read.`);
      continue;
    }
    formulas.push({
      ...{ number, where, kind: kind as SharedFormula["kind"], formula: formula.slice(1), value: value ?? null },
      ...{ how: how as Replacement, instead: String(instead ?? "").replace(/^=/, ""), mark: String(mark ?? "") },
    });
  }
  return { formulas, unread };
}

const kinds = ["cell", "array", "spill", "name", "rule", "table column"];

/** A short sum over values, the same for the same values: FNV-1a over their JSON. An empty text and an empty cell are the same. */
export function markOf(values: readonly (readonly ValueContent[])[]): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(values, (_, value: unknown) => (value === "" ? null : value));
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
