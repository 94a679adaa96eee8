import { createInterface } from "node:readline";
import { emptyWorkbook } from "../../xlsx/emptyContent";
import { evaluate, withScratchSheet } from "./calc";
import type { Command } from "./commandLine";
import { openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";
import type { CommandContext } from "./savings";

/** Prints one line of JSON for each formula, in their order, also where a formula is empty or broken. */
export async function runCalc(
  command: Extract<Command, { name: "calc" }>,
  { root, input, output }: CommandContext,
): Promise<void> {
  const opened = command.workbook === null ? emptyWorkbook() : (await openInput(command.workbook)).content;
  const { content, scratch } = withScratchSheet(opened);
  const addin = await openBuiltAddin(root, content, ["functions.js"]);
  try {
    const formulas = command.stdin ? createInterface({ input, crlfDelay: Infinity }) : command.formulas;
    for await (const formula of formulas)
      output.write(`${JSON.stringify(await evaluate(addin.host, scratch, formula))}\n`);
  } finally {
    addin.close();
  }
}
