import { columnRecord, columnsOf } from "../../../src/plan/columns/allColumns";
import { choiceOf, choicesOf } from "../../../src/plan/columns/choiceOf";
import type { ColumnRecord, DocumentedColumn } from "../../../src/plan/columns/column";
import { normalise } from "../../../src/plan/columns/words/normalise";
import { findWord } from "../../../src/plan/columns/words/wordMap";
import { findYear, readMonth, readYear } from "../../../src/plan/reading/cells/times/years";
import { byKind, tableKinds, type TableKind } from "../../../src/plan/tableKinds";

const april = { fiscalYearStart: 4, bareYear: "start" as const };
/** Ids of the records that have a heading, by table and heading as compared. */
const owners = byKind((table) => {
  const byHeading = new Map<string, string[]>();
  for (const record of columnsOf(table))
    for (const heading of new Set(headingsOf(record).map(normalise)))
      byHeading.set(heading, [...(byHeading.get(heading) ?? []), record.id]);
  return byHeading;
});
const eachColumn = tableKinds.flatMap((table) =>
  (columnsOf(table) as readonly DocumentedColumn[]).map((record) => ({ table, id: record.id, record })),
);

describe.each(tableKinds)("the columns of %s", (table) => {
  test("each heading is one record's", () => {
    const doubled = columnsOf(table).flatMap((record) => {
      const own = headingsOf(record).map(normalise);
      return own.filter((heading, index) => own.indexOf(heading) < index || ownersOf(table, heading).length > 1);
    });
    expect(doubled).toEqual([]);
  });

  test("ids are unique, and find their record", () => {
    const ids = columnsOf(table).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const record of columnsOf(table)) expect(columnRecord(table, record.id)).toBe(record);
    expect(columnRecord(table, "no such column")).toBeUndefined();
  });
});

describe.each(eachColumn)("$table: $id", ({ table, id, record }) => {
  test("belongs to its table and says what it is for, and what a blank means", () => {
    expect(record.table).toBe(table);
    expect(record.help).toMatch(/^[A-Z].{10,}\.$/);
    expect(record.whenBlank).toMatch(/^\S(.*[^.])?$/);
  });

  test("has headings that leave words, and no year that would be cut from them", () => {
    for (const heading of headingsOf(record)) {
      expect(normalise(heading)).not.toBe("");
      expect([heading, findYear(heading, april)]).toEqual([heading, null]);
    }
  });

  test("shares only headings of other records, and leaves open only what is another record", () => {
    for (const heading of record.sharedHeadings ?? []) {
      const its = ownersOf(table, normalise(heading));
      expect([heading, its.length]).toEqual([heading, 1]);
      expect(its).not.toContain(id);
    }
    expect(record.headings).toEqual(expect.arrayContaining(record.openHeadings?.headings ?? []));
    const alternative = record.openHeadings?.alternative;
    if (alternative !== undefined) expect(columnRecord(table, alternative)?.values).toEqual(record.values);
  });

  test("knows every choice as itself, and a choice for each of its words", () => {
    if (record.values.holds !== "words") return;
    for (const choice of record.values.choices) expect([choice, choiceOf(table, id, choice)]).toEqual([choice, choice]);
    expect(new Set(choicesOf(table, id))).toEqual(new Set(record.values.choices));
    // A kind of row may stand among types, which it does not read.
    if (id === "kind") return;
    const unknown = [...record.values.words.keys()].filter((word) => choiceOf(table, id, word) === null);
    expect(unknown).toEqual([]);
  });

  test("shows an example that its own rule takes", () => {
    const { values, template } = record;
    if (!template) return;
    for (const shown of [template.example, ...(template.choices ?? [])]) {
      if (values.holds === "words") expect(findWord(values.words, String(shown))).toBeDefined();
      else if (values.holds === "year") expect(readYear(shown, "", april)).not.toBeNull();
      else if (values.holds === "month") expect(readMonth(shown, "")).not.toBeNull();
      else expect(typeof shown).toBe(isNumber(record) ? "number" : "string");
      if (values.holds === "rate") expect(Math.abs(Number(shown))).toBeLessThanOrEqual(values.beyond);
    }
  });
});

function headingsOf({ name, headings }: ColumnRecord): string[] {
  return [name, ...headings];
}

function ownersOf(table: TableKind, heading: string): string[] {
  return owners[table].get(heading) ?? [];
}

function isNumber({ values }: ColumnRecord): boolean {
  return ["amount", "rate", "number"].includes(values.holds);
}
