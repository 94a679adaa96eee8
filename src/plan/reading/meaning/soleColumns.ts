import { isUnitText } from "../cells/units";
import { kindWords } from "../extent/titles";
import { isAmounts } from "./amountsOfOne";
import type { ColumnProfile } from "./columnProfile";
import { effectMeanings } from "./effectMeanings";
import { columnOf, type MappedColumn } from "../tableColumn";

/**
 * A register of savings whose only names are in a column of workstreams or services has a lever for each of them; and beside known names, under a title
 * that speaks of savings or a heading that is but a unit, the only column of amounts is what they save. Both
 * are guesses, and said.
 */
export function withSoleColumns(
  columns: MappedColumn[],
  profiles: readonly ColumnProfile[],
  titles: readonly string[],
): MappedColumn[] {
  const isTitled = titles.some((title) => kindWords.levers.test(title));
  const named = columnOf(columns, "lever") ? columns : withSoleNames(columns, profiles, isTitled);
  if (columnOf(named, "lever")?.sureness !== "sure") return named;
  if (named.some(({ meaning }) => effectMeanings.has(meaning) || ["month", "quarter", "year"].includes(meaning)))
    return named;
  const left = named.flatMap((column, index) => {
    const profile = profiles[index];
    return column.meaning === "ignored" && column.origin !== "user" && profile && isAmounts(profile) ? [column] : [];
  });
  const [only] = left;
  return only && left.length === 1 && (isTitled || isUnitText(only.heading))
    ? replaced(named, only, "saving", "is the only column of amounts")
    : named;
}

function withSoleNames(columns: MappedColumn[], profiles: readonly ColumnProfile[], isTitled: boolean): MappedColumn[] {
  const hasAmounts = columns.some(({ meaning }) => effectMeanings.has(meaning));
  // "Guaranteed saving" over texts, beside amounts by year, says what each row saves.
  const namesSavings = ({ full }: MappedColumn): boolean => hasAmounts && savingWords.test(full);
  const saysSavings =
    (isTitled && hasAmounts) ||
    columns.some(
      ({ meaning, full }) =>
        (effectMeanings.has(meaning) || ["month", "quarter", "target"].includes(meaning)) && savingWords.test(full),
    );
  const names = columns.find((column, index) => {
    const { meaning, origin } = column;
    const { filled = 0, texts = 0, distinct = 0 } = profiles[index] ?? {};
    const isText = texts === filled && distinct === filled && filled > 1;
    const mayName =
      meaning === "group" || meaning === "appliesTo" || (meaning === "ignored" && (isTitled || namesSavings(column)));
    return isText && origin !== "user" && mayName;
  });
  return names && (saysSavings || namesSavings(names))
    ? replaced(columns, names, "lever", "is the only column of names, each of its own")
    : columns;
}

const savingWords = /\b(savings?|efficienc(y|ies)|reductions?|cip|qipp|pye|fye)\b/i;

function replaced(columns: MappedColumn[], one: MappedColumn, meaning: string, why: string): MappedColumn[] {
  return columns.map((column) =>
    column === one ? { ...column, meaning, origin: "values", sureness: "unsure", why } : column,
  );
}
