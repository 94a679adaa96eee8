import { nodeCount } from "../../../../engine/attribution/productGame";
import type { Method } from "../../../../engine/attribution/methods";
import { gaussLegendre } from "../../../../engine/numbers/gaussLegendre";
import { addsToNeed } from "../../../evaluation/kinds";
import type { ResultArea } from "../../outputTable";
import { f, joined, type Formula, type Operand } from "../formulas/formula";
import type { Frame, LeverCells, Period } from "./frame";
import { ResultSheet } from "../tables/resultSheet";

/** What the savings do to the spend of each category, on a sheet of its own. */
export function categoryWorkings(frame: Frame, alone: LeverCells) {
  const { plan, scenario, inputs, format, method, periods, yearly, sheet, levers, effects, kinds, needs } = frame;
  const { anyOverlap, anyAdds, tolerance } = frame;
  const categories = plan.categories ?? [];
  const names = uniqueNames(categories.map(({ name }) => name));
  const [firstName = "", lastName = ""] = [names[0], names.at(-1)];
  const own = new ResultSheet("byCategory", ["Part", "Line", "Node", "Weight", ...names], format, {
    Node: "0.0000000000",
    Weight: "0.0000000000",
  });
  const row = (at: number): ResultArea => own.at(at, firstName, { heading: lastName });
  const block = (
    part: string,
    sentence: string,
    rows: readonly { line: string; cell: (name: number) => Operand | null; cells?: Record<string, number> }[],
    blockFormat?: string,
  ): number => {
    own.block(part, sentence);
    const first = own.rowCount;
    for (const { line, cell, cells = {} } of rows)
      own.add(
        part,
        line,
        {
          ...cells,
          ...Object.fromEntries(
            names.flatMap((name, at) => {
              const value = cell(at);
              return value === null ? [] : [[name, typeof value === "number" ? value : f`${value}`]];
            }),
          ),
        },
        blockFormat,
      );
    return first;
  };
  const applies = (is: (at: number) => boolean) =>
    levers.map((lever, at) => ({
      line: lever.name,
      cell: (k: number) => (is(at) && lever.categories.includes(k) ? 1 : 0),
    }));
  const overlapRows = anyOverlap
    ? block(
        "Overlapping savings apply to",
        "1 where a saving that works on what the others leave applies to the category, as the register's words say.",
        applies((at) => kinds[at] === "overlaps"),
        "0",
      )
    : -1;
  const otherRows = block(
    "Other rows apply to",
    "1 where any other row of the register applies to the category.",
    applies((at) => kinds[at] !== "overlaps"),
    "0",
  );
  const appliesTo = (at: number): ResultArea => row((kinds[at] === "overlaps" ? overlapRows : otherRows) + at);
  const ofAll = (first: number, k: number): ResultArea =>
    own.at(first, names[k] ?? "", { row: first + levers.length - 1 });

  let unpressed = block(
    "Spend as written",
    scenario.growthChange
      ? "Spend of each category and year with the points on its growth."
      : "Spend of each category and year.",
    yearly.map(({ heading, year }) => ({ line: heading, cell: (k) => spendCell(k, year) })),
  );
  function spendCell(k: number, year: number): Operand {
    const written_ = pricedSpend(k, year);
    if (!scenario.growthChange) return written_;
    const points = inputs.constant("Points on spending growth");
    const first = own.rowCount - year;
    const hasBase = categories[k]?.base !== null;
    if (year === 0 && !hasBase) return f`${written_}*(1+${points})`;
    const before: Operand = year === 0 ? pricedBase(k) : pricedSpend(k, year - 1);
    const changed: Operand = year === 0 ? pricedBase(k) : own.at(first + year - 1, names[k] ?? "");
    return f`IF(${before}=0,${written_}*(1+${points}),${changed}*MAX(0,${written_}/${before}+${points}))`;
  }
  function pricedSpend(k: number, year: number): Operand {
    const price = inputs.price(year);
    return price ? f`${inputs.spend(k, year)}*${price}` : inputs.spend(k, year);
  }
  function pricedBase(k: number): Operand {
    return inputs.price(0) ? f`${inputs.spendBase(k)}*${inputs.constant("Prices")}` : inputs.spendBase(k);
  }
  const raised = (first: number, year: number, k: number, under: readonly number[], change: Operand): Operand => {
    const cell = own.at(first + year, names[k] ?? "");
    const total = joined(
      under.map((other) => own.at(first + year, names[other] ?? "")),
      "+",
    );
    return f`MAX(0,${cell}+${change}*IF(${total}=0,1/${under.length},${cell}/${total}))`;
  };
  if (scenario.needAmountChange) {
    const before = unpressed;
    const change = inputs.constant("Amount on need");
    unpressed = block(
      "Spend with the amount on need",
      "The scenario's amount on each year's need, spread over the categories by spend.",
      yearly.map(({ heading, year }) => ({
        line: heading,
        cell: (k) => raised(before, year, k, [...names.keys()], change),
      })),
    );
  }
  let spend = unpressed;
  const under = (first: number, at: number, { year }: Period): Formula =>
    f`SUMPRODUCT(${appliesTo(at)},${row(first + year)})`;
  const spendRow = ({ year }: Period): ResultArea => row(spend + year);
  const pressing = levers.flatMap(({ kind, categories: on }, at) => (addsToNeed(kind) && on.length > 0 ? [at] : []));
  // Blocks of spend with pressures point at rows of Alone, whose places are known already: it comes after this sheet's first blocks.
  const aloneAt = (at: number, period: Period): ResultArea => sheet.at(sheet.rowCount + 2 + at, period.heading);
  for (const at of pressing) {
    const before = spend;
    const on = levers[at]?.categories ?? [];
    spend = block(
      `Spend with ${levers[at]?.name ?? ""}`,
      "The pressure is spread over its categories by spend.",
      yearly.map((period) => ({
        line: period.heading,
        cell: (k) =>
          on.includes(k)
            ? raised(before, period.year, k, on, aloneAt(at, period))
            : own.at(before + period.year, names[k] ?? ""),
      })),
    );
  }
  const finalSpend = spend;

  return {
    sheet: own,
    spendRow,
    unpressedRow: (year: number): ResultArea => row(unpressed + year),
    spendUnder: (at: number, period: Period): Formula => under(finalSpend, at, period),
    unpressedUnder: (at: number, period: Period): Formula | null =>
      (levers[at]?.categories.length ?? 0) > 0 ? under(unpressed, at, period) : null,
    attribution,
  };

  function attribution(shareOf: LeverCells, shapleyToo: boolean) {
    const c = (period: Period, k: number): ResultArea => own.at(finalSpend + period.year, names[k] ?? "");
    const mo = (k: number): ResultArea => ofAll(overlapRows, k);
    const each = (cell: (period: Period, k: number) => Operand) =>
      periods.map((period) => ({ line: period.heading, cell: (k: number) => cell(period, k) }));
    const at_ = (first: number, period: Period): ResultArea => row(first + periods.indexOf(period));
    const cellAt_ = (first: number, period: Period, k: number): ResultArea =>
      own.at(first + periods.indexOf(period), names[k] ?? "");
    /** Π(1 − e) of those below 1, and how many are at 1. */
    const left = (part: string, sentence: string, of: (e: ResultArea) => Formula) => {
      const whole = block(
        `${part}, whole`,
        `How many of them save all of the category.`,
        each((period, k) => f`SUMPRODUCT(${mo(k)}*(${of(shareOf(period))}>=1))`),
        "0",
      );
      const product = block(
        part,
        sentence,
        each((period, k) => {
          const e = of(shareOf(period));
          return f`EXP(SUMPRODUCT(LN(1-${mo(k)}*${e}*(${e}<1))))`;
        }),
        "0.0000%",
      );
      return { whole, product };
    };
    const plain = (e: ResultArea): Formula => f`${e}`;
    const leaves = anyOverlap
      ? left(
          "Left of each category",
          "What the savings that overlap leave of it: the product of 1 less each share.",
          plain,
        )
      : null;
    const together = block(
      "Saved together",
      "What the savings that overlap save of each category together.",
      each((period, k) =>
        leaves
          ? f`${c(period, k)}*IF(${cellAt_(leaves.whole, period, k)}>0,1,1-${cellAt_(leaves.product, period, k)})`
          : 0,
      ),
    );
    const kept = anyAdds ? keptBlocks() : -1;
    function keptBlocks(): number {
      const ma = (k: number): ResultArea => ofAll(otherRows, k);
      const adds = block(
        "Adds",
        "What the savings that add come to in each category.",
        each((period, k) => f`${c(period, k)}*SUMPRODUCT(${ma(k)}*${shareOf(period)})`),
      );
      const positive = block(
        "Adds, without what costs",
        "The same without those that cost.",
        each((period, k) => f`${c(period, k)}*SUMPRODUCT(${ma(k)}*${shareOf(period)}*(${shareOf(period)}>0))`),
      );
      return block(
        "Kept of what adds",
        "No category saves more than it spends: the share of what adds that is kept.",
        each((period, k) => {
          const [total, plus, spent, saved] = [
            cellAt_(adds, period, k),
            cellAt_(positive, period, k),
            c(period, k),
            cellAt_(together, period, k),
          ];
          return f`IF(${total}<=${spent}-${saved}+${tolerance}*${spent},1,MAX(0,MIN(1,(${spent}-${saved}-(${total}-${plus}))/${plus})))`;
        }),
        "0.00%",
      );
    }
    const shapley = anyOverlap && (method === "shapley" || shapleyToo) ? nodeBlocks() : null;
    function nodeBlocks() {
      const count = nodesNeeded();
      const rule = gaussLegendre(count);
      const nodes = block(
        "Nodes",
        `Gauss–Legendre nodes and weights on 0 to 1, with which the average over all orders of the savings is exact (${count} for this many).`,
        Array.from({ length: count }, (_, q) => ({
          line: `Node ${q + 1}`,
          cell: () => null,
          cells: { Node: rule.nodes[q] ?? 0, Weight: rule.weights[q] ?? 0 },
        })),
      );
      const node = (q: number): ResultArea => own.at(nodes + q, "Node");
      const weight = (q: number): ResultArea => own.at(nodes + q, "Weight");
      const firsts = periods.map((period) =>
        block(
          `Left at each node, ${period.heading}`,
          "Spend of the category times the node's weight and what all savings, each in place by the node, leave of it.",
          Array.from({ length: count }, (_, q) => ({
            line: `Node ${q + 1}`,
            cell: (k: number) =>
              f`${c(period, k)}*${weight(q)}*EXP(SUMPRODUCT(LN(1-${mo(k)}*${shareOf(period)}*${node(q)})))`,
          })),
        ),
      );
      return {
        nodes: own.at(nodes, "Node", { row: nodes + count - 1 }),
        area: (period: Period): ResultArea => {
          const first = firsts[periods.indexOf(period)] ?? 0;
          return own.at(first, firstName, { heading: lastName, row: first + count - 1 });
        },
      };
    }
    const lmdi = method === "lmdi" && leaves ? meanBlock(leaves) : -1;
    function meanBlock({ whole, product }: { whole: number; product: number }): number {
      return block(
        "Logarithmic mean",
        "Of each category before and after the savings that overlap; 0 where one of them saves all of it.",
        each((period, k) => {
          const log = f`LN(${cellAt_(product, period, k)})`;
          return f`IF(${cellAt_(whole, period, k)}>0,0,IF(ABS(${log})<${tolerance},${c(period, k)}*(1+${log}/2),${c(period, k)}*(${cellAt_(product, period, k)}-1)/${log}))`;
        }),
      );
    }
    const sums =
      method === "prorata" && leaves
        ? block(
            "Sum of shares",
            "The stand-alone shares of the savings that overlap, added up.",
            each((period, k) => f`SUMPRODUCT(${mo(k)}*${shareOf(period)})`),
            "0.00%",
          )
        : -1;
    const ordered = method === "sequential" && anyOverlap ? orderedBlocks() : [];
    function orderedBlocks(): number[] {
      return periods.map((period) =>
        block(
          `Left after each, ${period.heading}`,
          "What is left of each category after a saving and those before it in the register's order.",
          levers.map((lever, at) => ({
            line: lever.name,
            cell: (k: number) => {
              const first = own.rowCount - at;
              const before: Operand = at === 0 ? c(period, k) : own.at(first + at - 1, names[k] ?? "");
              if (kinds[at] !== "overlaps") return before;
              return f`${before}*(1-${own.at(overlapRows + at, names[k] ?? "")}*${shareOf(period, at)})`;
            },
          })),
        ),
      );
    }
    const ends =
      needs.range && anyOverlap
        ? {
            savings: left(
              "Left by savings",
              "What the savings among them leave of each category.",
              (e) => f`${e}*(${e}>0)`,
            ),
            costs: left("Left by costs", "What those that cost leave of each category.", (e) => f`${e}*(${e}<0)`),
          }
        : null;
    return {
      together: (period: Period): ResultArea => at_(together, period),
      kept: anyAdds ? { ...row(kept), rowCount: yearly.length } : null,
      adding: (at: number, period: Period): Formula => {
        const [on, spent, keeps, e] = [appliesTo(at), spendRow(period), at_(kept, period), shareOf(period, at)];
        return f`IF(SUMPRODUCT(${on}*(${keeps}<1))=0,${alone(period, at)},${e}*IF(${e}>0,SUMPRODUCT(${on},${spent},${keeps}),SUMPRODUCT(${on},${spent})))`;
      },
      overlap: (at: number, period: Period, by: Method): Formula => overlapCell(at, period, by),
      range: (at: number, period: Period, which: "MIN" | "MAX"): Formula => {
        if (!ends) return f`0`;
        const e = shareOf(period, at);
        const end = ({ whole, product }: { whole: number; product: number }, is: Formula): Formula =>
          lastIn(at, period, whole, product, is);
        const savings = end(ends.savings, f`${e}*(${e}>0)`);
        const costs_ = end(ends.costs, f`${e}*(${e}<0)`);
        return which === "MIN" ? f`MIN(${savings},${costs_})` : f`MAX(${savings},${costs_})`;
      },
    };

    /** e·Σ C·Π of the others' (1 − e): the last to come finds what all others leave. */
    function lastIn(at: number, period: Period, whole: number, product: number, is: Formula): Formula {
      const [on, spent, w, p] = [appliesTo(at), spendRow(period), at_(whole, period), at_(product, period)];
      const e = shareOf(period, at);
      return f`${e}*IF(${is}>=1,SUMPRODUCT(${on}*${spent}*${p}*(${w}=1)),SUMPRODUCT(${on}*${spent}*${p}*(${w}=0))/(1-${is}*(${is}<1)))`;
    }

    function overlapCell(at: number, period: Period, by: Method): Formula {
      const [on, spent, e] = [appliesTo(at), spendRow(period), shareOf(period, at)];
      switch (by) {
        case "shapley":
          return shapley ? f`${e}*SUMPRODUCT(${shapley.area(period)}*${on}/(1-${e}*${shapley.nodes}))` : f`0`;
        case "standalone":
          return f`${e}*SUMPRODUCT(${on},${spent})`;
        case "last":
          return leaves ? lastIn(at, period, leaves.whole, leaves.product, f`${e}`) : f`0`;
        case "prorata": {
          const sum = at_(sums, period);
          return f`${e}*SUMPRODUCT(${on}*${at_(together, period)}/(${sum}+(${sum}=0)))`;
        }
        case "lmdi": {
          if (!leaves) return f`0`;
          const w = at_(leaves.whole, period);
          return f`IF(${e}>=1,SUMPRODUCT(${on}*${spent}/(${w}+(${w}=0))),(0-LN(1-${e}*(${e}<1)))*SUMPRODUCT(${on},${at_(lmdi, period)}))`;
        }
        case "sequential": {
          const first = ordered[periods.indexOf(period)] ?? 0;
          const before = at === 0 ? spent : row(first + at - 1);
          return f`${e}*SUMPRODUCT(${on},${before})`;
        }
      }
    }
  }

  /** Enough to be exact however the shares change: half as many as savings that overlap in a category, at most what long products need. */
  function nodesNeeded(): number {
    const inCategory = categories.map((_, k) =>
      levers.flatMap(({ categories: on }, at) => (kinds[at] === "overlaps" && on.includes(k) ? [at] : [])),
    );
    const most = Math.max(1, ...inCategory.map((list) => list.length));
    const now = inCategory.flatMap((list) =>
      yearly.map(({ year }) => nodeCount(list.map((at) => 2 * (effects[at]?.share[year] ?? 0)))),
    );
    return Math.min(Math.ceil(most / 2), Math.max(32, ...now));
  }
}

/** Headings of their own, whatever the categories are called. */
function uniqueNames(all: readonly string[]): string[] {
  const taken = new Set(["part", "line", "node", "weight", ""]);
  return all.map((name) => {
    const plain = name.slice(0, 200);
    let unique = plain;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${plain} (${number})`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
