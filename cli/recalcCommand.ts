import { writeWhole } from "@workbooks/stand-in/files/diskFile";
import { savedBytes } from "@workbooks/stand-in/files/workbookFile";
import type { CommandContext } from "./commandContext";
import type { Command } from "./commandLine";
import { keptLines } from "./recalc/keptCells";
import { builtNamespace, openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import { changedBySaving, checkOut } from "./outFile";
import type { OpenFrozen } from "./recalc/exactReads";
import { recalculate } from "./recalc/recalc";

/** Recalculates what uses the add-in, and writes the workbook with that changed and nothing else. */
export async function runRecalc(
  command: Extract<Command, { name: "recalc" }>,
  { root, error }: CommandContext,
): Promise<void> {
  await checkOut(command);
  const namespace = builtNamespace(root);
  const file = await openInput(command.workbook, { functionNamespaces: [namespace] });
  const open: OpenFrozen = (content, options) => openBuiltAddin(root, content, ["functions.js"], options);
  const { content, kept } = await recalculate(file.content, namespace, open);
  await writeWhole(command.out, content === file.content ? file.bytes : await savedBytes(file, content));
  if (content !== file.content) for (const line of changedBySaving(file)) error.write(`${line}\n`);
  for (const line of keptLines(file.content, kept)) error.write(`${line}\n`);
}
