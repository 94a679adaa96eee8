import type { ChangeKind } from "./kinds/changeKind";
import { areaReplaced, type AreaReplaced } from "./kinds/areaReplaced";
import { cellsReplaced, type CellsReplaced } from "./kinds/cellsReplaced";
import { chartBroken, type ChartBroken } from "./kinds/chartBroken";
import { formulaBroken, type FormulaBroken } from "./kinds/formulaBroken";
import { formulaReplaced, type FormulaReplaced } from "./kinds/formulaReplaced";
import { looksTaken, type LooksTaken } from "./kinds/looksTaken";
import { nameBroken, type NameBroken } from "./kinds/nameBroken";
import { nameReplaced, type NameReplaced } from "./kinds/nameReplaced";
import { nameRewritten, type NameRewritten } from "./kinds/nameRewritten";
import { settingReplaced, type SettingReplaced } from "./kinds/settingReplaced";
import { sheetAdded, type SheetAdded } from "./kinds/sheetAdded";
import { sheetInFront, type SheetInFront } from "./kinds/sheetInFront";
import { tableChanged, type TableChanged } from "./kinds/tableChanged";

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
