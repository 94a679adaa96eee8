import type { ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import type { OpenAddin } from "@workbooks/stand-in/addin";
import type { StandIn, StandInOptions } from "@workbooks/stand-in/standIn";
import { cellAt, placeKey } from "./cellMaps";
import type { DependentCell, Dependents } from "./dependents";
import type { Place } from "./formulaReads";
import { frozenExcept } from "./frozen";

/** Opens a frozen workbook with the add-in beside it. */
export type OpenFrozen = (content: WorkbookContent, options?: StandInOptions) => Promise<OpenAddin>;

/**
 * The cells that `find` answers once `dependents` knows what each of them reads. Of formulas whose words do not say it the
 * stand-in is asked, with the file's own values in all cells: where OFFSET and INDIRECT lead, and what INDEX picks. That is
 * exact: had one of these values to change first, the formula would depend on it anyway. `failing` is told of the formulas
 * that come to an error with the values with which the file has none.
 */
export async function knowingReads(
  find: () => DependentCell[],
  dependents: Dependents,
  content: WorkbookContent,
  open: OpenFrozen,
  failing: Set<string>,
): Promise<DependentCell[]> {
  for (;;) {
    const cells = find();
    const unclear = dependents.unclear(cells);
    if (unclear.length === 0) return cells;
    const addin = await open(frozenExcept(content, unclear, new Set(), dependents.reader), { keepsFileValues: true });
    try {
      const { workbook } = addin.standIn;
      for (const { sheet, row, column } of unclear)
        workbook.calculation.markDirty(workbook.sheets[sheet]?.id ?? "", row, column);
      await addin.standIn.recalculate();
      dependents.becomeClear(
        new Map(
          unclear.map((cell) => {
            const found = readsOf(addin.standIn, cell);
            if (found?.isError && isValue(cellAt(content, cell)?.value)) failing.add(placeKey(cell));
            return [placeKey(cell), found?.areas ?? null];
          }),
        ),
      );
    } finally {
      addin.close();
    }
  }
}

function readsOf(
  { workbook }: StandIn,
  { sheet, row, column }: DependentCell,
): { areas: Place[]; isError: boolean } | null {
  const ids = workbook.sheets.map(({ id }) => id);
  const found = workbook.calculation.reads(ids[sheet] ?? "", row, column);
  return found && { ...found, areas: found.areas.map((area) => ({ ...area, sheet: ids.indexOf(area.sheet) })) };
}

function isValue(value: ValueContent | undefined): boolean {
  return value !== null && typeof value !== "object" && value !== undefined;
}
