import type { Workbook } from "../../workbook/workbook";
import { findCells, nextFound, type FoundCell } from "./findCells";

interface FindBarHandlers {
  select(cell: FoundCell): void;
  /** The bar is closed: the cells get the keyboard back. */
  onClosed(): void;
}

/** The bar that Ctrl+F opens over the sheet: finds text in what cells show and in their formulas. */
export class FindBar {
  private readonly stop = new AbortController();
  private found: FoundCell[] = [];
  /** What `found` answers, so that it is looked for anew only when something else is wanted. */
  private foundFor = "";

  constructor(
    private readonly bar: HTMLFormElement,
    private readonly workbook: Workbook,
    private readonly handlers: FindBarHandlers,
  ) {
    const { signal } = this.stop;
    bar.addEventListener("submit", (event) => event.preventDefault(), { signal });
    bar.addEventListener("input", () => this.show(""), { signal });
    bar.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape") this.close();
        else if (event.key === "Enter" && event.target === this.field) this.go(event.shiftKey ? -1 : 1);
        else return;
        event.preventDefault();
      },
      { signal },
    );
    for (const button of bar.querySelectorAll<HTMLButtonElement>("button[data-find]")) {
      const what = button.dataset["find"];
      button.addEventListener(
        "click",
        () => (what === "close" ? this.close() : this.go(what === "previous" ? -1 : 1)),
        { signal },
      );
    }
    const forget = workbook.on(({ kind }) => {
      if (kind !== "selection") this.foundFor = "";
    });
    signal.addEventListener("abort", forget);
  }

  open(): void {
    this.bar.hidden = false;
    this.field.focus();
    this.field.select();
  }

  dispose(): void {
    this.stop.abort();
    this.bar.hidden = true;
  }

  private close(): void {
    this.bar.hidden = true;
    this.show("");
    this.handlers.onClosed();
  }

  private go(step: 1 | -1): void {
    const visible = this.workbook.sheets.filter((sheet) => sheet.visibility === "visible");
    const sheets = this.everywhere.checked ? visible : [this.workbook.activeSheet];
    const wanted = JSON.stringify([this.field.value, sheets.map(({ id }) => id)]);
    if (this.foundFor !== wanted) this.found = findCells(this.workbook, sheets, this.field.value);
    this.foundFor = wanted;
    const [area] = this.workbook.selection.areas;
    const from = { sheet: this.workbook.activeSheet.id, row: area?.row ?? 0, column: area?.column ?? 0 };
    const index = nextFound(
      this.found,
      sheets.map(({ id }) => id),
      from,
      step,
    );
    const cell = this.found[index];
    if (!cell) return this.show(this.field.value === "" ? "" : "Nothing found");
    this.handlers.select(cell);
    this.show(`${index + 1} of ${this.found.length}`);
    // The sheets may have been turned: the list stays good.
    this.foundFor = wanted;
  }

  private show(text: string): void {
    const output = this.bar.querySelector("output");
    if (output) output.textContent = text;
  }

  private get field(): HTMLInputElement {
    return this.bar.querySelector("input[type='search']") as HTMLInputElement;
  }

  private get everywhere(): HTMLInputElement {
    return this.bar.querySelector("input[type='checkbox']") as HTMLInputElement;
  }
}
