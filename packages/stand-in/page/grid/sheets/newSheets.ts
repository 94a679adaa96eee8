import { ICommandService, type Univer } from "@univerjs/core";

/** Sheets that are added by the grid's own button get the size and the widths that sheets have in Excel, not the grid's. */
export function mendNewSheets(univer: Univer): void {
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id, params }) => {
      if (id !== "sheet.mutation.insert-sheet") return;
      const { sheet } = params as { sheet: Record<string, unknown> };
      for (const [name, [gridsOwn, excels]] of Object.entries(SIZES))
        if (sheet[name] === gridsOwn) sheet[name] = excels;
    });
}

const SIZES: Record<string, [gridsOwn: number, excels: number]> = {
  defaultColumnWidth: [88, 72],
  defaultRowHeight: [24, 20],
  rowCount: [1000, 2000],
  columnCount: [20, 100],
};
