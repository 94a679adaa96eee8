import { cellSituations } from "./cellSituations";
import { protectionSituations } from "./protectionSituations";
import { sheetSituations } from "./sheetSituations";
import type { Situation } from "./situation";

/** The sheet "Data" holds a table "Costs" (A1:B3), the workbook the names Rate and Total, a chart "Bars", sheets Hidden and Secret. */
export const situations: Situation[] = [...sheetSituations, ...cellSituations, ...protectionSituations];
