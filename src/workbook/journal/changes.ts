import type { ChangeKind } from "./changeKind";
import { areaReplaced, type AreaReplaced } from "./areaReplaced";
import { cellsReplaced, type CellsReplaced } from "./cellsReplaced";
import { chartBroken, type ChartBroken } from "./chartBroken";
import { formulaBroken, type FormulaBroken } from "./formulaBroken";
import { formulaReplaced, type FormulaReplaced } from "./formulaReplaced";
import { looksTaken, type LooksTaken } from "./looksTaken";
import { nameBroken, type NameBroken } from "./nameBroken";
import { nameReplaced, type NameReplaced } from "./nameReplaced";
import { nameRewritten, type NameRewritten } from "./nameRewritten";
import { settingReplaced, type SettingReplaced } from "./settingReplaced";
import { sheetAdded, type SheetAdded } from "./sheetAdded";
import { sheetInFront, type SheetInFront } from "./sheetInFront";
import { tableChanged, type TableChanged } from "./tableChanged";

/** One change of the workbook with what there was before. A new kind is a file of its own, and a line here and in `kinds`. */
export type Change =
  | SheetAdded
  | AreaReplaced
  | CellsReplaced
  | TableChanged
  | FormulaBroken
  | FormulaReplaced
  | NameBroken
  | ChartBroken
  | LooksTaken
  | NameReplaced
  | NameRewritten
  | SettingReplaced
  | SheetInFront;

const kinds: { [Kind in Change["kind"]]: ChangeKind<Extract<Change, { kind: Kind }>> } = {
  sheetAdded,
  areaReplaced,
  cellsReplaced,
  tableChanged,
  formulaBroken,
  formulaReplaced,
  nameBroken,
  chartBroken,
  looksTaken,
  nameReplaced,
  nameRewritten,
  settingReplaced,
  sheetInFront,
};

/** How to put it back. */
export function kindOf(change: Change): ChangeKind<Change> {
  return kinds[change.kind] as ChangeKind<Change>;
}

/** False for a kind that only a newer version of the add-in has. */
export function isKnown({ kind }: { kind: string }): boolean {
  return Object.keys(kinds).includes(kind);
}
