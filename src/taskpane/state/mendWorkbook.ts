import { count } from "../../plan/report/words/figures";
import type { WorkbookCheck } from "../../workbook/share/check/checkWorkbook";
import type { PaneWorkbook } from "../paneWorkbook";
import type { ScenarioEdit } from "./scenarioEdits";

/**
 * Mends what a check says can be mended, each part whole or not at all: formulas, then scenarios, then results.
 *
 * @returns what was done, one sentence each
 */
export async function mendWorkbook(
  check: WorkbookCheck,
  workbook: Pick<PaneWorkbook, "repair" | "runAgain">,
  editScenario: (edit: ScenarioEdit) => Promise<void>,
  options: Parameters<PaneWorkbook["repair"]>[1],
): Promise<string[]> {
  const done: string[] = [];
  const formulas = await workbook.repair(check, options);
  if (formulas > 0) done.push(`${count(formulas, "formula")} entered again.`);
  for (const { name, scenario } of check.fitting) {
    await editScenario({ kind: "change", name, scenario });
    done.push(`What the tables do not have is out of the scenario '${name}'.`);
  }
  if (!check.lines.some(({ repair }) => repair === "results")) return done;
  const { written } = await workbook.runAgain(options);
  done.push(
    written?.done
      ? `${count(written.sheets.length, "sheet")} of results brought up to date.`
      : "The results were left: running again would show what nobody has seen. Choose Run to see it first.",
  );
  return done;
}
