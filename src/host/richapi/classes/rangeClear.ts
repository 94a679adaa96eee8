import { assertArraysWhole } from "../../workbook/cells/arrayFormulas";
import { apiNotFound } from "../../workbook/excelError";
import { oneOf, type Context } from "../table";
import { assertWritable, type AreasTarget } from "./rangeValues";

const kinds = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;

/** `clear(applyTo)` of a Range or a RangeAreas. @throws AccessDenied on a protected sheet */
export function clearAreas({ sheet, areas }: AreasTarget, [applyTo]: unknown[], { workbook }: Context): void {
  assertWritable(sheet);
  const what = oneOf(applyTo ?? "All", kinds);
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") throw apiNotFound(`Range.clear("${what}")`);
  if (what !== "Formats") assertArraysWhole(workbook, sheet, areas);
  for (const area of areas) sheet.clear(area, what === "All" ? "all" : what === "Formats" ? "formats" : "contents");
}
