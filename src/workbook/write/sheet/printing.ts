import type { OutputTable } from "../../../plan/report/outputTable";
import { asHeading } from "../../../plan/report/words/asHeading";
import { action, type Action } from "../../excel/actions";
import { placeOf } from "../../excel/excelErrors";

/** How a new sheet is printed: landscape, or upright where it is long and narrow, A4, one page wide, its headings on every page. What the user sets later stays. */
export function printActions(
  { fitsOnePage, isUpright }: Pick<OutputTable, "fitsOnePage" | "isUpright">,
  { sheet, scenario }: { sheet: string; scenario: string },
  headerRow: number,
): Action[] {
  if (isRefused) return [];
  return [
    action(({ workbook }) => {
      const layout = workbook.worksheets.getItem(sheet).pageLayout;
      layout.orientation = isUpright ? "Portrait" : "Landscape";
      layout.paperSize = "A4";
      layout.zoom = { horizontalFitToPages: 1, ...(fitsOnePage && { verticalFitToPages: 1 }) };
      if (!fitsOnePage) layout.setPrintTitleRows(`$${headerRow + 1}:$${headerRow + 1}`);
      const footer = layout.headersFooters.defaultForAllPages;
      footer.leftFooter = asText(asHeading(scenario));
      footer.centerFooter = "&A";
      footer.rightFooter = "Page &P of &N";
    }),
  ];
}

/** Excel refuses page settings where it has no printer: whether it is that, not the write itself, which can do without. */
export function isOfPrinting(error: unknown): boolean {
  return /^(PageLayout|HeaderFooter)/.test(placeOf(error));
}

/** Until the pane is opened anew sheets are written without them. */
export function doWithoutPrinting(): void {
  isRefused = true;
}

let isRefused = false;

/** An ampersand begins one of Excel's codes. */
function asText(text: string): string {
  return text.replaceAll("&", "&&");
}
