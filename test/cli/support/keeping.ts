import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import { fixture, WORKBOOKS } from "../../packages/xlsx/support/workbooks";

export const root = join(__dirname, "..", "..", "..");
const samples = join(root, "assets", "samples");

/** The sample workbooks of all makers. */
export const allWorkbooks: { name: string; make(): Uint8Array | Promise<Uint8Array> }[] = [
  ...WORKBOOKS,
  { name: "python-zip64.xlsx", make: () => fixture("python-zip64.xlsx") },
  ...["forward-view.xlsx", "trust-tracker.xlsx", "council-mtfs.xlsx"].map((name) => ({
    ...{ name, make: () => readFileSync(join(samples, name)) },
  })),
];

export type CellLine = [sheet: string, row: number, column: number, ...what: unknown[]];

/** All cells with their values, formulas and arrays; without those that `isLeftOut` names. */
export function cellsOf(
  content: WorkbookContent,
  isLeftOut: (sheet: string, row: number, column: number, cell: CellContent) => boolean = () => false,
): CellLine[] {
  return content.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([row, line]) =>
      [...line].flatMap(([column, cell]): CellLine[] =>
        isLeftOut(name, row, column, cell) ? [] : [[name, row, column, cell.value, cell.formula, cell.array]],
      ),
    ),
  );
}

/** What a command of the command line says, with its exit code. */
export async function collected(
  work: (streams: { input: PassThrough; output: PassThrough; error: PassThrough }) => Promise<number>,
): Promise<{ code: number; output: string; error: string }> {
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  const code = await work(streams);
  const all = (stream: PassThrough): string => String(stream.read() ?? "");
  return { code, output: all(streams.output), error: all(streams.error) };
}
