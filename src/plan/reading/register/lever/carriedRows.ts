import { cellAddress } from "../../../../cells/address";
import { textOf } from "../../../../cells/cell";
import { kindOfRowWords } from "../../../columns/words/kindWords";
import { findWord } from "../../../columns/words/wordMap";
import { firstColumnOf } from "../../extent/headerRows";
import { nameOf } from "../../extent/memoRows";
import { isUndeliveredName } from "../../extent/rowNames";
import { nameAt } from "../../extent/tableRows";
import type { CarriedKind, OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";
import { columnOf, inOurWords } from "../../tableColumn";

/**
 * Rows that are brought or carried forward, and do not say what is: savings that did not come, which add to need, or schemes that are still to save. Each is
 * asked, those of one column and word together.
 */
export function withCarriedRows(table: OpenTable, asking: Asking): OpenTable {
  if (table.kind !== "levers") return table;
  const sections = new Map<string, CarriedKind>();
  const carried = new Map<number, CarriedKind>();
  for (const row of table.rows.rows) {
    const found = carriedAt(table, row);
    if (!found) continue;
    const key = `${found.cell} ${found.text}`;
    const kind = sections.get(key) ?? askCarried(asking, found);
    sections.set(key, kind);
    carried.set(row, kind);
  }
  return carried.size === 0 ? table : { ...table, carried };
}

interface Found {
  cell: string;
  /** The words that say so. */
  text: string;
}

/** Where a row says that it is carried over: in its kind, the heading over it, its status or its name; null where a word that is known says what it is. */
function carriedAt(table: OpenTable, row: number): Found | null {
  const { header, columns, rows } = table;
  const at = (column: number, inRow = row): string => cellAddress(header.grid.sheet, inRow, column);
  for (const meaning of ["kind", "type", "status"]) {
    const column = columnOf(columns, meaning);
    const text = column ? inOurWords(column, textOf(nameAt(header, row, column.column))) : "";
    if (!column || text === "") continue;
    if (meaning !== "status" && saysWhatItIs(text, meaning)) return null;
    if (isCarried(text)) return { cell: at(column.column), text };
  }
  const section = rows.sectionOf.get(row) ?? "";
  if (saysWhatItIs(section, "kind")) return null;
  const first = table.key?.column ?? firstColumnOf(header);
  const over = rows.sections.filter((one) => one.row < row).at(-1);
  if (over && isCarried(section)) return { cell: at(first, over.row), text: section };
  const name = nameOf(table, row);
  return isCarried(name) && !isUndeliveredName(name) ? { cell: at(first), text: name } : null;
}

/** "Saving" under Kind is one; under Type it stands for what is no income, too. */
function saysWhatItIs(text: string, meaning: string): boolean {
  const kind = findWord(kindOfRowWords, text);
  return (kind !== undefined && (kind !== "Saving" || meaning === "kind")) || isUndeliveredName(text);
}

function askCarried(asking: Asking, { cell, text }: Found): CarriedKind {
  return ask<CarriedKind>(asking, {
    id: "carriedForward",
    cell,
    message: `'${text}' may be savings that did not come in an earlier year, which add to need, or savings of this plan; it was read as the former`,
    choices: {
      "Undelivered brought forward": "savings that did not come, which add to need",
      Saving: "savings of this plan",
      "No part": "no part of this plan",
    },
    usual: "Undelivered brought forward",
  });
}

/** "b/f", "Carried forward from 2023/24", "rolled over": from one year to another, whatever it is. */
export function isCarried(text: string): boolean {
  return carriedWords.test(text) || /^\s*[bc]\.?f\.?(wd)?\.?\s*$/i.test(text);
}

const carriedWords =
  /(?<![\p{L}\d])[bc]\s?\/\s?f(wd)?(?![\p{L}\d])|\b[bc]\/?fwd\b|\b(brought|carried|rolled) (forward|over)\b|^\s*carry[ -]?(forward|over)s?\b/iu;
