import { readBytes, writeWhole } from "../files/diskFile";
import { openWorkbookFile, savedBytes } from "../files/workbookFile";
import type { Command } from "./commandLine";
import { openBuiltAddin } from "./openBuiltAddin";
import { addinCells, recalculateAddinCells } from "./recalc";
import type { CommandContext } from "./savings";

/** Recalculates what uses the add-in, and writes the workbook with that changed and nothing else. */
export async function runRecalc(command: Extract<Command, { name: "recalc" }>, { root }: CommandContext): Promise<void> {
  const file = await openWorkbookFile(command.workbook, await readBytes(command.workbook));
  const cells = addinCells(file.content, "SAVINGS");
  if (cells.length === 0) return writeWhole(command.out, file.bytes);
  const addin = await openBuiltAddin(root, file.content, ["functions.js"]);
  try {
    await recalculateAddinCells(addin.host, cells);
    await writeWhole(command.out, await savedBytes(file, addin.host.content()));
  } finally {
    addin.close();
  }
}
