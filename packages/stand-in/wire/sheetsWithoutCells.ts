import type { Difficulties } from "../difficulties";
import { unsupportedSheet } from "../workbook/excelError";
import type { Sheet } from "../workbook/sheet";
import type { Workbook } from "../workbook/workbook";

type Played = Pick<Difficulties, "withoutCells">;

/** What such a sheet does not refuse. */
const allowed = ["activate", "delete"];

/** @throws UnsupportedSheet for whatever leads to cells, tables, charts or names of such a sheet */
export function refuseWithoutCells(play: Played, className: string, member: string, target: unknown): void {
  if (className !== "Worksheet" || play.withoutCells.length === 0 || allowed.includes(member)) return;
  if (isWithoutCells(play, target as Sheet)) throw unsupportedSheet();
}

/** @throws UnsupportedSheet where such a sheet is in front (OfficeDev/office-js#2444) */
export function refuseInFront(play: Played, { activeSheet }: Workbook): void {
  if (isWithoutCells(play, activeSheet)) throw unsupportedSheet();
}

export function isListed({ withoutCells }: Played, { name }: Sheet): boolean {
  return withoutCells.every((played) => played.isListed || played.name !== name);
}

function isWithoutCells({ withoutCells }: Played, { name }: Sheet): boolean {
  return withoutCells.some((played) => played.name === name);
}
