import { areasMeet, type SheetArea } from "../../src/cells/area";
import type { Layout } from "./layout";
import { rowsOfLever } from "./sketch/renderSketch";

/** What is true and stands nowhere on the sheets, so that no reader could know it; a generator that is right gives none. */
export function unsaid(layout: Layout): string[] {
  const { plan, sheets, sketch, places } = layout;
  const texts = sheets.flatMap(({ sheet, values }) => [sheet, ...values.flat().map(String)]);
  const everywhere = sheets.flatMap(({ values }) => values.flat().flatMap(numbersIn));
  const missing: string[] = [];
  const names = [
    ...plan.levers.flatMap(({ name, group }) => [name, group]),
    ...(plan.categories ?? []).map(({ name }) => name),
  ];
  for (const name of new Set(names)) if (!texts.some((text) => inOneLine(text).includes(name))) missing.push(name);
  for (const one of plan.categories ?? []) if (!isSaid(one.base, everywhere)) missing.push(`${one.name}: ${one.base}`);
  for (const amount of plan.funding ?? []) if (!isSaid(amount, everywhere)) missing.push(`funding: ${amount}`);
  for (const amount of plan.target ?? []) if (!isSaid(amount, everywhere)) missing.push(`target: ${amount}`);
  for (const lever of plan.levers) {
    const rows = rowsOfLever(sketch, places, lever);
    const numbers = sheets.flatMap((sheet) => rowNumbers(sheet, rows));
    const { effect, investment, runningCost, status } = lever;
    for (const amount of [...effect.byYear, effect.fullYear, investment, runningCost])
      if (!isSaid(amount, numbers)) missing.push(`${lever.name}: ${amount}`);
    if (status !== "" && !texts.includes(status)) missing.push(`${lever.name}: ${status}`);
  }
  return missing;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "string") return [];
  const range = /^£?([\d.]+)m?\s*(?:–|-|to)\s*£?([\d.]+)m?$/.exec(value);
  const text = /^(?:c\. |>)?[\s£]*(-?[\d.]+)m?\s*(?:\+|\(est\.\))?$/.exec(value);
  return (range ?? text)?.slice(1).map(Number) ?? [];
}

function rowNumbers(sheet: Layout["sheets"][number], rows: SheetArea[]): number[] {
  return sheet.values.flatMap((values, index) => {
    const row = { row: sheet.row + index, column: 0, rowCount: 1, columnCount: 1000 };
    return rows.some((one) => one.sheet === sheet.sheet && areasMeet(one, row)) ? values.flatMap(numbersIn) : [];
  });
}

/** Whether a number is one of these in some unit and sign, the sum of neighbours, the product of two, or the half of one (half of the first year). */
function isSaid(amount: number, numbers: number[]): boolean {
  if (amount === 0) return true;
  const candidates = [
    ...numbers,
    ...sums(numbers),
    ...numbers.flatMap((a) => numbers.map((b) => a * b)),
    ...numbers.map((one) => one / 2),
  ];
  return [1, 1e3, 1e6, 1e-2].some((scale) =>
    candidates.some(
      (one) =>
        Math.abs(Math.abs(one) - Math.abs(amount) * scale) <= 1e-9 * Math.abs(amount) * scale ||
        isPercentOf(one, amount, scale),
    ),
  );
}

function isPercentOf(one: number, amount: number, scale: number): boolean {
  return scale === 1e-2 && Math.abs(one - amount * 100) <= 1e-9;
}

function sums(numbers: number[]): number[] {
  if (numbers.length > 40) return [];
  return numbers.flatMap((_, from) => {
    let sum = 0;
    return numbers.slice(from).map((one) => (sum += one));
  });
}
