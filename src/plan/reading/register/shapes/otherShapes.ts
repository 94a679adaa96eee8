import { cellAddress } from "../../../../cells/address";
import { textOf } from "../../../../cells/cell";
import type { Finding } from "../../../finding";
import { findPeriod } from "../../cells/times/period";
import { anyYears } from "../../cells/times/years";
import { isUnitText } from "../../cells/units";
import { firstColumnOf, type HeaderRow } from "../../extent/headerRows";
import { isKnownHeading } from "../../meaning/matchHeading";
import type { MappedColumn } from "../../tableColumn";
import type { OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";
import { rowsNeeded } from "../../roles/whatIsThere";
import { cellAt, lastRow } from "../../sheetGrid";

/**
 * Leaves out tables that a register's headings fit and whose rows are no levers, years down the side or the lines of a budget, where the user says so.
 * Until then each is an error.
 */
export function withoutOtherShapes(registers: readonly OpenTable[], asking: Asking): OpenTable[] {
  return registers.filter(({ header, key, rows, columns }) => {
    refusePairsByYear(header.grid.sheet, columns, asking.findings);
    if (runsAcross(header)) {
      asking.findings.push({
        level: "error",
        cell: cellAddress(header.grid.sheet, header.top, firstColumnOf(header)),
        message: `the schemes seem to stand side by side, with what is said of them in rows; ${rowsNeeded}`,
      });
      return true;
    }
    if (!key || rows.rows.length < 2) return true;
    const names = rows.rows.map((row) => textOf(cellAt(header.grid, row, key.column)));
    const cell = cellAddress(header.grid.sheet, rows.rows[0] ?? 0, key.column);
    const lines = names.filter((name) => budgetLines.test(name));
    const shapes: Shape[] = [];
    if (names.every(isPeriodAlone))
      shapes.push({
        id: "rowsOfYears",
        message: `the rows are years, and schemes seem to stand in the columns; ${rowsNeeded}`,
        choices: { other: "a row for each year, which does not count", levers: "levers that are called like years" },
      });
    if (lines.length >= 4 && lines.length >= names.length / 3)
      shapes.push({
        id: "rowsOfBudget",
        message: `rows such as '${lines[0]}' and '${lines[1]}' are lines of a budget and no savings; the range of the savings alone is needed`,
        choices: { other: "a budget, which does not count", levers: "a register" },
      });
    if (isLedger(columns, key))
      shapes.push({
        id: "rowsOfLedger",
        message:
          "the rows have accounts and dates, as postings of a ledger do, and nothing calls them savings; the range of the schemes is needed",
        choices: { other: "a ledger, which does not count", levers: "a register" },
      });
    return shapes.every((shape) => {
      const said = asking.findings.length;
      const choice = ask(asking, { ...shape, cell, level: "error", usual: "other" });
      // Unanswered it stays, so that the error has its table beside it.
      return choice === "levers" || asking.findings[said]?.level === "error";
    });
  });
}

interface Shape {
  id: string;
  message: string;
  choices: Record<"other" | "levers", string>;
}

/** Whether columns are those of a ledger: an account and a date, or two words of postings, and no word of schemes or savings. */
function isLedger(columns: readonly MappedColumn[], key: MappedColumn): boolean {
  const headings = columns.map(({ full }) => full);
  const own = headings.filter((heading) => ledgerWords.test(heading));
  const isDated = headings.some((heading) => ledgerDate.test(heading));
  const ofSchemes = headings.some((heading) => schemeWords.test(heading));
  return !ofSchemes && !schemeWords.test(key.full) && (own.length > 1 || (own.length === 1 && isDated));
}

/** No start and no end of anything. */
const ledgerDate =
  /^\s*((posting|posted|trans(action)?|invoice|effective|value|document|doc|gl|entry|journal)\s+)?(date|period|month)s?\s*$/i;
const ledgerWords =
  /\b(accounts?|a\/c|g\/?l|ledger|nominal|journal|cost cent(re|er)|subjective|transactions?|trans|posting|posted|voucher|invoices?|supplier|vendor|customer|payee|debit|credit|vat|batch|document (no|number))\b/i;
const schemeWords =
  /\b(schemes?|projects?|levers?|savings?|initiatives?|proposals?|measures?|efficienc(y|ies)|benefits?|cips?|qipp|wrp|plan|rag|status|risk|pye|fye|full[ -]year|opportunit(y|ies)|workstream|programme|target)\b/i;

/** Whether the first column of a table, down from its heading, holds what are headings of a register: Scheme, Lead, RAG, Plan. */
export function runsAcross({ grid, top, columns }: HeaderRow): boolean {
  const first = columns[0]?.column ?? 0;
  const labels: string[] = [];
  for (let row = top; row <= Math.min(lastRow(grid), top + mostLabels); row++) {
    const label = textOf(cellAt(grid, row, first));
    if (label !== "") labels.push(label);
  }
  const known = new Set(
    labels.filter((label) => isKnownHeading(label, ["levers"])).map((label) => label.toLowerCase()),
  );
  // Schemes may be called like headings, Beds or Agency: whichever says more of them heads the table.
  const beside = columns.slice(1).map(({ column }) => textOf(cellAt(grid, top, column)));
  const headings = beside.filter((text) => text === "" || isKnownHeading(withoutPeriod(text), ["levers"]));
  const isHeaded = headings.length / beside.length >= known.size / labels.length;
  return beside.length > 1 && !isHeaded && known.size >= 3 && known.size >= 0.6 * labels.length;
}

const mostLabels = 40;

function withoutPeriod(text: string): string {
  const found = findPeriod(text, anyYears);
  if (found === null) return text;
  return found.rest === "" || isUnitText(found.rest) ? "saving" : found.rest;
}

/** A part-year and a full-year effect under each of several years. */
function refusePairsByYear(sheet: string, columns: readonly MappedColumn[], findings: Finding[]): void {
  const [parts, wholes] = [partYear, fullYear].map((words) =>
    columns.filter(({ heading, year, origin }) => year !== null && origin !== "user" && words.test(heading)),
  );
  const isByYear = (own: readonly MappedColumn[] = []): boolean =>
    new Set(own.map(({ year }) => JSON.stringify(year))).size > 1;
  const [first] = parts ?? [];
  if (!first || !isByYear(parts) || !isByYear(wholes)) return;
  findings.push({
    level: "error",
    cell: cellAddress(sheet, first.row, first.column),
    message:
      "a part-year and a full-year effect stand under each of several years, and may be what starts in that year or what is saved in it; one column for each year, or one pair with a column Start, is needed",
  });
}

const partYear = /\b(pye|part[ -]year|in[ -]year)\b/i;
const fullYear = /\b(fye|full[ -]year)\b/i;

function isPeriodAlone(name: string): boolean {
  const found = findPeriod(name, anyYears);
  return found !== null && found.rest === "";
}

const budgetLines =
  /^((net |base )?budget( brought forward| b\/f)?|base budget.*|inflation|pay award|pressures?|demographic growth|council tax( .*)?|business rates( .*)?|(revenue support )?grants?|(use of )?reserves|collection fund.*|(budget |funding )?gap.*|net expenditure|total funding|new homes bonus|contingency)$/i;
