import { cellAddress } from "../../../cells/address";
import { amountAt } from "../extent/totals/rowSums";
import type { MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { rowKindOf } from "./lever/rowKind";

/** By what the amounts of a register are multiplied, and the rows of it whose own sign is a slip. */
export interface RegisterSigns {
  sign: 1 | -1;
  slips: ReadonlySet<number>;
}

/**
 * Whether a register shows savings as negatives, "in brackets", as more than half of its rows do in all of their amounts: then its savings are turned,
 * and so it is said. Both signs among savings, where no row is a pressure or the like, are a question at the cells of the rarer sign.
 */
export function signsOf(table: OpenTable, amounts: readonly MappedColumn[], asking: Asking): RegisterSigns {
  const { header, rows } = table;
  const kinds = new Map(rows.rows.map((row) => [row, rowKindOf(table, row)]));
  const signed = rows.rows.flatMap((row) => {
    if (kinds.get(row) !== "Saving") return [];
    const filled = amounts.flatMap(({ column, meaning }) => {
      const figure = amountAt(header, row, column) ?? 0;
      return figure === 0 ? [] : [{ column, meaning, figure }];
    });
    // A percent beside an amount says nothing of its sign.
    const money = filled.filter(({ meaning }) => meaning !== "savingShare" && meaning !== "yearlyEfficiency");
    const own = money.length > 0 ? money : filled;
    const sum = own.reduce((total, { figure }) => total + figure, 0);
    const [at] = own;
    const isMixed = own.some(({ figure }) => figure * sum < 0);
    return sum === 0 || !at ? [] : [{ row, column: at.column, sign: Math.sign(sum), isMixed }];
  });
  const negatives = signed.filter(({ sign }) => sign < 0);
  const positives = signed.filter(({ sign }) => sign > 0);
  const says = header.titles.some((title) =>
    /\b(savings?|reductions?)\b.*\b(brackets?|negatives?|minus|parenthes[ie]s)\b/i.test(title),
  );
  const whole = negatives.filter(({ isMixed }) => !isMixed).length;
  const isTurned = whole > signed.length / 2 || (says && negatives.length > 0);
  const [column] = amounts;
  if (isTurned && column) {
    const cell = cellAddress(header.grid.sheet, column.row, column.column);
    const message = says
      ? "savings are shown in brackets, as the title says, and were turned"
      : `the savings are negative${whole < signed.length ? " for the most part" : " throughout"}, as where they are shown in brackets, and were turned`;
    asking.findings.push({ level: "warning", cell, message });
  }
  const hasOtherKinds = [...kinds.values()].some((kind) => kind !== "Saving");
  const odd = isTurned ? positives : negatives;
  const slips = hasOtherKinds
    ? []
    : odd.filter(({ row, column: at }) => isSlip(asking, cellAddress(header.grid.sheet, row, at)));
  return { sign: isTurned ? -1 : 1, slips: new Set(slips.map(({ row }) => row)) };
}

function isSlip(asking: Asking, cell: string): boolean {
  const choice = ask(asking, {
    id: "oddSign",
    cell,
    message:
      "the saving has another sign than others, and counts as a cost; give it a Type such as Pressure, or turn its sign",
    choices: { cost: "a cost, which counts against the savings", slip: "a slip of the sign" },
    usual: "cost",
  });
  return choice === "slip";
}
