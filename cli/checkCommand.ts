import type { CommandContext } from "./commandContext";
import type { Command } from "./commandLine";
import { builtNamespace, openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import { refused } from "./refused";

/** Says what to know of a workbook before it is handed on, a line each: what, where, and what would be right. Changes no file. */
export async function runCheck(
  command: Extract<Command, { name: "check" }>,
  { root, output }: CommandContext,
): Promise<void> {
  const file = await openInput(command.workbook, { functionNamespaces: [builtNamespace(root)] });
  const addin = await openBuiltAddin(root, file.content, ["functions.js", "automation.js"], { keepsFileValues: true });
  try {
    await addin.standIn.recalculate();
    const { SavingsAutomation } = globalThis as unknown as { SavingsAutomation: Automation };
    const check = await SavingsAutomation.check().catch(refused);
    if (command.json) output.write(`${JSON.stringify(check)}\n`);
    else if (check.lines.length === 0) output.write("Nothing to say: no formula of the add-in, no other workbook.\n");
    else for (const line of check.lines) output.write(`${written(line)}\n`);
  } finally {
    addin.close();
  }
}

/** What the add-in's bundle for a command line offers (dist/automation.js). */
interface Automation {
  check(): Promise<{ lines: Line[] }>;
}

interface Line {
  level: "error" | "warning" | "notice";
  cells: string[];
  where: string;
  message: string;
}

/** "error: Plan!B4, Plan!B5 and 3 more: shows #VALUE!; …" */
function written({ level, cells, where, message }: Line): string {
  const shown = cells.slice(0, 5).join(", ");
  const more = cells.length > 5 ? ` and ${cells.length - 5} more` : "";
  const place = where === "" ? `${shown}${more}` : where;
  return [level, place, message].filter((part) => part !== "").join(": ");
}
