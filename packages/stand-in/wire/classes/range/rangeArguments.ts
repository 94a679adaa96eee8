import { invalidArgument } from "../../../workbook/excelError";
import type { Sheet } from "../../../workbook/sheet";
import type { Workbook } from "../../../workbook/workbook";
import { asText } from "../../arguments";
import { isObjectOf, targetOf } from "../../registry";
import { isWireObject } from "../../table";
import type { AreasTarget, RangeTarget } from "../../targets";

/** The range that an argument means: a Range, or the text of an address, a name or a table. @throws InvalidArgument */
export function rangeArgument(value: unknown, workbook: Workbook, sheet: Sheet): RangeTarget {
  if (isWireObject(value)) return targetOf(value, "Range");
  if (typeof value !== "string") throw invalidArgument();
  const found = workbook.resolve(value, sheet);
  if (!found) throw invalidArgument();
  return found;
}

/** The areas that an argument means: a Range, a RangeAreas, or addresses and names with commas between. @throws InvalidArgument */
export function areasArgument(value: unknown, workbook: Workbook, sheet: Sheet): AreasTarget {
  if (isWireObject(value)) {
    if (isObjectOf(value, "RangeAreas")) return targetOf(value, "RangeAreas");
    const target = rangeArgument(value, workbook, sheet);
    return { sheet: target.sheet, areas: [target.area] };
  }
  const parts = splitAddresses(asText(value)).map((address) => rangeArgument(address, workbook, sheet));
  const on = parts[0]?.sheet;
  if (!on || parts.some((part) => part.sheet !== on)) throw invalidArgument();
  return { sheet: on, areas: parts.map((part) => part.area) };
}

/** "A1, 'P&L, 2026'!B2" in its addresses: a comma inside a sheet's name parts nothing. */
function splitAddresses(text: string): string[] {
  return (text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((address) => address.trim());
}
