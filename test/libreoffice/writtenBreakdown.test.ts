import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { convert, parseCsv } from "./support/soffice";

const root = join(__dirname, "..", "..");
const sample = join(root, "assets", "samples", "forward-view.xlsx");

interface Table {
  header: string[];
  lines: string[][];
  rows: Map<string, string[]>;
}

/** The tables that a run of the sample writes, as LibreOffice reads them: by the sheet's last word ("Breakdown"). */
async function tablesOf(...words: string[]): Promise<Record<string, Table>> {
  const folder = mkdtempSync(join(tmpdir(), "savings-"));
  try {
    const out = join(folder, "done.xlsx");
    await promisify(execFile)(
      process.execPath,
      [join(root, "scripts", "savings.js"), "run", sample, "--out", out, ...words],
      { cwd: root },
    );
    const files = await convert(readFileSync(out), "csv");
    return Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [/(\w+)\.csv$/.exec(name)?.[1] ?? name, tableIn(String(bytes))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The written table starts below its title and all that stands under it, after the last blank row. */
function tableIn(csv: string): Table {
  const lines = parseCsv(csv);
  const top = lines.reduce((last, line, index) => (line.every((field) => field === "") ? index + 1 : last), 0);
  const rows = lines.slice(top + 1).filter(([label]) => label !== "");
  return { header: lines[top] ?? [], lines: rows, rows: new Map(rows.map((line) => [line[0] ?? "", line])) };
}

function column({ header, rows }: Table, heading: string | RegExp): number[] {
  const at = header.findIndex((name) => (typeof heading === "string" ? name === heading : heading.test(name)));
  if (at < 0) throw new Error(`No column ${String(heading)} among ${header.join(", ")}.`);
  return [...rows.values()].map((row) => Number(row[at]));
}

const sum = (values: readonly number[]): number => values.reduce((so, value) => so + value, 0);
const years = ["2015/16", "2016/17", "2017/18", "2018/19", "2019/20", "2020/21"];

describe.each([
  ["As planned", 22],
  ["Parts overlap", 20.863380960376606],
] as const)("%s", (scenario, savings) => {
  let tables: Record<string, Table>;
  beforeAll(async () => (tables = await tablesOf("--scenario", scenario)));

  test("the levers add up to the combined saving, by year and to 1e-9", () => {
    const { Summary, Breakdown, Groups } = tables as { Summary: Table; Breakdown: Table; Groups: Table };
    const combined = column(Summary, "Savings identified").map(
      (identified, year) => identified + column(Summary, "Unidentified")[year]!,
    );
    years.forEach((year, index) => {
      const levers = [...Breakdown.rows].filter(([label]) => !/total|sum/i.test(label));
      const at = Breakdown.header.indexOf(year);
      const total = sum(levers.map(([, row]) => Number(row[at])));
      expect(Math.abs(total - combined[index]!)).toBeLessThan(1e-9 * Math.max(1, total));
      const parts = Groups.lines.filter(([, part]) => part !== "Total");
      const splits = new Set(parts.map(([split]) => split));
      expect(splits.has("Group")).toBe(true);
      for (const split of splits) {
        const ofIt = parts.filter(([one]) => one === split).map((row) => Number(row[Groups.header.indexOf(year)]));
        expect(Math.abs(sum(ofIt) - total)).toBeLessThan(1e-9 * Math.max(1, total));
      }
    });
    expect(combined.at(-1)).toBeCloseTo(savings, 9);
  });

  test("combined savings and what remains are the gap, which is need less funding, to 1e-9", () => {
    const { Summary } = tables as { Summary: Table };
    const [need, funding, gap, remaining] = ["Need", "Funding", "Gap", "Remaining gap"].map((heading) =>
      column(Summary, heading),
    );
    const combined = column(Summary, "Savings identified").map(
      (identified, year) => identified + column(Summary, "Unidentified")[year]!,
    );
    years.forEach((_year, index) => {
      expect(Math.abs(combined[index]! + remaining![index]! - gap![index]!)).toBeLessThan(1e-9 * gap![index]!);
      expect(Math.abs(need![index]! - funding![index]! - gap![index]!)).toBeLessThan(1e-9 * gap![index]!);
    });
    expect(gap!.at(-1)).toBeCloseTo(22, 9);
  });

  test("the bridge goes from the gap to what remains", () => {
    const { Bridge, Summary } = tables as { Bridge: Table; Summary: Table };
    const amounts = column(Bridge, "Amount");
    const [from, to] = [amounts[0]!, amounts.at(-1)!];
    expect(Math.abs(from + sum(amounts.slice(1, -1)) - to)).toBeLessThan(1e-9 * from);
    expect(to).toBeCloseTo(column(Summary, "Remaining gap").at(-1)!, 9);
  });
});
