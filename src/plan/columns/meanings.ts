import { sameName } from "../../cells/names";
import { tableKinds, type TableKind } from "../tableKinds";
import { columnRecord, columnsOf } from "./allColumns";

/** What a column can mean, for the pane's list. */
export interface Meaning {
  /** "savingShare". */
  id: string;
  /** As the user reads it: "Saving %". */
  name: string;
}

/**
 * What a column of such a table can mean: first what the plan reads, then what is kept beside it, then what is set aside. Year columns come beside these
 * as "growth:2015/16" and "amount:2015/16".
 */
export function meaningsOf(table: TableKind): Meaning[] {
  return (["plan", "kept", "set aside"] as const).flatMap((use) =>
    columnsOf(table)
      .filter((record) => record.use === use)
      .map(({ id, name }) => ({ id, name })),
  );
}

/** A meaning as the user reads it: "Saving %", "Amount in 2015/16", "Not used". `table`: null where it is not known which. */
export function meaningName(table: TableKind | null, meaning: string): string {
  if (meaning === "ignored") return "Not used";
  const colon = meaning.indexOf(":");
  const [id, label] = colon < 0 ? [meaning, ""] : [meaning.slice(0, colon), meaning.slice(colon + 1)];
  const kinds = table === null ? tableKinds : [table];
  const isOfPeriod = id === "amount" || id === "growth";
  const record = isOfPeriod && label !== "" ? undefined : kinds.map((kind) => columnRecord(kind, id)).find(Boolean);
  const name = record?.name ?? periodNames[id] ?? id;
  return label === "" ? name : `${name} in ${label}`;
}

/** The id of the meaning that has that name, or is that id, in such a table; undefined where there is none. */
export function meaningCalled(table: TableKind, name: string): string | undefined {
  const isIt = (id: string, own: string): boolean => sameName(own, name) || sameName(id, name);
  if (isIt("ignored", meaningName(table, "ignored"))) return "ignored";
  const found = meaningsOf(table).find((meaning) => isIt(meaning.id, meaning.name))?.id;
  return found ?? Object.keys(periodNames).find((id) => isIt(id, periodNames[id] ?? id));
}

/** Meanings of columns by period, which have no record of their own. */
const periodNames: Record<string, string | undefined> = {
  amount: "Amount",
  growth: "Growth",
  year: "Amount in a year",
  share: "Share in place",
  month: "Amount in a month",
  quarter: "Amount in a quarter",
};
