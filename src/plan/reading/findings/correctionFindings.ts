import { cellAddress, readArea } from "../../../cells/address";
import { columnRecord } from "../../columns/allColumns";
import { choicesOf } from "../../columns/choiceOf";
import type { Finding } from "../../finding";
import { orderOf } from "../cells/times/years";
import { isBlankRow, rowOfTable } from "../extent/rowsByUser";
import type { HeaderRow } from "../extent/headerRows";
import { canMean } from "../meaning/byUser";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import type { ReadOptions } from "../planReading";

/** What the user corrected to no effect: a column or a row that is in no table, a meaning that it cannot have. Nothing of it is passed over in silence. */
export function correctionFindings(
  given: readonly (OpenTable | null)[],
  starts: readonly HeaderRow[],
  { corrections = {} }: ReadOptions,
): Finding[] {
  const tables = given.filter((table): table is OpenTable => table !== null);
  const byAddress = new Map(
    tables.flatMap((table) =>
      table.columns.map((column): [string, Corrected] => {
        return [cellAddress(table.header.grid.sheet, column.row, column.column), { table, column }];
      }),
    ),
  );
  const warning = (cell: string, message: string): Finding => ({ level: "warning", cell, message });
  const headings = Object.entries(corrections.headings ?? {}).flatMap(([address, meaning]) => {
    const found = byAddress.get(address);
    if (!found) return [warning(address, `your meaning '${meaning}' has no effect: ${noHeading}`)];
    if (found.column.origin === "user") return [];
    return [warning(address, `${nameOf(found.column)} cannot be '${meaning}'; ${neededMeaning(meaning, found)}`)];
  });
  const words = Object.entries(corrections.words ?? {}).flatMap(([address, said]) => {
    const found = byAddress.get(address);
    const list = Object.entries(said);
    const named = list.map(([word, ours]) => `'${word}' as '${ours}'`).join(", ");
    if (list.length === 0) return [];
    if (!found) return [warning(address, `your reading of ${named} has no effect: ${noHeading}`)];
    return wordFindings(found, list).map((message) => warning(address, message));
  });
  const carried = Object.keys(corrections.carried ?? {}).flatMap((address) =>
    byAddress.get(address)?.table.kind === "levers"
      ? []
      : [
          warning(
            address,
            "this column is to stand beside the levers, but no register that was read has a heading here",
          ),
        ],
  );
  const rows = Object.entries(corrections.rows ?? {}).flatMap(([address, word]) => {
    const inside = tables.find(({ header }) => rowOfTable(header, starts, address) !== null);
    const said = word === "counts" ? "you said that this row counts" : "you left this row out";
    if (!inside) return [warning(address, `${said}, but no table that was read has a row here`)];
    const row = readArea(address, "")?.row ?? 0;
    return isBlankRow(inside.header, row) ? [warning(address, `${said}, but it holds nothing`)] : [];
  });
  const hasBudgetYears = tables.some(({ kind, columns }) => kind !== "levers" && columnOf(columns, "year"));
  return [
    ...headings,
    ...tables.flatMap((table) => doubled(table, warning)),
    ...(hasBudgetYears ? [] : tables).flatMap((table) => farYears(table, warning)),
    ...words,
    ...carried,
    ...rows,
  ];
}

interface Corrected {
  table: OpenTable;
  column: MappedColumn;
}

const noHeading = "no table that was read has a heading here";

function nameOf({ full }: MappedColumn): string {
  return full === "" ? "a column without a heading" : `'${full}'`;
}

function neededMeaning(meaning: string, { table }: Corrected): string {
  const [id = ""] = meaning.split(":");
  const isKnown =
    columnRecord(table.kind, id) !== undefined || ["amount", "year", "share", "month", "quarter"].includes(id);
  if (isKnown) return `it names no ${id === "month" || id === "quarter" ? id : "year"}, so its own reading was kept`;
  return "a meaning of such a table is needed, so its own reading was kept";
}

function wordFindings({ table, column }: Corrected, said: readonly (readonly [string, string])[]): string[] {
  const choices = choicesOf(table.kind, column.meaning);
  const name = columnRecord(table.kind, column.meaning)?.name ?? "no part of the plan";
  if (choices.length === 0)
    return [
      `${nameOf(column)} was read as ${name}, which holds no choice, so your reading of '${said[0]?.[0] ?? ""}' has no effect`,
    ];
  const wrong = said.filter(([, ours]) => !canMean(table.kind, column.meaning, ours));
  return wrong.map(
    ([word, ours]) => `'${word}' cannot mean '${ours}' in a column of ${name}; one of ${choices.join(", ")} is needed`,
  );
}

/** Two columns to which the user gave one meaning, where only one of them is read. */
function doubled({ header, columns, kind }: OpenTable, warning: (cell: string, message: string) => Finding): Finding[] {
  return columns.flatMap((column) => {
    if (column.origin !== "user" || column.meaning === "ignored" || addUp.has(column.meaning)) return [];
    const first = columns.find(({ meaning }) => meaning === column.meaning);
    if (!first || first === column || columnRecord(kind, column.meaning)?.use !== "plan") return [];
    const cell = cellAddress(header.grid.sheet, column.row, column.column);
    const name = columnRecord(kind, column.meaning)?.name ?? column.meaning;
    return [
      warning(cell, `${nameOf(column)} is not read: ${nameOf(first)} is ${name} too, and one column is read for each`),
    ];
  });
}

/** A year that the user gave to a column, with years between it and the others that have none: the plan's years stretch to it. */
function farYears({ header, columns }: OpenTable, warning: (cell: string, message: string) => Finding): Finding[] {
  const named = columns.filter(({ meaning, year }) => inYears.has(meaning) && year !== null);
  return named.flatMap((column) => {
    const steps = named.filter((one) => one !== column).map((one) => orderOf(column) - orderOf(one));
    const nearest = Math.min(...steps.map(Math.abs));
    const isOutside = steps.length > 0 && (steps.every((step) => step > 1) || steps.every((step) => step < -1));
    if (column.origin !== "user" || !isOutside) return [];
    const years = nearest === 2 ? "a year" : `${nearest - 1} years`;
    const message = `${nameOf(column)} is of a year with ${years} between it and the others; the plan's years stretch to it`;
    return [warning(cellAddress(header.grid.sheet, column.row, column.column), message)];
  });
}

const inYears = new Set(["year", "share", "inYear"]);

/** Several columns of these meanings are read together. */
const addUp = new Set("year share month quarter inYear".split(" "));
