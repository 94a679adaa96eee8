import { splitAddress } from "../../cells/address";
import { nameKey } from "../../cells/names";
import type { AnsweredQuestion, Finding, Question } from "../finding";
import type { ReadOptions } from "./planReading";

/** Where findings and questions go, and what the user has answered already. */
export interface Asking {
  findings: Finding[];
  options: ReadOptions;
}

/** A question as its site puts it. */
interface Asked<Choice extends string> {
  /** What is asked, in camelCase: "yearSavings". */
  id: string;
  cell: string;
  /** An error where a wrong guess would be wrong by a factor; a warning if left out. */
  level?: Finding["level"];
  message: string;
  /** Each choice with its text, in the sheet's words. */
  choices: Readonly<Record<Choice, string>>;
  /** Taken where nobody has answered. */
  usual: NoInfer<Choice>;
  /** What the command line says once for every question of this kind. */
  given?: NoInfer<Choice> | undefined;
}

/**
 * Asks, and returns the choice in force: what the user answered, else the usual one. Unanswered, the question is a finding; answered, it is recorded. The
 * same question at several cells of a column is one: an answer at its first cell holds for those that have none of their own.
 */
export function ask<Choice extends string>({ findings, options }: Asking, asked: Asked<Choice>): Choice {
  const { id, cell, level = "warning", message, choices, usual, given } = asked;
  const own = keyOf(id, cell);
  const first = firstKey(findings, JSON.stringify([id, ...columnOf(cell), level, message]), own);
  const texts = Object.entries<string>(choices) as [Choice, string][];
  const named = (answer: string | undefined): Choice | undefined =>
    answer === undefined ? undefined : texts.find(([, text]) => sameAnswer(text, answer))?.[0];
  const found = [options.answers, given, options.corrections?.answers].flatMap((source) =>
    typeof source === "string"
      ? [{ key: own, choice: source as Choice }]
      : [own, first].flatMap((key) => {
          const choice = named(source?.[key]);
          return choice === undefined ? [] : [{ key, choice }];
        }),
  )[0];
  const question: Question = {
    key: found?.key ?? own,
    choices: texts.map(([, text]) => text),
    taken: choices[found?.choice ?? usual],
    option: "",
  };
  if (found) {
    const settled: Settled = { level: "warning", cell, message, question, answer: found.choice };
    findings.push(settled);
  } else findings.push({ level, cell, message, question });
  return found?.choice ?? usual;
}

export function keyOf(id: string, cell: string): string {
  return `${id}@${cell}`;
}

/** Whether two texts name one choice: as in a shell, where apostrophes go. */
export function sameAnswer(a: string, b: string): boolean {
  return nameKey(plain(a)) === nameKey(plain(b));
}

/** As one types it within quotation marks: without any of its own. */
export function plain(text: string): string {
  return text.replace(/['’]/g, "").replace(/\s+/g, " ");
}

/** A question that is answered stays among the findings until the reading is done, so that it goes where they go. */
interface Settled extends Finding {
  question: Question;
  /** Which of the site's choices the user took. */
  answer: string;
}

export function isSettled(finding: Finding): finding is Settled {
  return "answer" in finding;
}

/** Findings without the questions that are answered, and those. */
export function settledQuestions(findings: readonly Finding[]): { open: Finding[]; answered: AnsweredQuestion[] } {
  const answered = new Map<string, AnsweredQuestion>();
  for (const { cell, message, question } of findings.filter(isSettled)) {
    const { key, choices, taken } = question;
    const before = answered.get(key);
    if (!before) answered.set(key, { key, cell, message, choices, chosen: taken });
    else (before.cells ??= [before.cell]).push(cell);
  }
  return { open: findings.filter((finding) => !isSettled(finding)), answered: [...answered.values()] };
}

/** Each question with the option of the command line that would answer it otherwise than it was taken. */
export function withOptions(findings: readonly Finding[], answered: readonly AnsweredQuestion[]): Finding[] {
  const keys = new Set([...answered.map(({ key }) => key), ...findings.flatMap(({ question }) => question?.key ?? [])]);
  const perCell = new Map<string, number>();
  for (const key of keys) perCell.set(cellOfKey(key), (perCell.get(cellOfKey(key)) ?? 0) + 1);
  return findings.map((finding) => {
    const { question, cell } = finding;
    if (!question) return finding;
    const other = question.choices.find((choice) => choice !== question.taken) ?? question.taken;
    const name = (perCell.get(cell) ?? 0) > 1 ? question.key : cell;
    return { ...finding, question: { ...question, option: `--answer '${plain(`${name}=${other}`)}'` } };
  });
}

/** "yearSavings" of "yearSavings@Register!D4". */
export function idOfKey(key: string): string {
  return key.slice(0, key.indexOf("@"));
}

/** "Register!D4" of it. */
export function cellOfKey(key: string): string {
  return key.slice(key.indexOf("@") + 1);
}

/** The key under which a question was asked first among these findings. */
function firstKey(findings: Finding[], group: string, own: string): string {
  const known = firstKeys.get(findings) ?? new Map<string, string>();
  firstKeys.set(findings, known);
  const first = known.get(group) ?? own;
  known.set(group, first);
  return first;
}

const firstKeys = new WeakMap<Finding[], Map<string, string>>();

function columnOf(cell: string): [string | null, string] {
  const { sheet, area } = splitAddress(cell);
  return [sheet, area.replace(/\d+.*$/, "")];
}
