import type { WorkbookContent } from "../../xlsx/content";
import { writeWhole } from "../files/diskFile";
import { savedBytes, type WorkbookFile } from "../files/workbookFile";
import { columnName, quotedSheet } from "../workbook/address";
import type { Command } from "./commandLine";
import { addinDependents, type DependentCell } from "./dependents";
import { openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import { frozenExcept, recalculated } from "./recalc";
import type { CommandContext } from "./savings";

/** Recalculates what uses the add-in, and writes the workbook with that changed and nothing else. */
export async function runRecalc(
  command: Extract<Command, { name: "recalc" }>,
  { root, error }: CommandContext,
): Promise<void> {
  const file = await openInput(command.workbook);
  const cells = addinDependents(file.content, "SAVINGS");
  if (cells.length === 0) return writeWhole(command.out, file.bytes);
  const { bytes, kept } = await recalculateKnown(root, file, cells);
  await writeWhole(command.out, bytes);
  if (kept.length > 0) {
    const addresses = kept.map((place) => addressOf(file.content, place)).join(", ");
    error.write(`Kept as they were, since they call functions that are not known here: ${addresses}.\n`);
  }
}

/** A cell that cannot be calculated here keeps the file's value, and the others are calculated from that. */
async function recalculateKnown(
  root: string,
  file: WorkbookFile,
  all: DependentCell[],
): Promise<{ bytes: Uint8Array; kept: DependentCell[] }> {
  let cells = all;
  for (;;) {
    const addin = await openBuiltAddin(root, frozenExcept(file.content, cells), ["functions.js"]);
    try {
      const { content, unknown } = await recalculated(addin.host, file.content, cells);
      if (unknown.length === 0) {
        const calculated = new Set(cells);
        return { bytes: await savedBytes(file, content), kept: all.filter((place) => !calculated.has(place)) };
      }
      const isUnknown = new Set(unknown);
      cells = cells.filter((place) => !isUnknown.has(place));
    } finally {
      addin.close();
    }
  }
}

function addressOf(content: WorkbookContent, { sheet, row, column }: DependentCell): string {
  return `${quotedSheet(content.sheets[sheet]?.name ?? "")}!${columnName(column)}${row + 1}`;
}
