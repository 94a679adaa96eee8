import { shownNumber } from "../../calculation/shownNumber";
import type { StandIn } from "../../standIn";
import { intersection } from "../../workbook/address";
import type { Workbook } from "../../workbook/workbook";

/** What the status bar says of one kind of sum; a click copies the number. */
interface SelectionSum {
  name: "Average" | "Count" | "Min" | "Max" | "Sum";
  value: number;
  text: string;
}

/**
 * Shows what the selected cells come to, on one line beside the sheet tabs, as Excel's status bar does; the grid's own sums
 * take two lines and turn large numbers into powers of ten. Answers the way to stop.
 */
export function watchSelectionSums(standIn: StandIn, grid: HTMLElement): () => void {
  const line = document.createElement("div");
  line.className = "selectionSums";
  line.role = "group";
  line.ariaLabel = "The selected cells";
  grid.querySelector("footer > section")?.append(line);
  let due = 0;
  const show = (): void => {
    due = 0;
    line.replaceChildren(...selectionSums(standIn.workbook).map(sumElement));
  };
  const stop = standIn.onChange(({ kind }) => {
    if (kind === "selection" || kind === "cells" || kind === "activeSheet") due ||= window.setTimeout(show, SOON);
  });
  show();
  return () => {
    stop();
    window.clearTimeout(due);
    line.remove();
  };
}

/** Nothing for one cell alone; only the count where nothing is a number. Numbers are shown as the active cell shows its own. */
export function selectionSums({ selection, activeSheet: sheet }: Workbook): SelectionSum[] {
  const [first] = selection.areas;
  if (!first || selection.sheet !== sheet.id) return [];
  let [count, sum] = [0, 0];
  const numbers: number[] = [];
  const used = sheet.usedArea(true);
  for (const selected of selection.areas) {
    const area = used && intersection(selected, used);
    if (!area) continue;
    for (let row = area.row; row < area.row + area.rowCount; row++)
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        const value = sheet.value(row, column);
        if (value === null) continue;
        count++;
        if (typeof value !== "number") continue;
        numbers.push(value);
        sum += value;
      }
  }
  if (count < 2) return [];
  const { numberFormat } = sheet.style(first.row, first.column);
  const of = (name: SelectionSum["name"], value: number): SelectionSum => ({
    name,
    value,
    text: `${name}: ${name === "Count" ? String(value) : shownNumber(value, numberFormat)}`,
  });
  if (numbers.length === 0) return [of("Count", count)];
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) {
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  return [of("Average", sum / numbers.length), of("Count", count), of("Min", least), of("Max", most), of("Sum", sum)];
}

function sumElement({ name, value, text }: SelectionSum): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.dataset["sum"] = name;
  element.textContent = text;
  element.title = `Copy ${value}`;
  element.tabIndex = -1;
  element.addEventListener("click", () => void navigator.clipboard.writeText(String(value)));
  return element;
}

/** Milliseconds after which a change shows: a selection that is dragged is summed a few times a second. */
const SOON = 100;
