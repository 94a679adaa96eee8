import type { NoteLine } from "./noteLine";

/** How a column of the user's was read. */
export interface ReadColumn {
  /** "Levers". */
  table: string;
  heading: string;
  /** Of its heading. */
  cell: string;
  /** As the user reads it, without the year: "Amount in a month"; null where it takes no part. */
  meaning: string | null;
  year: string | null;
  /** Why, where the reading is unsure. */
  unsure: string | null;
}

/** Table by table what each column was read as, neighbours of one meaning together, then those that take no part. */
export function columnLines(columns: readonly ReadColumn[]): NoteLine[] {
  const tables = [...new Set(columns.map(({ table }) => table))];
  return tables.flatMap((table): NoteLine[] => {
    const own = columns.filter((column) => column.table === table);
    const unused = own.filter(({ meaning }) => meaning === null);
    const names = unused.map(nameOf);
    return [
      ...runsOf(own.filter(({ meaning }) => meaning !== null)).map((run) => lineOf(table, run)),
      ...(unused.length === 0
        ? []
        : [{ about: `Columns of ${table}`, note: `Not used: ${names.join(", ")}`, cell: cellsOf(unused) }]),
    ];
  });
}

function runsOf(columns: readonly ReadColumn[]): ReadColumn[][] {
  const runs: ReadColumn[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before?.meaning === column.meaning && !before.unsure && !column.unsure) last.push(column);
    else runs.push([column]);
  }
  return runs;
}

function lineOf(table: string, run: readonly ReadColumn[]): NoteLine {
  const [first] = run;
  const last = run.at(-1);
  const names = run.length === 1 ? nameOf(first!) : `${nameOf(first!)} to ${nameOf(last!)}`;
  const years = [...new Set([first!.year, last!.year])].filter((year) => year !== null);
  const meaning = years.length > 0 ? `${first!.meaning}, ${years.join(" to ")}` : first!.meaning;
  const unsure = first!.unsure ? `; unsure, it ${first!.unsure}` : "";
  return { about: `Columns of ${table}`, note: `${names}: ${meaning}${unsure}`, cell: cellsOf(run) };
}

function nameOf({ heading, cell }: ReadColumn): string {
  return heading === "" ? cell : `'${heading}'`;
}

/** "Register!D4" or "Register!D4 to O4". */
function cellsOf(run: readonly ReadColumn[]): string {
  const first = run[0]?.cell ?? "";
  const last = run.at(-1)?.cell ?? "";
  return run.length === 1 ? first : `${first} to ${last.slice(last.lastIndexOf("!") + 1)}`;
}
