import { columnRecord, columnsOf } from "../../src/plan/columns/allColumns";
import type { ColumnRecord, DocumentedColumn } from "../../src/plan/columns/column";
import { tableKinds, tableNames, type TableKind } from "../../src/plan/tableKinds";

/** docs/tables.md with its tables of columns as the records have them; the prose about them stays as it is written. */
export function tablesWithColumns(page: string): string {
  return tableKinds.reduce((text, table) => {
    const [begin, end] = [
      `<!-- columns of ${table}: written by npm run docs -->`,
      `<!-- end of columns of ${table} -->`,
    ];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/tables.md must hold '${begin}' and, after it, '${end}'.`);
    return `${text.slice(0, from + begin.length)}\n\n${columnTables(table)}\n\n${text.slice(to)}`;
  }, page);
}

/** docs/headings.md: every heading that is known. */
export function headingsPage(): string {
  const tables = tableKinds.map((table) => {
    const columns = columnsOf(table).map(headingsOf).join("\n");
    return `## ${tableNames[table]}\n\n${columns}`;
  });
  return [
    "# Headings that are known",
    "For each column of [the tables of a plan](tables.md), what it may be headed. Case, punctuation, line breaks, years, units and price bases in a heading do " +
      "not matter: *SAVING (£k)*, *Saving 2025/26* and *saving* are one. Another heading can be given its meaning in the pane. This page is written by " +
      "`npm run docs` from the columns' records.",
    ...tables,
  ]
    .join("\n\n")
    .concat("\n");
}

function columnTables(table: TableKind): string {
  const records = columnsOf(table) as readonly DocumentedColumn[];
  const used = records.filter(({ use }) => use !== "set aside");
  const aside = records.filter(({ use }) => use === "set aside");
  return [
    markdownTable(
      ["column", "what it is for", "left blank", "also headed"],
      used.map((record) => [record.name, record.help, record.whenBlank, firstHeadings(record)]),
    ),
    "Known, and set aside:",
    markdownTable(
      ["column", "what it is", "also headed"],
      aside.map((record) => [record.name, record.help, firstHeadings(record)]),
    ),
  ].join("\n\n");
}

/** The three most usual that are not just longer forms of the name or of one another. */
function firstHeadings({ name, headings }: ColumnRecord): string {
  const shown: string[] = [];
  for (const heading of headings) {
    const isLonger = [name, ...shown].some((other) => heading.toLowerCase().includes(other.toLowerCase()));
    if (!isLonger && shown.length < 3) shown.push(heading);
  }
  return shown.join(", ");
}

function headingsOf({ table, name, headings, openHeadings, sharedHeadings }: ColumnRecord): string {
  const open = openHeadings?.headings ?? [];
  const other = openHeadings && columnRecord(table, openHeadings.alternative)?.name;
  return [
    `**${name}**: ${headings.filter((heading) => !open.includes(heading)).join(" · ")}.`,
    ...(openHeadings ? [`Open, this or ${other}: ${open.join(" · ")}.`] : []),
    ...(sharedHeadings ? [`Where its cells or neighbours say so: ${sharedHeadings.join(" · ")}.`] : []),
  ]
    .join(" ")
    .concat("\n");
}

function markdownTable(headings: string[], rows: string[][]): string {
  const lines = [headings, headings.map(() => "---"), ...rows.map((row) => row.map(cellText))];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cellText(text: string): string {
  return text.replace(/\|/g, "\\|");
}
