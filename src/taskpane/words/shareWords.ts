import { count } from "../../plan/report/words/figures";
import type { ShareOutcome, ShareTask } from "../../workbook/share/inExcel/shareInExcel";

/** What became of sharing, in a sentence or two: "6 formulas replaced; the sheet Savings share lists them." */
export function shareWords(task: ShareTask, { done, count: formulas, left, notes }: ShareOutcome): string {
  const number = count(formulas, "formula");
  const stays = count(left.length, "place");
  if (!done) {
    const rest = task.kind === "restore" ? "be put back" : "be replaced";
    return `Nothing was changed: ${stays} cannot ${rest}, ${number} can.`;
  }
  const words = {
    share: `${number} replaced${task.kind === "share" && task.where === "new" ? " in the new workbook" : ""}; the sheet Savings share lists ${formulas === 1 ? "it" : "each"}.`,
    restore: `${number} ${formulas === 1 ? "is" : "are"} back.`,
    install: `${count(formulas, "function")} ${formulas === 1 ? "is" : "are"} in the workbook as names that begin with SAVINGS_.`,
  };
  return [
    words[task.kind],
    ...notes,
    ...(left.length > 0 ? [`${stays} left as ${left.length === 1 ? "it was" : "they were"}:`] : []),
  ].join(" ");
}
