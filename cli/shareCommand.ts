import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "@workbooks/stand-in/usageError";
import { writeWhole } from "@workbooks/stand-in/files/diskFile";
import { savedBytes, type WorkbookFile } from "@workbooks/stand-in/files/workbookFile";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { columnFormulas, withColumnFormulas, type ColumnFormula } from "@workbooks/xlsx/tables/columnFormulas";
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
  const { content, columns, left, said } = await changed(command.form, file, root, namespace);
  if (left.length > 0 && !command.anyway)
    throw new UsageError(`${listed(left)} Nothing was written; with --anyway the rest is done.`);
  const bytes = await withColumnFormulas(await savedBytes(file, content), columns, file.options);
  const parts = command.form === "restore" || left.length > 0 ? [] : await mentionedIn(bytes, mentioned(namespace));
  if (parts.length > 0)
    throw new UsageError(
      `${parts.join(", ")}: the add-in's functions are called there, where they cannot be replaced. Nothing was written.`,
    );
  await writeWhole(command.out, bytes);
  for (const line of [...changedBySaving(file), ...said, ...left]) error.write(`${line}\n`);
}

/** What files have for the add-in's functions. */
function mentioned(namespace: string): string {
  return `_xldudf_${namespace.replaceAll(".", "_")}_`;
}

interface Changed {
  content: WorkbookContent;
  /** What tables put into their rows then; null for nothing. */
  columns: Parameters<typeof withColumnFormulas>[1];
  /** What could not be done, by cell. */
  left: readonly string[];
  said: readonly string[];
}

async function changed(
  form: Extract<Command, { name: "share" }>["form"],
  { bytes, content, options }: WorkbookFile,
  root: string,
  namespace: string,
): Promise<Changed> {
  const columns = await columnFormulas(bytes, options);
  const { content: withScratch, scratch } = withScratchSheet(content);
  const addin = await openBuiltAddin(root, withScratch, ["functions.js", "automation.js"], { keepsFileValues: true });
  try {
    const { SavingsAutomation } = globalThis as unknown as { SavingsAutomation: Automation };
    if (form === "restore") {
      const { restored: count, left, ...restored } = SavingsAutomation.restore(content, { columns });
      // The values beside them are those of the copy, whose cells somebody may have changed since.
      const withFormulas = { ...restored, content: { ...restored.content, calculatesOnOpen: count > 0 } };
      return { ...withFormulas, left, said: [`${count} of ${count + left.length} formulas are back.`] };
    }
    const evaluator = new Evaluator(addin.standIn, withScratch, scratch, namespace);
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const calculate = async (formula: string) => (await evaluator.evaluate(formula)).result;
    const shared = await SavingsAutomation.share(content, form, { version, calculate, columns });
    return { ...shared, said: shared.notes };
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
    also: {
      version: string;
      calculate(formula: string): Promise<(number | string | boolean)[][]>;
      columns: ColumnFormula[];
    },
  ): Promise<Pick<Changed, "content" | "columns" | "left"> & { notes: string[] }>;
  restore(
    content: WorkbookContent,
    also: { columns: ColumnFormula[] },
  ): Pick<Changed, "content" | "columns"> & { restored: number; left: string[] };
}

function listed(lines: readonly string[]): string {
  const shown = lines.slice(0, 5).join(" ");
  return lines.length > 5 ? `${shown} And ${lines.length - 5} more.` : shown;
}
