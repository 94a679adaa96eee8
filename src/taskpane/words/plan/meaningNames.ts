import { meaningsOf, type Meaning } from "../../../plan/columns/meanings";
import { anyYears, fiscalLabel } from "../../../plan/reading/cells/times/years";
import type { ColumnReading, PlanReading } from "../../../plan/reading/planReading";
import type { TableKind } from "../../../plan/tableKinds";

interface MeaningGroup {
  /** "" for the usual ones. */
  name: string;
  meanings: Meaning[];
}

/** Everything that a column can mean, as the user reads it: what its table has columns for, an amount or a growth of any year, nothing. */
export function meaningChoices(kind: TableKind, column: ColumnReading, years: readonly string[]): MeaningGroup[] {
  const usual = [notUsed, ...meaningsOf(kind).filter(({ id }) => id !== notUsed.id)];
  const groups = [
    { name: "", meanings: usual },
    { name: "Amount in", meanings: years.map((year) => ({ id: `amount:${year}`, name: `Amount in ${year}` })) },
    ...(kind === "levers"
      ? []
      : [{ name: "Growth in", meanings: years.map((year) => ({ id: `growth:${year}`, name: `Growth in ${year}` })) }]),
  ];
  const isListed = groups.some(({ meanings }) => meanings.some(({ id }) => id === column.meaning));
  if (isListed || column.meaning === "") return groups;
  return [{ name: "", meanings: [{ id: column.meaning, name: ownName(column) }] }, ...groups];
}

/** The years that a column can be of: those of the plan and of the headings, and some before and after, in their order. */
export function yearChoices({ plan, registers, spending, funding }: PlanReading): string[] {
  const read = [...registers, spending, funding].flatMap((table) => (table?.columns ?? []).map(({ year }) => year));
  const labels = [...new Set([plan?.baseYear, ...(plan?.years ?? []), ...read])].filter((label) => !!label) as string[];
  const starts = labels.flatMap((label) => (/^\d{4}\/\d{2}$/.test(label) ? [Number(label.slice(0, 4))] : []));
  if (starts.length === 0) return labels;
  const [first, last] = [Math.min(...starts) - yearsBefore, Math.max(...starts) + yearsAfter];
  return Array.from({ length: last - first + 1 }, (_, index) => fiscalLabel(first + index, anyYears));
}

const yearsBefore = 1;
const yearsAfter = 3;

const notUsed: Meaning = { id: "ignored", name: "Not used" };

/** A series of months or quarters has no entry of its own in the list. */
function ownName({ meaning, year }: ColumnReading): string {
  const [what = "", of] = meaning.split(":");
  const name = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  return of !== undefined ? `${name} in ${of}` : year === null ? name : `${name} of ${year}`;
}
