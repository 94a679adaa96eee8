import { meaningsOf, type Meaning } from "../../plan/columns/meanings";
import type { ColumnReading } from "../../plan/reading/planReading";
import type { TableKind } from "../../plan/tableKinds";

/** Everything that this column can mean, as the user reads it; a year's column can also be the other kind of that year. */
export function meaningChoices(kind: TableKind, column: ColumnReading): Meaning[] {
  const choices = [...yearMeanings(column.meaning), ...meaningsOf(kind)];
  if (!choices.some(({ id }) => id === notUsed.id)) choices.push(notUsed);
  const isListed = choices.some(({ id }) => id === column.meaning);
  return isListed || column.meaning === "" ? choices : [{ id: column.meaning, name: column.meaning }, ...choices];
}

const notUsed: Meaning = { id: "ignored", name: "Not used" };

function yearMeanings(meaning: string): Meaning[] {
  const year = /^(?:growth|amount):(.+)$/.exec(meaning)?.[1];
  if (year === undefined) return [];
  return [
    { id: `amount:${year}`, name: `Amount in ${year}` },
    { id: `growth:${year}`, name: `Growth in ${year}` },
  ];
}
