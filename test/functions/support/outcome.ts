import { callFunction } from "../../../src/functions/call";
import { isFunctionError } from "../../../src/functions/errors";
import type { ResultCell, FunctionRecord } from "../../../src/functions/record";

/** What a call came to: a table, or one of our errors. Anything else thrown is a bug, and is thrown on. */
type Outcome = { table: ResultCell[][] } | { code: string; message: string };

export async function outcomeOf(record: FunctionRecord, given: readonly unknown[]): Promise<Outcome> {
  try {
    return { table: await callFunction(record, given) };
  } catch (error) {
    if (!isFunctionError(error)) throw error;
    return { code: error.code, message: error.message };
  }
}

/** An outcome as plain data, for comparison; errors in cells by their code. */
export function plain(outcome: Outcome): unknown {
  if (!("table" in outcome)) return outcome.code;
  return outcome.table.map((row) => row.map((cell) => (isFunctionError(cell) ? cell.code : cell)));
}

/** Fails unless an outcome is one that Excel and the user can do something with. */
export function expectSound(outcome: Outcome): void {
  const codes = ["#VALUE!", "#N/A", "#DIV/0!"];
  if (!("table" in outcome)) {
    expect(codes).toContain(outcome.code);
    expect(outcome.message).toMatch(/^[^\n]+\.$/u);
    return;
  }
  const width = outcome.table[0]!.length;
  for (const row of outcome.table) {
    if (row.length !== width || width === 0) expect(row.length).toBe(width);
    for (const cell of row) {
      const sound = isFunctionError(cell)
        ? codes.includes(cell.code) && cell.message !== ""
        : typeof cell === "string" || (Number.isFinite(cell) && !Object.is(cell, -0));
      if (!sound) expect(cell).toBe("a finite number, text or one of our errors");
    }
  }
}
