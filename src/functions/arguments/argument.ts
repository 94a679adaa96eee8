import { areaAddress, readArea } from "../../cells/address";

/** What a function was given for a parameter: the parameter's name, and which cells these are where Excel says so. */
export interface Argument {
  name: string;
  /** "Levers!C5:C9"; none where a number or a calculation is given. */
  address?: string | null;
}

/** "rate", or "rate (Levers!C5)" where the argument is a cell. */
export function argumentText(argument: Argument): string {
  return argument.name + addressText(argument, 0, 0);
}

/** A cell within an argument, counted from zero, as a message names it: "rate: row 2, column 1 (Levers!C6)". */
export function placeText(argument: Argument, row: number, column: number): string {
  return `${argument.name}: row ${row + 1}, column ${column + 1}${addressText(argument, row, column)}`;
}

/** Where the arguments of a call stand, by what Excel itself adds after the last of them; null for one that is no cells. */
export function addressesOf(added: unknown): (string | null)[] {
  const says = typeof added === "object" && added !== null && "parameterAddresses" in added;
  return says && Array.isArray(added.parameterAddresses) ? (added.parameterAddresses as (string | null)[]) : [];
}

function addressText({ address }: Argument, row: number, column: number): string {
  const area = address ? readArea(address, "") : null;
  if (!area) return "";
  const cell = { ...area, row: area.row + row, column: area.column + column, rowCount: 1, columnCount: 1 };
  return ` (${areaAddress(cell)})`;
}
