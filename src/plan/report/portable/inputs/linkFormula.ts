import type { SheetArea } from "../../../../cells/area";
import type { ResultArea } from "../../outputTable";
import { f, joined, type Formula, type Operand } from "../formulas/formula";
import type { Link } from "../following/links";

/** The formula on the user's cells that a link stands for; its factor stands in a cell of its own. */
export function linkFormula({ is, terms }: Link, unitCell: (name: string) => ResultArea): Formula {
  const scaled = (sum: Operand, factor: number): Formula => {
    const size = Math.abs(factor);
    const minus = factor < 0 ? f`-` : f``;
    const whole = f`${sum}`;
    if (size === 1) return { parts: [...minus.parts, ...whole.parts] };
    const unit = unitCell(unitName(size));
    const all = size < 1 ? f`${whole}/${unit}` : f`${whole}*${unit}`;
    return { parts: [...minus.parts, ...all.parts] };
  };
  if (is === "product") {
    const [first, second] = terms;
    if (!first || !second) return f`0`;
    return scaled(f`${first.cell}*${second.cell}`, first.factor);
  }
  const factors = [...new Set(terms.map(({ factor }) => factor))];
  const sums = factors.map((factor) => {
    const runs = runsOf(terms.filter((term) => term.factor === factor).map(({ cell }) => cell));
    return scaled(
      joined(
        runs.map((run) => (run.rowCount * run.columnCount > 1 ? f`SUM(${run})` : run)),
        "+",
      ),
      factor,
    );
  });
  return sums.reduce((all, one) => ({ parts: [...all.parts, "+", "(", ...one.parts, ")"] }));
}

/** What a factor is called among the units. */
export function unitName(size: number): string {
  return size < 1 ? `Divided by ${Math.round(1 / size)}` : `Multiplied by ${size}`;
}

/** Cells that stand side by side as one area. */
function runsOf(cells: readonly SheetArea[]): SheetArea[] {
  const runs: SheetArea[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const isNext =
      last && last.sheet === cell.sheet && last.row === cell.row && last.column + last.columnCount === cell.column;
    if (isNext && last.rowCount === 1) runs[runs.length - 1] = { ...last, columnCount: last.columnCount + 1 };
    else runs.push(cell);
  }
  return runs;
}
