import type { ICommandService } from "@univerjs/core";
import type { StyleContent } from "@workbooks/xlsx/content";
import { bookId, type UniverStyle } from "../../calculation/calculation";
import { toUniverStyle } from "../../calculation/univerStyle";
import type { Workbook } from "../../workbook/workbook";

/** What the buttons of the format bar do to the selected cells, each one step to undo. */
export class FormatActions {
  constructor(
    private readonly commands: ICommandService,
    private readonly workbook: Workbook,
  ) {}

  /** The format of the active cell. */
  get current(): StyleContent {
    const [area] = this.workbook.selection.areas;
    return this.workbook.activeSheet.style(area?.row ?? 0, area?.column ?? 0);
  }

  get isMerged(): boolean {
    const [area] = this.workbook.selection.areas;
    return this.workbook.activeSheet.merges.some(({ row, column }) => row === area?.row && column === area.column);
  }

  set(style: Partial<StyleContent>): Promise<boolean> {
    const [type, value] = Object.entries(toUniverStyle(style) as UniverStyle)[0] ?? [];
    return this.run("sheet.command.set-style", { style: { type, value } });
  }

  changeDecimals(step: 1 | -1): Promise<boolean> {
    return this.run(`sheet.command.numfmt.${step > 0 ? "add" : "subtract"}.decimal.command`);
  }

  border(type: "none" | "all" | "outside" | "top" | "bottom"): Promise<boolean> {
    return this.run("sheet.command.set-border-basic", { value: { type, style: THIN, color: "#000000" } });
  }

  merge(): Promise<boolean> {
    return this.run(this.isMerged ? "sheet.command.remove-worksheet-merge" : "sheet.command.add-worksheet-merge-all");
  }

  toggleGridlines(): Promise<boolean> {
    return this.run("sheet.command.toggle-gridlines");
  }

  zoom(zoomRatio: number): Promise<boolean> {
    return this.run("sheet.command.set-zoom-ratio", { subUnitId: this.workbook.activeSheet.id, zoomRatio });
  }

  undo(): Promise<boolean> {
    return this.commands.executeCommand("univer.command.undo");
  }

  redo(): Promise<boolean> {
    return this.commands.executeCommand("univer.command.redo");
  }

  private run(id: string, params: object = {}): Promise<boolean> {
    return this.commands.executeCommand(id, { unitId: bookId, subUnitId: this.workbook.activeSheet.id, ...params });
  }
}

const THIN = 1;
