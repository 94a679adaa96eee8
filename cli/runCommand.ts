import { writeWhole } from "@workbooks/stand-in/files/diskFile";
import { savedBytes } from "@workbooks/stand-in/files/workbookFile";
import { UsageError } from "@workbooks/stand-in/usageError";
import type { CommandContext } from "./commandContext";
import type { Command } from "./commandLine";
import { builtNamespace, openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import { changedBySaving, checkOut } from "./outFile";
import { refused } from "./refused";

/** The task pane's scenario run by the add-in's own code; writes the workbook only once all of it is done. */
export async function runRun(
  command: Extract<Command, { name: "run" }>,
  { root, output, error }: CommandContext,
): Promise<void> {
  await checkOut(command);
  const file = await openInput(command.workbook, { functionNamespaces: [builtNamespace(root)] });
  const scripts = ["functions.js", "automation.js"];
  const addin = await openBuiltAddin(root, file.content, scripts, { keepsFileValues: true });
  try {
    // What the file has no value of, so that the plan is read from right ones.
    await addin.standIn.recalculate();
    const { SavingsAutomation } = globalThis as unknown as { SavingsAutomation: Automation };
    const request = {
      ...command.options,
      write: command.out !== null && !command.findings,
      findingsOnly: command.findings,
      simulate: command.json || (command.options.trials ?? command.options.seed) !== undefined,
    };
    const answer = await SavingsAutomation.run(request).catch(refused);
    const { reading, findings, breakdown, written } = answer;
    const isRefused = command.findings ? findings.some(({ level }) => level === "error") : breakdown === null;
    if (command.findings || (command.json && isRefused)) output.write(`${JSON.stringify({ reading, findings })}\n`);
    if (isRefused) throw new UsageError(firstError(findings));
    if (command.findings) return;
    if (command.out !== null) {
      await addin.standIn.recalculate();
      await writeWhole(command.out, await savedBytes(file, addin.standIn.content()));
      for (const line of changedBySaving(file)) error.write(`${line}\n`);
      const replaced = written?.wouldReplace ?? [];
      if (replaced.length > 0)
        error.write(`Result cells that had been typed over were written anew: ${replaced.join(", ")}.\n`);
      const broken = written?.wouldBreak ?? [];
      const lost = written?.wouldLose ?? [];
      if (lost.length > 0)
        error.write(`Cells of your own went with rows that are no longer part of the result: ${lost.join(", ")}.\n`);
      const misplaced = written?.wouldMisplace ?? [];
      if (misplaced.length > 0)
        error.write(`Cells beside a table now stand beside another of its rows: ${misplaced.join(", ")}.\n`);
      const others = written?.wouldBreakOthers ?? [];
      if (others.length > 0)
        error.write(
          `Names or charts that point at rows or columns which went or moved need a look: ${others.join(", ")}.\n`,
        );
      if (broken.length > 0)
        error.write(`Formulas that point at rows or columns which went or moved need a look: ${broken.join(", ")}.\n`);
    }
    if (command.json) output.write(`${JSON.stringify(breakdown)}\n`);
    const { trials, seed, horizon } = command.options;
    if (breakdown && horizon !== undefined && horizon > breakdown.years.length)
      error.write(
        `The plan has ${breakdown.years.length} years, and all of them are shown: --horizon asks for ${horizon}.\n`,
      );
    if (breakdown?.simulation === null && (trials !== undefined || seed !== undefined))
      error.write("No lever has a low and a high delivery, so nothing was drawn.\n");
  } finally {
    addin.close();
  }
}

/** What the add-in's bundle for a command line offers (dist/automation.js). */
interface Automation {
  run(request: object): Promise<{
    reading: object;
    findings: Finding[];
    breakdown: { years: string[]; simulation: object | null } | null;
    written: Written | null;
  }>;
}

interface Written {
  wouldReplace: string[];
  wouldBreak?: string[];
  wouldBreakOthers?: string[];
  wouldLose?: string[];
  wouldMisplace?: string[];
}

interface Finding {
  level: "error" | "warning";
  cell: string;
  message: string;
  question: { option: string; taken: string } | null;
  option: string | null;
}

function firstError(findings: Finding[]): string {
  const errors = findings.filter(({ level }) => level === "error");
  const [first] = errors;
  if (!first) return "The workbook holds no plan that can be run.";
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more: --findings lists them)` : "";
  const answer = first.question
    ? `; ${first.question.option} answers it, or '${first.question.taken}' in its place`
    : first.option === null
      ? ""
      : `; ${first.option}`;
  return `${first.cell === "" ? "" : `${first.cell}: `}${first.message}${answer}${more}`;
}
