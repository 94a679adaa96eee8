import axe from "axe-core";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { ThemedPane } from "../../../src/taskpane/ThemedPane";
import type { PaneWorkbook } from "../../../src/taskpane/paneWorkbook";
import { turns } from "../../support/turns";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** What jsdom lacks and Fluent asks for; nothing here has a size, so nothing ever resizes. */
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

const unmounts: (() => void)[] = [];

/** The whole pane with the real Fluent in jsdom, settled: everything under way has come back. */
export async function renderPane(workbook: PaneWorkbook, locale = "en-GB"): Promise<void> {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  unmounts.push(() => act(() => root.unmount()));
  await act(async () => {
    root.render(
      <ThemedPane workbook={workbook} theme={{ officeColours: () => undefined }} version="1.2.3" locale={locale} />,
    );
    await settled();
  });
}

export function cleanUp(): void {
  unmounts.splice(0).forEach((unmount) => unmount());
  document.body.innerHTML = "";
}

/** Lets promises, lazy screens and the pane's timers run out. */
export async function settle(milliseconds = 30): Promise<void> {
  await act(() => settled(milliseconds));
}

function settled(milliseconds = 30): Promise<void> {
  return turns(milliseconds);
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.focus();
    element.click();
    await settled();
  });
}

export async function choose(select: HTMLElement, value: string): Promise<void> {
  await act(async () => {
    (select as HTMLSelectElement).value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await settled();
  });
}

/** Types into a field in place of what stands there. */
export async function type(field: HTMLElement, text: string): Promise<void> {
  await doing(() => {
    field.focus();
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    set?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Does something to the pane from outside, and lets it settle. */
export async function doing(work: () => void): Promise<void> {
  await act(async () => {
    work();
    await settled();
  });
}

export async function press(element: HTMLElement, key: string): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await settled();
  });
}

/** The one element of that role and accessible name; fails where there is none or more than one. */
export function the(role: string, name: string): HTMLElement {
  const found = all(role).filter((element) => nameOf(element) === name);
  if (found.length !== 1) {
    throw new Error(`${found.length} of role ${role} named '${name}'; there are: ${all(role).map(nameOf).join(" | ")}`);
  }
  return found[0]!;
}

export function has(role: string, name: string): boolean {
  return all(role).some((element) => nameOf(element) === name);
}

export function all(role: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[role=${role}], ${native[role] ?? "never"}`)];
}

/** What stands in the body of a table, row by row, without what only draws. */
export function rowsOf(table: HTMLElement): string[][] {
  return [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.querySelectorAll("th, td:not([aria-hidden])")].map((cell) => cell.textContent ?? ""),
  );
}

/** The text of the page as a reader meets it. */
export function text(): string {
  return (document.body.textContent ?? "").replace(/\s+/g, " ");
}

/** Every violation that axe finds on the page as it stands; colours need a real browser. */
export async function violations(): Promise<string[]> {
  const { violations } = await withStylesKept(() =>
    axe.run(document.body, {
      // What is in order need not be told apart, element by element.
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Axe asks for each element's style many times, and jsdom works it out from every rule each time; meanwhile nothing changes. */
async function withStylesKept<T>(work: () => Promise<T>): Promise<T> {
  const original = window.getComputedStyle;
  const kept = new Map<Element, CSSStyleDeclaration>();
  window.getComputedStyle = (element, part) => {
    if (part) return original.call(window, element, part);
    const style = kept.get(element) ?? original.call(window, element);
    kept.set(element, style);
    return style;
  };
  try {
    return await work();
  } finally {
    window.getComputedStyle = original;
  }
}

/** A tab holds its name a second time, unseen, so that it keeps its width when it becomes bold. */
function shownText(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.querySelectorAll("[class*=reserved-space]").forEach((unseen) => unseen.remove());
  return copy.textContent ?? "";
}

const native: Record<string, string> = {
  checkbox: "input[type=checkbox]",
  searchbox: "input[type=search]",
  button: "button",
  combobox: "select",
  table: "table",
  listitem: "li",
  row: "tr",
  grid: "never",
  radio: "input[type=radio]",
  spinbutton: "input[type=number]",
  textbox: "input[type=text], input:not([type])",
  heading: "h1, h2, h3",
  region: "section",
};

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute("aria-label");
  if (label) return label;
  const by = element.getAttribute("aria-labelledby");
  const byText = by
    ?.split(" ")
    .map((id) => shownText(document.getElementById(id)!))
    .join(" ");
  const own = element.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : undefined;
  return (byText || own || shownText(element)).replace(/\s+/g, " ").trim();
}
