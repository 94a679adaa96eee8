import type { Replacement, SharedFormula } from "./shareSheet";

/** What is good to know of a copy. */
export function shareNotes({ isLambda, formulas, values, others }: Made): string[] {
  const notes: string[] = [];
  const count = (how: Replacement, inTable = false): number =>
    formulas.filter((each) => each.how === how && (each.kind === "table column") === inTable).length;
  if (isLambda && count("Value") > 0)
    notes.push(
      `${plural(count("Value"), "formula")} became values, since not every function has a LAMBDA (simulations, functions that read a plan).`,
    );
  if (values.length > 0)
    notes.push(
      `${plural(values.length, "formula")} became values, since they have no native form: ${values.join("; ")}.`,
    );
  if (count("Area") > 0)
    notes.push(
      `${plural(count("Area"), "formula")} of your own that spoke of all that a formula spills over (A5#) ${count("Area") === 1 ? "has" : "have"} its cells instead (A5:C9).`,
    );
  if (count("Off") > 0)
    notes.push(`${plural(count("Off"), "rule")} for typing or formatting switched off: a rule has no one value.`);
  if (count("Off", true) > 0)
    notes.push(
      `${plural(count("Off", true), "formula")} that tables put into their rows taken out: new rows stay empty there.`,
    );
  if (others > 0)
    notes.push(
      `${plural(others, "formula")} with functions of other add-ins ${others === 1 ? "was" : "were"} left alone.`,
    );
  return notes;
}

interface Made {
  /** Functions become LAMBDAs where they have one. */
  isLambda: boolean;
  formulas: readonly SharedFormula[];
  /** Formulas that have no native form, with the functions that they call. */
  values: readonly string[];
  /** How many formulas call functions of other add-ins. */
  others: number;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
