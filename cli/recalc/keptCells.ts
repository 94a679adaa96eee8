import type { WorkbookContent } from "@workbooks/xlsx/content";
import { columnName, quotedSheet } from "@workbooks/stand-in/workbook/address";
import type { DependentCell } from "./dependents";
import type { CellPlace } from "./formulaReads";

/** Why a cell that depends on the add-in keeps the value that the file has of it. */
export type Reason = "function" | "outside" | "date1904" | "circle" | "intersection" | "stale";

export interface KeptCell extends CellPlace {
  reason: Reason;
}

const reasons: Record<Reason, string> = {
  function: "they call functions that are not calculated here",
  outside: "they read other workbooks or several sheets at once",
  date1904: "they work with dates counted from 1904",
  circle: "their references lead back to themselves",
  intersection: "they take single values out of ranges by their own row or column",
  stale: "they depend on cells that keep their old values",
};

/** One line for each reason, with the addresses. */
export function keptLines(content: WorkbookContent, kept: KeptCell[]): string[] {
  return (Object.keys(reasons) as Reason[]).flatMap((reason) => {
    const addresses = kept.filter((cell) => cell.reason === reason).map((cell) => addressOf(content, cell));
    if (addresses.length === 0) return [];
    const more = addresses.length > mostAddresses ? ` and ${addresses.length - mostAddresses} more` : "";
    return [`Kept as they were, since ${reasons[reason]}: ${addresses.slice(0, mostAddresses).join(", ")}${more}.`];
  });
}

const mostAddresses = 20;

/** Why a formula cannot be calculated here, seen by its words alone; null where it can. */
export function reasonToKeep(
  { functions, readsOutside }: DependentCell,
  date1904: boolean,
  isKnown: (name: string) => boolean,
): Reason | null {
  if (readsOutside) return "outside";
  for (const name of functions) if (!isKnown(name)) return "function";
  if (date1904) for (const name of functions) if (dateFunctions.has(name)) return "date1904";
  return null;
}

/** Functions whose answer depends on which day is day 0. */
export const dateFunctions = new Set(
  (
    "DATE DATEDIF DATEVALUE DAY DAYS360 EDATE EOMONTH ISOWEEKNUM MONTH NETWORKDAYS NETWORKDAYS.INTL NOW TEXT TODAY VALUE " +
    "WEEKDAY WEEKNUM WORKDAY WORKDAY.INTL YEAR YEARFRAC ACCRINT ACCRINTM COUPDAYBS COUPDAYS COUPDAYSNC COUPNCD COUPNUM " +
    "COUPPCD DISC DURATION INTRATE MDURATION ODDFPRICE ODDFYIELD PRICE PRICEDISC PRICEMAT RECEIVED TBILLEQ TBILLPRICE " +
    "TBILLYIELD YIELD YIELDDISC YIELDMAT AMORLINC AMORDEGRC"
  ).split(" "),
);

function addressOf(content: WorkbookContent, { sheet, row, column }: CellPlace): string {
  return `${quotedSheet(content.sheets[sheet]?.name ?? "")}!${columnName(column)}${row + 1}`;
}
