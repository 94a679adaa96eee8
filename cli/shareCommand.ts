import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@workbooks/stand-in/usageError";
import { writeWhole } from "@workbooks/stand-in/files/diskFile";
import { savedBytes } from "@workbooks/stand-in/files/workbookFile";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { withoutColumnFormulas } from "@workbooks/xlsx/tables/columnFormulas";
import { Evaluator, withScratchSheet } from "./calc";
import type { CommandContext } from "./commandContext";
import type { Command } from "./commandLine";
import { builtNamespace, openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import { changedBySaving, checkOut } from "./outFile";

/** Writes a copy for colleagues without the add-in, or the workbook with its formulas back: all of it, or nothing unless `--anyway`. */
export async function runShare(
  command: Extract<Command, { name: "share" }>,
  { root, error }: CommandContext,
): Promise<void> {
  await checkOut(command);
  const namespace = builtNamespace(root);
  const file = await openInput(command.workbook, { functionNamespaces: [namespace] });
  const { content, left, said } = await changed(command.form, file.content, root, namespace);
  if (left.length > 0 && !command.anyway)
    throw new UsageError(`${listed(left)} Nothing was written; with --anyway the rest is done.`);
  const kept = mentioned(namespace);
  const saved = await savedBytes(file, content);
  const { bytes, columns } =
    command.form === "restore" ? { bytes: saved, columns: [] } : await withoutColumnFormulas(saved, kept);
  const gone = columns.map(
    (column) =>
      `${column}: the formula that the table puts into new rows is not in the copy, and Restore does not bring it back.`,
  );
  const parts = command.form === "restore" || left.length > 0 ? [] : await mentionedIn(bytes, kept);
  if (parts.length > 0)
    throw new UsageError(
      `${parts.join(", ")}: the add-in's functions are called there, where they cannot be replaced. Nothing was written.`,
    );
  await writeWhole(command.out, bytes);
  for (const line of [...changedBySaving(file), ...said, ...gone, ...left]) error.write(`${line}\n`);
}

/** What files have for the add-in's functions. */
function mentioned(namespace: string): string {
  return `_xldudf_${namespace.replaceAll(".", "_")}_`;
}

interface Changed {
  content: WorkbookContent;
  /** What could not be done, by cell. */
  left: readonly string[];
  said: readonly string[];
}

async function changed(
  form: Extract<Command, { name: "share" }>["form"],
  content: WorkbookContent,
  root: string,
  namespace: string,
): Promise<Changed> {
  const { content: withScratch, scratch } = withScratchSheet(content);
  const addin = await openBuiltAddin(root, withScratch, ["functions.js", "automation.js"], { keepsFileValues: true });
  try {
    const { SavingsAutomation } = globalThis as unknown as { SavingsAutomation: Automation };
    if (form === "restore") {
      const { content: restored, restored: count, left } = SavingsAutomation.restore(content);
      return { content: restored, left, said: [`${count} of ${count + left.length} formulas are back.`] };
    }
    const evaluator = new Evaluator(addin.standIn, withScratch, scratch, namespace);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const valueOf = async (formula: string) => (await evaluator.evaluate(formula)).result;
    const shared = await SavingsAutomation.share(content, form, { version, valueOf });
    return { content: shared.content, left: shared.left, said: shared.notes };
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    addin.close();
  }
}

/** What the add-in's bundle for a command line offers (dist/automation.js). */
interface Automation {
  share(
    content: WorkbookContent,
    form: "values" | "lambda" | "native",
    also: { version: string; valueOf(formula: string): Promise<(number | string | boolean)[][]> },
  ): Promise<{ content: WorkbookContent; left: string[]; notes: string[] }>;
  restore(content: WorkbookContent): { content: WorkbookContent; restored: number; left: string[] };
}

function listed(lines: readonly string[]): string {
  const shown = lines.slice(0, 5).join(" ");
  return lines.length > 5 ? `${shown} And ${lines.length - 5} more.` : shown;
}
