import { writeWhole } from "../files/diskFile";
import { savedBytes } from "../files/workbookFile";
import type { Command } from "./commandLine";
import { addinDependents } from "./dependents";
import { openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import { frozenExcept, recalculated } from "./recalc";
import type { CommandContext } from "./savings";

/** Recalculates what uses the add-in, and writes the workbook with that changed and nothing else. */
export async function runRecalc(
  command: Extract<Command, { name: "recalc" }>,
  { root }: CommandContext,
): Promise<void> {
  const file = await openInput(command.workbook);
  const cells = addinDependents(file.content, "SAVINGS");
  if (cells.length === 0) return writeWhole(command.out, file.bytes);
  const addin = await openBuiltAddin(root, frozenExcept(file.content, cells), ["functions.js"]);
  try {
    await writeWhole(command.out, await savedBytes(file, await recalculated(addin.host, file.content, cells)));
  } finally {
    addin.close();
  }
}
