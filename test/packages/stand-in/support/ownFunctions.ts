import { openAddin, type AddinOptions, type OpenAddin } from "@workbooks/stand-in/addin";
import type { FunctionMetadata, FunctionsMetadata } from "@workbooks/stand-in/functions/functionsMetadata";
import type { ValueContent } from "@workbooks/xlsx/content";
import { turns } from "../../../support/turns";

/** A function of a test: what functions.json says of it, and what it does. */
export type OwnFunction = Omit<FunctionMetadata, "id" | "parameters"> & {
  parameters?: FunctionMetadata["parameters"];
  call: (...args: never[]) => unknown;
};

/** Opens an empty workbook whose add-in has these functions, associated as an add-in's own script does it. */
export async function openWithFunctions(
  functions: OwnFunction[],
  options: AddinOptions & { allow?: Omit<FunctionsMetadata, "functions"> } = {},
): Promise<OpenAddin> {
  const { allow, ...rest } = options;
  const metadata = functions.map(({ call: _call, parameters = [], ...each }) => ({
    ...each,
    id: each.name,
    parameters,
  }));
  const addin = await openAddin({ ...rest, functions: { ...allow, namespace: "SAVINGS", functions: metadata } });
  const { associate } = addin.CustomFunctions as unknown as { associate(id: string, call: unknown): void };
  for (const { name, call } of functions) associate(name, call);
  return addin;
}

/** Writes cells of the first sheet through Office.js, in one batch. */
export async function write(cells: Record<string, string | number | boolean>): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    for (const [address, value] of Object.entries(cells)) sheet.getRange(address).values = [[value]];
    await context.sync();
  });
}

/** What cells of the first sheet show; errors as their text in an object. */
export function shown({ standIn }: OpenAddin, ...addresses: string[]): ValueContent[] {
  const sheet = standIn.workbook.sheets[0]!;
  return addresses.map((address) => {
    const { row, column } = standIn.workbook.resolve(address, sheet)!.area;
    return sheet.value(row, column);
  });
}

/** Writes cells, calculates until nothing is busy, and answers what the addresses show. */
export async function show(
  addin: OpenAddin,
  cells: Record<string, string | number | boolean>,
  ...addresses: string[]
): Promise<ValueContent[]> {
  await write(cells);
  await addin.standIn.recalculate();
  return shown(addin, ...addresses);
}

/** Waits until something is so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 500) throw new Error("It did not come to that.");
    await turns(10);
  }
}

export const error = (code: string): ValueContent => ({ error: code });
