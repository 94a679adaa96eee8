import { CommandType, ICommandService, IUndoRedoService, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import type { StyleContent } from "@workbooks/xlsx/content";
import type { Workbook } from "../../workbook/workbook";
import { endEditing, focusGrid } from "../grid/focus/gridFocus";
import { FormatActions } from "./formatActions";
import { choice, colourList, dropDown } from "./popovers";

/** Buttons that do something beyond formats, by their `data-does`. */
type OtherActions = Record<"sum" | "find", () => void>;

/** The row of buttons above the formula bar: shows the active cell's format and changes that of the selection. */
export class FormatBar {
  private readonly actions: FormatActions;
  private readonly stop = new AbortController();
  private readonly subscriptions: { dispose(): void }[] = [];
  private isRefreshDue = false;

  constructor(
    private readonly bar: HTMLElement,
    private readonly univer: Univer,
    private readonly api: FUniver,
    private readonly workbook: Workbook,
    private readonly others: OtherActions,
  ) {
    const injector = univer.__getInjector();
    const commands = injector.get(ICommandService);
    this.actions = new FormatActions(commands, workbook);
    this.fillLists();
    const { signal } = this.stop;
    for (const button of bar.querySelectorAll<HTMLButtonElement>("button[data-does]")) {
      // The cells keep the keyboard while the mouse is at the buttons.
      button.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
      button.addEventListener("click", () => this.does(button.dataset["does"] ?? ""), { signal });
    }
    for (const select of bar.querySelectorAll("select")) this.watchSelect(select);
    this.subscriptions.push(
      commands.onCommandExecuted(({ type, id }) => {
        if (type === CommandType.MUTATION || id === "sheet.operation.set-selections" || id.includes("zoom"))
          this.refreshSoon();
      }),
    );
    const undo = injector.get(IUndoRedoService).undoRedoStatus$.subscribe(({ undos, redos }) => {
      this.button("undo").disabled = undos === 0;
      this.button("redo").disabled = redos === 0;
    });
    this.subscriptions.push({ dispose: () => undo.unsubscribe() });
    this.refreshSoon();
  }

  dispose(): void {
    this.stop.abort();
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const list of this.bar.querySelectorAll(".dropDown")) list.remove();
  }

  private does(what: string): void {
    const { actions } = this;
    const { bold, italic, underline, wrap, horizontal } = actions.current;
    const align = (side: StyleContent["horizontal"]) =>
      actions.set({ horizontal: horizontal === side ? "general" : side });
    const known: Record<string, () => unknown> = {
      undo: () => actions.undo(),
      redo: () => actions.redo(),
      bold: () => actions.set({ bold: !bold }),
      italic: () => actions.set({ italic: !italic }),
      underline: () => actions.set({ underline: !underline }),
      wrap: () => actions.set({ wrap: !wrap }),
      left: () => align("left"),
      center: () => align("center"),
      right: () => align("right"),
      merge: () => actions.merge(),
      percent: () => actions.set({ numberFormat: "0%" }),
      thousands: () => actions.set({ numberFormat: "#,##0.00" }),
      moreDecimals: () => actions.changeDecimals(1),
      fewerDecimals: () => actions.changeDecimals(-1),
      gridlines: () => actions.toggleGridlines(),
      ...this.others,
    };
    this.carryOut(known[what]);
  }

  /** As in Excel: what is being typed is entered first, and afterwards the cells have the keyboard again. */
  private carryOut(action: (() => unknown) | undefined, keepsFocus = false): void {
    void endEditing(this.api).then((isEnded) => {
      if (!isEnded) return;
      if (!keepsFocus) focusGrid(this.univer);
      action?.();
    });
  }

  private fillLists(): void {
    const { actions } = this;
    colourList(this.button("fill"), "Fill colour", "No fill", (fillColor) =>
      this.carryOut(() => actions.set({ fillColor })),
    );
    colourList(this.button("font"), "Font colour", "Automatic", (fontColor) =>
      this.carryOut(() => actions.set({ fontColor })),
    );
    const borders = dropDown(this.button("borders"), "Borders");
    for (const [type, text] of BORDERS)
      borders.append(choice(text, () => this.carryOut(() => actions.border(type)), borders));
  }

  private watchSelect(select: HTMLSelectElement): void {
    const { signal } = this.stop;
    let isByMouse = false;
    select.addEventListener("pointerdown", () => (isByMouse = true), { signal });
    select.addEventListener("keydown", () => (isByMouse = false), { signal });
    const apply: Record<string, (value: string) => unknown> = {
      fontName: (fontName) => this.actions.set({ fontName }),
      fontSize: (size) => this.actions.set({ fontSize: Number(size) }),
      numberFormat: (numberFormat) => this.actions.set({ numberFormat }),
      zoom: (zoom) => this.actions.zoom(Number(zoom) / 100),
    };
    select.addEventListener(
      "change",
      // By the keyboard each press of an arrow is a change; there the list keeps the focus until Esc.
      () => this.carryOut(() => apply[select.dataset["sets"] ?? ""]?.(select.value), !isByMouse),
      { signal },
    );
  }

  private refreshSoon(): void {
    if (this.isRefreshDue) return;
    this.isRefreshDue = true;
    requestAnimationFrame(() => {
      this.isRefreshDue = false;
      if (!this.stop.signal.aborted) this.refresh();
    });
  }

  private refresh(): void {
    const style = this.actions.current;
    const pressed = {
      bold: style.bold,
      italic: style.italic,
      underline: style.underline,
      wrap: style.wrap,
      left: style.horizontal === "left",
      center: style.horizontal === "center",
      right: style.horizontal === "right",
      merge: this.actions.isMerged,
      gridlines: this.workbook.activeSheet.showGridlines,
    };
    for (const [name, isPressed] of Object.entries(pressed))
      this.button(name).setAttribute("aria-pressed", String(isPressed));
    this.show("fontName", style.fontName);
    this.show("fontSize", String(style.fontSize));
    this.show("numberFormat", style.numberFormat);
    const zoom = Math.round((this.api.getActiveWorkbook()?.getActiveSheet().getZoom() ?? 1) * 100);
    this.show("zoom", String(zoom), `${zoom}%`);
  }

  /** Chooses a value of a list; one that it does not have becomes an entry as long as it is shown. */
  private show(sets: string, value: string, text = value): void {
    const select = this.bar.querySelector<HTMLSelectElement>(`select[data-sets="${sets}"]`);
    if (!select || select.value === value) return;
    select.querySelector("option[data-own]")?.remove();
    if (![...select.options].some((option) => option.value === value)) {
      const own = new Option(text, value);
      own.dataset["own"] = "";
      select.prepend(own);
    }
    select.value = value;
  }

  private button(name: string): HTMLButtonElement {
    return this.bar.querySelector(`[data-does="${name}"], [data-drops="${name}"]`) as HTMLButtonElement;
  }
}

const BORDERS = [
  ["none", "No border"],
  ["all", "All borders"],
  ["outside", "Outside borders"],
  ["top", "Top border"],
  ["bottom", "Bottom border"],
] as const;
