import type { Page } from "playwright-core";
import { cellValue } from "./openPreview";

/** What the page shows of the sheet in front, for tests; addresses have one letter. */

/** "Read me!A1:B2" */
export function selection(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { selection: selected, activeSheet } = (window as unknown as Handle).preview.standIn.workbook;
    const [area] = selected.areas;
    if (!area) return "";
    const cell = (row: number, column: number) => `${String.fromCharCode(65 + column)}${row + 1}`;
    const end = cell(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
    return `${activeSheet.name}!${cell(area.row, area.column)}:${end}`;
  });
}

export async function valueAt(page: Page, address: string): Promise<unknown> {
  const sheet = await page.evaluate(() => (window as unknown as Handle).preview.standIn.workbook.activeSheet.name);
  const [row, column] = place(address);
  return cellValue(page, sheet, row, column);
}

export function formulaAt(page: Page, address: string): Promise<string | null> {
  return page.evaluate(
    ([row, column]) => (window as unknown as Handle).preview.standIn.workbook.activeSheet.formula(row, column),
    place(address),
  );
}

export function styleAt(page: Page, address: string): Promise<Record<string, unknown>> {
  return page.evaluate(
    ([row, column]) => (window as unknown as Handle).preview.standIn.workbook.activeSheet.style(row, column),
    place(address),
  );
}

/** Waits until a cell holds a value. */
export function holds(page: Page, address: string, expected: unknown): Promise<void> {
  return becomes(() => valueAt(page, address), expected);
}

/** Whether the cells have the keyboard, and none is being edited. */
export function isGridReady(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const isEditing = (window as unknown as Handle).preview.api.getActiveWorkbook().isCellEditing();
    return !isEditing && (document.activeElement as HTMLElement | null)?.dataset["uComp"] === "editor";
  });
}

/** Waits until something is as it should be: long, as a machine may be busy with other things. */
export async function becomes(read: () => Promise<unknown>, expected: unknown): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    try {
      expect(await read()).toEqual(expected);
      return;
    } catch {
      await new Promise((later) => setTimeout(later, 50));
    }
  }
  expect(await read()).toEqual(expected);
}

function place(address: string): [row: number, column: number] {
  return [Number(address.slice(1)) - 1, address.charCodeAt(0) - 65];
}

interface Handle {
  preview: {
    api: { getActiveWorkbook(): { isCellEditing(): boolean } };
    standIn: {
      workbook: {
        activeSheet: {
          name: string;
          formula(row: number, column: number): string | null;
          style(row: number, column: number): Record<string, unknown>;
        };
        selection: { areas: { row: number; column: number; rowCount: number; columnCount: number }[] };
      };
    };
  };
}
