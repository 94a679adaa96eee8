import { cellAddress } from "../../cells/address";
import { findTables } from "./findTables";
import type { Finding } from "../finding";
import { splitFundingRows } from "./fundingRows";
import { firstColumnOf } from "./headerRows";
import { missingParts, openTable, summaryOf, tableReading, type OpenTable } from "./openTable";
import type { Plan } from "../plan";
import type { PlanReading, ReadOptions } from "./planReading";
import { readPlan, targetOf } from "./readPlan";
import type { SheetGrid } from "./sheetGrid";
import { byKind, tableKinds, tableNames, type TableKind } from "../tableKinds";
import { timelineOf, yearIndex, type Timeline } from "./timeline";
import { findYear, fiscalLabel, type YearConvention } from "./years";

/**
 * Finds the Spending, Funding and Levers tables among the used cells of a workbook, says how every column was understood, lists what is wrong,
 * and gives the plan where nothing wrong is an error. Never throws on what cells hold.
 */
export function readTables(grids: SheetGrid[], options: ReadOptions = {}): PlanReading {
  const convention: YearConvention = {
    fiscalYearStart: options.fiscalYearStart ?? 4,
    bareYear: options.corrections?.bareYear ?? "start",
  };
  const findings: Finding[] = [];
  const found = findTables(grids, options, convention);
  const opened = byKind((kind) => {
    const header = found[kind];
    return header && openTable(header, kind, found.headers, options, convention);
  });
  const tables = withFundingRows(opened);
  for (const { kind, reference } of found.notThere) {
    const message = `there is no table at '${reference}' for ${tableNames[kind]}; a range with a header row or an Excel table is needed`;
    findings.push({ level: "error", cell: "", message });
  }
  for (const kind of tableKinds) {
    findings.push(...missingParts(tables[kind], kind), ...(tables[kind]?.findings ?? []));
    for (const { header } of found.alsoLike.filter((other) => other.kind === kind)) {
      const cell = cellAddress(header.grid.sheet, header.top, firstColumnOf(header));
      findings.push({
        level: "warning",
        cell,
        message: `this looks like a ${tableNames[kind]} table too; ${tables[kind]?.rows.address ?? "another"} is used`,
      });
    }
  }
  const { spending, funding, levers } = tables;
  const timeline = spending ? timelineOf(spending, funding, options, convention, findings) : null;
  const plan =
    spending && timeline ? readPlan({ spending, funding, levers }, timeline, options, convention, findings) : null;
  const sorted = [
    ...findings.filter(({ level }) => level === "error"),
    ...findings.filter(({ level }) => level === "warning"),
  ];
  const reading = (table: OpenTable | null) =>
    table && tableReading(table, summaryOf(table, timeline), timeline, convention);
  const read = byKind((kind) => reading(tables[kind]));
  const target = timeline && targetOf(options, timeline);
  return {
    ...read,
    registers: read.levers ? [read.levers] : [],
    target: target && { cell: "", byYear: target },
    sheetTotals: [],
    years: timeline ? yearMeanings([spending, funding], timeline, convention) : [],
    horizon: timeline && {
      years: timeline.labels.length,
      from: hasYears([spending, funding]) ? "columns" : options.horizon === undefined ? "default" : "given",
    },
    findings: sorted,
    plan: withFindings(plan, sorted),
  };
}

/** Funding may be a row of the Spending table. */
function withFundingRows(tables: Record<TableKind, OpenTable | null>): Record<TableKind, OpenTable | null> {
  const split = tables.spending && splitFundingRows(tables.spending, tables.funding !== null);
  return split ? { ...tables, spending: split.spending, funding: tables.funding ?? split.funding } : tables;
}

/** The plan, unless an error stands against it. */
function withFindings(plan: Plan | null, findings: Finding[]): Plan | null {
  return plan && findings[0]?.level !== "error" ? { ...plan, findings } : null;
}

function hasYears(tables: (OpenTable | null)[]): boolean {
  return tables.some((table) => table?.columns.some(({ meaning, year }) => meaning === "year" && year !== null));
}

/** What each label in the headings was taken to mean, each once. */
function yearMeanings(
  tables: (OpenTable | null)[],
  timeline: Timeline,
  convention: YearConvention,
): { label: string; meaning: string }[] {
  const meanings = new Map<string, string>();
  for (const column of tables.flatMap((table) => table?.columns ?? [])) {
    const found = column.year && findYear(column.full, convention);
    if (!found) continue;
    const index = yearIndex(found.year, timeline);
    const meaning =
      found.year.kind === "fiscal"
        ? fiscalLabel(found.year.start, convention)
        : index !== null
          ? timeline.labels[index - 1]
          : undefined;
    if (meaning !== undefined) meanings.set(found.label, meaning);
  }
  return [...meanings].map(([label, meaning]) => ({ label, meaning }));
}
