import type { AnsweredQuestion, Finding } from "../../finding";
import { faultsOf } from "../faults";
import type { NoteLine } from "./noteLine";

/** What was answered, what was taken where nobody answered, and what was found and accepted by running; totals that agree are one line. */
export function findingLines(findings: readonly Finding[], answered: readonly AnsweredQuestion[]): NoteLine[] {
  const agreeing = findings.filter(({ about, question }) => about === "total that agrees" && !question);
  const others = findings.filter((finding) => !agreeing.includes(finding));
  return [
    ...answered.map(answerLine),
    ...others.flatMap(questionLine),
    ...faultsOf(others.filter(({ question }) => !question)).map(({ message, cells, findings: all }): NoteLine => {
      const count = Math.max(cells.length, ...all.map((finding) => finding.count ?? 1));
      return { about: "Findings", note: sentence(message), cell: shown(cells), ...counted(count) };
    }),
    ...(agreeing.length === 0
      ? []
      : [
          {
            about: "Findings",
            note: "Totals rows that are the sum of their rows; they were not counted again",
            cell: shown(agreeing.map(({ cell }) => cell)),
            ...counted(agreeing.length),
          },
        ]),
  ];
}

function answerLine({ cell, message, choices, chosen, cells = [cell] }: AnsweredQuestion): NoteLine {
  const note = `${sentence(message)}: ${choicesWords(choices)}? You chose '${chosen}'`;
  return { about: "Questions answered", note, cell: shown(cells), ...counted(cells.length) };
}

function questionLine({ cell, message, count = 1, cells = [cell], question }: Finding): NoteLine[] {
  if (!question) return [];
  const note = `${sentence(message)}: ${choicesWords(question.choices)}? Nobody answered; '${question.taken}' was taken`;
  return [{ about: "Questions open", note, cell: shown(cells), ...counted(count) }];
}

/** The number of cells, where there are several. */
function counted(count: number): Pick<NoteLine, "figure" | "format"> {
  return count > 1 ? { figure: count, format: "count" } : {};
}

function choicesWords(choices: readonly string[]): string {
  return choices.map((choice) => `'${choice}'`).join(" or ");
}

/** The first few of many: the count stands beside them. */
function shown(cells: readonly string[]): string {
  const few = cells.slice(0, mostShown).join(", ");
  return cells.length > mostShown ? `${few} …` : few;
}

const mostShown = 12;

function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
