import type { Breakdown } from "../../breakdown";
import { checkLines } from "../checkLines";
import { faultsOf } from "../faults";
import { count } from "../figures";
import type { RunNotes } from "../outputTable";

/** What the figures rest on, a line each, the weightiest first; Notes has all of it. */
export function summaryGrounds(breakdown: Breakdown, notes: RunNotes): string[] {
  const questions = breakdown.findings.filter(({ question }) => question).length;
  const others = faultsOf(breakdown.findings.filter(({ question }) => !question)).length;
  return [
    totalsLine(notes),
    questions === 0
      ? null
      : `${count(questions, "question")} of the reading ${isAre(questions)} open; what was taken stands in Notes.`,
    answeredLine(notes),
    others === 0
      ? null
      : `${count(others, "finding")} of the reading ${isAre(others)} accepted; Notes lists ${others === 1 ? "it" : "them"}.`,
    ...checkLines(breakdown).flatMap(([name, words]) => (saysMore(name) ? [sentence(name, words)] : [])),
  ].filter((line) => line !== null);
}

function totalsLine({ sheetTotals = [] }: RunNotes): string | null {
  if (sheetTotals.length === 0) return null;
  const differing = sheetTotals.filter(
    ({ says, read }) => Math.abs(says - read) > 1e-6 * Math.max(Math.abs(says), Math.abs(read)),
  );
  const cells = (totals: readonly { cell: string }[]): string => totals.map(({ cell }) => cell).join(", ");
  return differing.length === 0
    ? `Agrees with the workbook's own totals (${cells(sheetTotals.slice(0, 3))}).`
    : `Differs from the workbook's own totals (${cells(differing.slice(0, 3))}); Notes says by how much.`;
}

function answeredLine({ answered = [], corrections = [] }: RunNotes): string | null {
  const made = answered.length + corrections.length;
  return made === 0
    ? null
    : `${count(made, "answer and correction", "answers and corrections")} of yours; Notes lists them.`;
}

/** What the sentences and figures do not say already. */
function saysMore(name: string): boolean {
  return /overlap|back-loading|ranges|transfers|held at the spend|capacity|target against/.test(name);
}

function sentence(name: string, words: string): string {
  const plain = name.replace(/^Check: /, "");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}: ${words}.`;
}

function isAre(number: number): string {
  return number === 1 ? "is" : "are";
}
