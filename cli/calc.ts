import type { ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { lastColumnCount, lastRowCount } from "@workbooks/stand-in/workbook/address";
import type { Sheet } from "@workbooks/stand-in/workbook/sheet";
import { FormulaReader } from "./recalc/formulaReads";
import { dateFunctions } from "./recalc/keptCells";
import { qualifyReferences } from "./recalc/qualifyReferences";

/** What a formula gives: numbers with the 15 digits that Excel shows, texts, truth values, and errors as their strings; rows of columns. */
type CalcResult = (number | string | boolean)[][];

/** The workbook with a hidden sheet at its end, on which formulas are evaluated. */
export function withScratchSheet(content: WorkbookContent): { content: WorkbookContent; scratch: string } {
  const taken = new Set(content.sheets.map((sheet) => sheet.name.toLowerCase()));
  let scratch = "calc";
  for (let count = 2; taken.has(scratch); count++) scratch = `calc${count}`;
  return {
    content: { ...content, sheets: [...content.sheets, { ...emptySheet(scratch), visibility: "hidden" }] },
    scratch,
  };
}

/** What a formula gives, and what the add-in's function says of its error, or this program of why it cannot answer. */
interface Evaluation {
  result: CalcResult;
  message: string | null;
}

/** Longer formulas are refused by Excel. */
const longestFormula = 8192;

/** Evaluates formulas in a workbook, one after the other and each alone, as if typed on its active sheet. */
export class Evaluator {
  private readonly reader: FormulaReader;
  private readonly active: number;

  constructor(
    private readonly standIn: StandIn,
    private readonly content: WorkbookContent,
    private readonly scratch: string,
    namespace: string,
  ) {
    this.reader = new FormulaReader(content, namespace);
    this.active = standIn.workbook.sheets.indexOf(standIn.workbook.activeSheet);
  }

  /** What Excel would not take as a formula is #NAME?; no text at all is an empty text. */
  async evaluate(text: string): Promise<Evaluation> {
    const typed = text.trim();
    if (typed === "") return { result: [[""]], message: null };
    const formula = typed.startsWith("=") ? typed : `=${typed}`;
    const qualified =
      formula.length > longestFormula ? null : qualifyReferences(formula, this.standIn.workbook.activeSheet.name);
    if (qualified === null) return { result: [["#NAME?"]], message: null };
    const at = { sheet: this.active, row: 0, column: 0 };
    const { functions } = this.reader.read(qualified.slice(1), at);
    if (this.content.date1904 && [...functions].some((name) => dateFunctions.has(name)))
      return {
        result: [["#N/A"]],
        message: "The workbook counts its dates from 1904; such dates cannot be worked with here.",
      };
    const inWords = `=${this.reader.withoutSheetNames(qualified.slice(1), at)}`;
    const place = functions.has("INDIRECT") ? this.freePlace() : null;
    return place
      ? this.evaluateAt(place, formula)
      : this.evaluateAt({ sheet: this.scratchSheet, row: 0, column: 0 }, inWords);
  }

  private async evaluateAt({ sheet, row, column }: FreePlace, formula: string): Promise<Evaluation> {
    try {
      sheet.write([{ row, column, formula }]);
      await this.standIn.recalculate();
      const { rowCount, columnCount } = sheet.spillAt(row, column) ?? { rowCount: 1, columnCount: 1 };
      const result = Array.from({ length: rowCount }, (_, r) =>
        Array.from({ length: columnCount }, (__, c) => plain(sheet.value(row + r, column + c))),
      );
      return { result, message: this.standIn.cellMessage(sheet.id, row, column) };
    } catch {
      // Whatever a formula does to the calculation: one answer for each.
      return { result: [["#VALUE!"]], message: null };
    } finally {
      sheet.write([{ row, column, value: null }]);
    }
  }

  private get scratchSheet(): Sheet {
    const sheet = this.standIn.workbook.sheets.find((one) => one.name === this.scratch);
    if (!sheet) throw new Error("The scratch sheet is gone.");
    return sheet;
  }

  /** A cell of the active sheet with nothing around it: INDIRECT("A1") means the sheet that its formula stands on. */
  private freePlace(): FreePlace | null {
    const sheet = this.standIn.workbook.activeSheet;
    const used = sheet.usedArea(true) ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
    const [row, column] = [used.row + used.rowCount + 100, used.column + used.columnCount + 20];
    return row < lastRowCount / 2 && column < lastColumnCount / 2 ? { sheet, row, column } : null;
  }
}

interface FreePlace {
  sheet: Sheet;
  row: number;
  column: number;
}

function plain(value: ValueContent): number | string | boolean {
  // A blank cell in what a formula gives shows 0.
  if (value === null) return 0;
  if (typeof value === "number") return Number(value.toPrecision(15));
  return typeof value === "object" ? value.error : value;
}
