import { tokenize } from "@borgar/fx";
import type { ValueContent } from "@workbooks/xlsx/content";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { formatArea, parseArea } from "@workbooks/stand-in/workbook/address";
import { agrees, type Answer } from "../cases/nativeFormulasWorkbook";
import type { ComparedCell } from "./comparedCell";
import { excuseOf } from "./excused";
import { isFormula, workbookOf, type FormulaFact, type WorkbookFacts } from "./facts";

/** Calculates every formula of a workbook anew, its value forgotten, and compares. What is not calculated keeps its value. */
export async function compareWorkbook(facts: WorkbookFacts): Promise<ComparedCell[]> {
  const notCalculated = new Set<FormulaFact>();
  let standIn = await calculated(facts, notCalculated);
  for (
    let more = refused(facts, standIn, notCalculated);
    more.length > 0;
    more = refused(facts, standIn, notCalculated)
  ) {
    standIn.close();
    more.forEach((fact) => notCalculated.add(fact));
    standIn = await calculated(facts, notCalculated);
  }
  try {
    return facts.sheets.flatMap(({ name, cells }, index) =>
      Object.entries(cells).flatMap(([address, fact]): ComparedCell[] => {
        if (!isFormula(fact)) return [];
        const excel = valuesIn(fact.array ?? address, (row, column) => {
          const there = cells[formatArea({ row, column, rowCount: 1, columnCount: 1 })] ?? null;
          return isFormula(there) ? there.value : there;
        });
        const shown = valuesIn(
          fact.array ?? address,
          (row, column) => standIn.workbook.sheets[index]?.value(row, column) ?? null,
        );
        const { formula } = fact;
        const functions = functionsOf(formula);
        const cell = { file: facts.file, sheet: name, address, formula, functions, excel, standIn: shown };
        if (notCalculated.has(fact)) return [{ ...cell, outcome: "notCalculated" }];
        if (agrees(excel, shown)) return [{ ...cell, outcome: "agrees" }];
        return [{ ...cell, outcome: excuseOf(cell) === null ? "differs" : "excused" }];
      }),
    );
  } finally {
    standIn.close();
  }
}

async function calculated(facts: WorkbookFacts, kept: Set<FormulaFact>): Promise<StandIn> {
  const standIn = await openStandIn(
    workbookOf(facts, (fact) => kept.has(fact)),
    null,
  );
  await standIn.recalculate();
  return standIn;
}

/** The formulas that the stand-in says it does not calculate. */
function refused(facts: WorkbookFacts, { workbook }: StandIn, known: Set<FormulaFact>): FormulaFact[] {
  const { calculation, sheets } = workbook;
  return facts.sheets.flatMap(({ cells }, index) =>
    Object.entries(cells).flatMap(([address, fact]) => {
      if (!isFormula(fact) || known.has(fact)) return [];
      const { row, column } = parseArea(address);
      const isRefused = calculation.recalculation.refusal(sheets[index]?.id ?? "", row, column) !== null;
      return isRefused || !calculation.stored.isCalculable(`=${fact.formula}`) ? [fact] : [];
    }),
  );
}

function valuesIn(address: string, value: (row: number, column: number) => ValueContent): Answer {
  const area = parseArea(address);
  const rows = Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (__, column) => value(area.row + row, area.column + column)),
  );
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] as ValueContent) : rows;
}

/** The functions that a formula calls, in capitals, each once. */
function functionsOf(formula: string): string[] {
  const calls = tokenize(`=${formula}`).filter(({ type }) => type === "func");
  return [...new Set(calls.map(({ value }) => value.toUpperCase()))];
}
