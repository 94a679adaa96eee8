import { LifecycleService, LifecycleStages, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import type { AreaContent, WorkbookContent } from "@workbooks/xlsx/content";
import type { StandIn } from "../standIn";
import { openStandIn } from "../openStandIn";
import type { BuiltAddin } from "../manifest";
import { bounding } from "../workbook/address";
import { generalException } from "../workbook/excelError";
import { wholeSheet } from "../workbook/sheet";
import { openAddinFrame, type AddinFrame } from "./addin/addinFrame";
import { watchCellMessage } from "./cellMessage";
import { ChartLayer } from "./charts/chartLayer";
import { chartActions } from "./charts/chartActions";
import { chartLooks } from "./charts/chartLook";
import { workbookCells } from "./charts/workbookCells";
import { FindBar } from "./find/findBar";
import { FormatBar } from "./format/formatBar";
import { contrastGrid } from "./grid/contrastGrid";
import { createGrid } from "./grid/createGrid";
import { addExcelKeys } from "./keys/excelKeys";
import { fitRows } from "./grid/fitRows";
import { keepFormulaBarFocus } from "./grid/focus/formulaBarFocus";
import { endEditing, focusGrid } from "./grid/focus/gridFocus";
import { selectCells } from "./grid/focus/gridSelection";
import { keepNames } from "./grid/keepNames";
import { keyActions } from "./keys/keyActions";
import { takePastes } from "./paste/takePastes";
import { nameControls } from "./grid/nameControls";
import { mendNewSheets } from "./grid/sheets/newSheets";
import { refuseFormulas } from "./grid/typing/refuseFormulas";
import { refuseProtected } from "./grid/typing/refuseProtected";
import { watchSheetTabs } from "./grid/sheets/sheetTabs";
import { watchSelectionSums } from "./grid/selectionSums";
import { showTables } from "./grid/tables/showTables";
import { mendTypedEntries } from "./grid/typing/typedEntry";
import { watchEdits } from "./grid/watchEdits";
import type { Theme } from "./previewSettings";
import { openInNewTab } from "./file/secondWorkbook";

interface PreviewElements {
  grid: HTMLElement;
  charts: HTMLElement;
  cellMessage: HTMLElement;
  formatBar: HTMLElement;
  findBar: HTMLFormElement;
  pane: HTMLElement;
}

interface PreviewOptions {
  blanks: "desktop" | "web";
  theme: Theme;
  withoutAddin: boolean;
  syncDelay: number;
  /** The file as it was opened, for an add-in that asks for it. */
  package: Uint8Array;
  /** Null where it is not built. */
  addin: BuiltAddin | null;
  /** Whether the task pane is shown, and how the add-in shows or hides it. */
  paneVisibility: { isVisible(): boolean; setVisible(visible: boolean): void };
  onProblem(message: string): void;
  /** What the user did is not possible here, in a sentence. */
  onRefused(sentence: string): void;
  /** What was typed is no formula and was not taken; null once all is well. `isLow`: its cell is in the lower half. */
  onWrongFormula(sentence: string | null, isLow: boolean): void;
  /** The workbook has changed since it was opened or saved. */
  onEdited(): void;
  /** The keyboard leaves the pane for the part of the page after or before it. */
  onLeavesPane(step: 1 | -1): void;
  /** The add-in's frame, before it has loaded. */
  onPane(pane: HTMLIFrameElement): void;
}

/** How long a save waits for functions that have not answered, in milliseconds. */
const PATIENCE = 10_000;

/** One workbook open in the preview: its grid, its charts and, beside them, the add-in. */
export class Preview {
  private frame: AddinFrame | null = null;
  private readonly charts: ChartLayer;
  private readonly formatBar: FormatBar;
  private readonly findBar: FindBar;
  private readonly contrast: { set(isOn: boolean): void; dispose(): void };
  private readonly stops: (() => void)[];
  private isDrawingDue = false;
  private isClosed = false;
  /** Where the sheet that is shown has changed since it was drawn. */
  private changed: AreaContent = wholeSheet;

  private constructor(
    readonly standIn: StandIn,
    private readonly univer: Univer,
    private readonly api: FUniver,
    private readonly elements: PreviewElements,
    private readonly options: PreviewOptions,
  ) {
    this.charts = new ChartLayer(
      elements.charts,
      elements.grid,
      api,
      workbookCells(standIn.workbook),
      chartActions(standIn.workbook, () => this.focusCells()),
      chartLooks[options.theme],
    );
    showTables(univer, standIn.workbook);
    this.contrast = contrastGrid(univer, api);
    this.contrast.set(options.theme === "contrast");
    takePastes(univer, standIn.workbook);
    mendNewSheets(univer);
    keepNames(univer, standIn.workbook, (sentence) => options.onRefused(sentence));
    refuseProtected(univer, api, standIn.workbook, (sentence) => options.onRefused(sentence));
    mendTypedEntries(univer, api, standIn.workbook);
    refuseFormulas(
      api,
      (name) => standIn.workbook.calculation.known.needsArguments(name),
      (sentence) => options.onWrongFormula(sentence, this.isLow(standIn.workbook.selection.areas[0]?.row ?? 0)),
    );
    const actions = keyActions(univer, standIn);
    addExcelKeys(univer, api, standIn.workbook, actions);
    this.formatBar = new FormatBar(elements.formatBar, univer, api, standIn.workbook, {
      sum: () => actions.sum(),
      find: () => this.find(),
    });
    this.findBar = new FindBar(elements.findBar, standIn.workbook, {
      select: ({ sheet, row, column }) => {
        standIn.workbook.activate(standIn.workbook.sheet(sheet));
        selectCells(univer, sheet, { row, column });
      },
      onClosed: () => this.focusCells(),
    });
    this.stops = [
      watchCellMessage(standIn, elements.cellMessage, (row) => this.isLow(row)),
      watchSelectionSums(standIn, elements.grid),
      watchEdits(univer, standIn.workbook, () => options.onEdited()),
      nameControls(elements.grid),
      keepFormulaBarFocus(univer, elements.grid),
      watchSheetTabs(univer, elements.grid),
    ];
    standIn.workbook.on((event) => {
      if (event.kind === "selection") return;
      const isOwnCells = event.kind === "cells" && event.sheet === standIn.workbook.activeSheet.id;
      if (isOwnCells) this.changed = this.isDrawingDue ? bounding(this.changed, event.area) : event.area;
      else if (event.kind === "sheetActivated") this.changed = wholeSheet;
      this.drawSoon();
    });
    // As in Excel: while a cell is being edited, the add-in has to wait.
    api.addEvent(api.Event.SheetEditStarted, () => void (standIn.play.cellEditing = true));
    api.addEvent(api.Event.SheetEditEnded, () => void (standIn.play.cellEditing = false));
    this.drawSoon();
  }

  static async open(content: WorkbookContent, elements: PreviewElements, options: PreviewOptions): Promise<Preview> {
    const container = document.createElement("div");
    container.style.height = "100%";
    elements.grid.replaceChildren(container);
    const { univer, api }: { univer: Univer; api: FUniver } = createGrid(container, options.theme !== "light");
    const { addin } = options;
    const standIn = await openStandIn(content, addin?.functions ?? null, {
      univer,
      ...(addin ? { addIn: { id: addin.manifest.id, version: addin.manifest.version } } : {}),
      blanks: options.blanks,
      pane: options.paneVisibility,
      onInternalError: (error) => error !== null && console.error(error),
      package: options.package,
      onOpenWorkbook: (base64) => {
        try {
          openInNewTab(base64);
        } catch (error) {
          options.onProblem(error instanceof Error ? error.message : String(error));
          throw generalException();
        }
      },
      play: { withoutAddin: options.withoutAddin, syncDelay: options.syncDelay },
    });
    // Until the grid is drawn, the parts of Univer that tell of a calculation's end do not listen yet.
    standIn.workbook.calculation.suspended = true;
    await univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
    standIn.workbook.calculation.resume();
    const preview = new Preview(standIn, univer, api, elements, options);
    preview.openAddin();
    preview.focusCells();
    return preview;
  }

  /** Calls the add-in's function behind a ribbon button; resolves when it is done. */
  async pressButton(functionName: string, controlId: string): Promise<void> {
    if (!this.frame) throw new Error("This colleague has no add-in, so the button does nothing.");
    await this.frame.invokeCommand(functionName, controlId);
  }

  /** Opens the bar that finds text. */
  find(): void {
    this.findBar.open();
  }

  /** Gives the keyboard to the cells. */
  focusCells(): void {
    focusGrid(this.univer);
  }

  /** Enters what is being typed. False where it is no formula, so that it is still being typed. */
  endEditing(): Promise<boolean> {
    return endEditing(this.api);
  }

  /** Waits until the functions of the add-in have answered, but not for ever. */
  async settled(): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    await Promise.race([this.standIn.recalculate(false), patience]);
  }

  setTheme(theme: Theme): void {
    this.api.toggleDarkMode(theme !== "light");
    this.contrast.set(theme === "contrast");
    this.frame?.setContrast(theme === "contrast");
    this.charts.setLook(chartLooks[theme]);
    this.drawSoon();
  }

  close(): void {
    this.isClosed = true;
    this.frame?.close();
    for (const stop of this.stops) stop();
    this.contrast.dispose();
    this.formatBar.dispose();
    this.findBar.dispose();
    this.charts.dispose();
    this.standIn.close();
  }

  private openAddin(): void {
    if (this.options.addin === null || this.options.withoutAddin) {
      const sentence = document.createElement("p");
      sentence.className = "absent";
      sentence.textContent =
        this.options.addin === null
          ? "The add-in is not built: run `npm run build`, then load this page again."
          : "This is what a colleague without the add-in sees: the workbook, no pane, and no functions of it.";
      this.elements.pane.replaceChildren(sentence);
      return;
    }
    this.frame = openAddinFrame(this.elements.pane, this.options.addin.manifest, this.standIn, {
      onProblem: this.options.onProblem,
      onHostAction: (action) => {
        if (action === "escape" || action === "editCell") this.focusCells();
        else if (action === "tabOutBackwards" || action === "previousRegion") this.options.onLeavesPane(-1);
        else if (action === "tabOut" || action === "nextRegion") this.options.onLeavesPane(1);
      },
    });
    this.frame.setContrast(this.options.theme === "contrast");
    this.options.onPane(this.frame.element);
  }

  private isLow(row: number): boolean {
    const shown = this.api.getActiveWorkbook()?.getActiveSheet().getVisibleRange();
    return shown ? row > (shown.startRow + shown.endRow) / 2 : false;
  }

  /** Once the grid has drawn what changed: the rows' heights, then the charts over it. */
  private drawSoon(): void {
    if (this.isDrawingDue) return;
    this.isDrawingDue = true;
    requestAnimationFrame(() => {
      this.isDrawingDue = false;
      if (this.isClosed) return;
      fitRows(this.univer, this.standIn.workbook.activeSheet, this.changed);
      this.charts.show(this.standIn.workbook.activeSheet.charts);
    });
  }
}
