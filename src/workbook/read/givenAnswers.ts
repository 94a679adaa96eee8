import { nameKey } from "../../cells/names";
import type { PlanReading } from "../../plan/reading/planReading";
import { idOfKey, keyOf, plain, sameAnswer } from "../../plan/reading/questions";
import { WorkbookError } from "../excel/excelErrors";

/**
 * Reads with the answers of a command line: "Register!D4=new in each year", "Register!D4=2", "yearSavings@Register!D4=2". Some questions are asked only
 * once others are answered, so it reads until each has its question. Rejects the first answer that has none.
 */
export async function readAnswered(
  texts: readonly string[],
  read: (answers: Record<string, string>) => Promise<PlanReading>,
): Promise<PlanReading> {
  const answers: Record<string, string> = {};
  let reading = await read(answers);
  for (let open = [...texts]; open.length > 0; reading = await read(answers)) {
    const asked = questionsOf(reading);
    const found = open.flatMap((text) => {
      const answer = answerIn(text, asked);
      return typeof answer === "string" ? [] : [{ text, ...answer }];
    });
    const [none = ""] = open;
    if (found.length === 0) throw new WorkbookError("notFound", String(answerIn(none, asked)));
    for (const { text, key, choice } of found) {
      if ((answers[key] ?? choice) !== choice)
        throw new WorkbookError(
          "other",
          `'${text}' answers what '${answers[key]}' answers already; one answer is needed.`,
        );
      answers[key] = choice;
    }
    open = open.filter((text) => !found.some((one) => one.text === text));
  }
  return reading;
}

interface AskedQuestion {
  id: string;
  cells: readonly string[];
  choices: readonly string[];
}

/** Those that are open and those that are answered, which may be answered anew. */
function questionsOf({ findings, answered }: PlanReading): AskedQuestion[] {
  const open = findings.flatMap(({ cell, question }) => (question ? [{ cell, ...question }] : []));
  return [...open, ...answered].map(({ key, cell, cells, choices }) => ({
    id: idOfKey(key),
    cells: cells ?? [cell],
    choices,
  }));
}

/** The key and the choice that a text names, else in one sentence why it names none. */
function answerIn(text: string, asked: readonly AskedQuestion[]): { key: string; choice: string } | string {
  const meant = asked.flatMap((question) =>
    question.cells.flatMap((cell) => {
      const key = keyOf(question.id, cell);
      const answer = [key, cell].map((name) => after(text, name)).find((one) => one !== null);
      return answer === undefined || answer === null ? [] : [{ key, cell, answer, choices: question.choices }];
    }),
  );
  const named = meant.flatMap(({ key, answer, choices }) => {
    const choice =
      choices.find((one) => sameAnswer(one, answer)) ?? choices[/^\d+$/.test(answer) ? Number(answer) - 1 : -1];
    return choice === undefined ? [] : [{ key, choice }];
  });
  const [only] = named;
  if (only && named.length === 1) return only;
  if (named.length > 1)
    return `'${text}' could answer several questions; one of ${named.map(({ key }) => key).join(", ")} before the = says which.`;
  if (meant.length > 0)
    return `'${text}' names no choice; one of ${meant.map(({ key, choices }) => `${listed(choices)} (${key})`).join(", ")} is needed.`;
  const all = asked.map(({ cells, choices }) => `${cells[0] ?? ""} (${listed(choices)})`);
  return all.length === 0
    ? `'${text}' answers no question; the workbook leaves none open.`
    : `'${text}' answers no question; what is asked is ${all.join(", ")}.`;
}

/** What follows a name and "=". */
function after(text: string, name: string): string | null {
  const [whole, start] = [nameKey(plain(text)), nameKey(plain(name))];
  if (!whole.startsWith(start)) return null;
  return /^\s*=\s*(.*)$/.exec(whole.slice(start.length))?.[1] ?? null;
}

function listed(choices: readonly string[]): string {
  return choices.map((choice) => `'${choice}'`).join(" or ");
}
