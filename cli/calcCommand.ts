import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { Evaluator, withScratchSheet } from "./calc";
import type { CommandContext } from "./commandContext";
import type { Command } from "./commandLine";
import { inputLines } from "./inputLines";
import { builtNamespace, openBuiltAddin } from "./openBuiltAddin";
import { openInput } from "./openInput";

/**
 * Prints one line of JSON for each formula, in their order, also where a formula is empty or broken. What a function says
 * of its error goes to `error`, a line with the formula's number.
 */
export async function runCalc(
  command: Extract<Command, { name: "calc" }>,
  { root, input, output, error }: CommandContext,
): Promise<void> {
  const namespace = builtNamespace(root);
  const options = { functionNamespaces: [namespace] };
  const opened = command.workbook === null ? emptyWorkbook() : (await openInput(command.workbook, options)).content;
  const { content, scratch } = withScratchSheet(opened);
  const addin = await openBuiltAddin(root, content, ["functions.js"]);
  try {
    const evaluator = new Evaluator(addin.standIn, content, scratch, namespace);
    let number = 0;
    for await (const formula of command.stdin ? inputLines(input) : command.formulas) {
      const { result, message } = await evaluator.evaluate(formula);
      number++;
      // Whoever reads may have seen enough.
      if (output.destroyed) return;
      output.write(`${JSON.stringify(result)}\n`);
      if (message !== null) error.write(`Formula ${number}: ${message.replaceAll(/\s*\n\s*/g, " ")}\n`);
    }
  } finally {
    addin.close();
  }
}
