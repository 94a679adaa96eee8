import reference from "../cases/reference-cases.json";
import { shapleyOfGame } from "../../src/engine/attribution/coalitions";
import { decompose } from "../../src/engine/attribution/decompose";
import { ragOf } from "../../src/engine/delivery/rating";
import { withOptimismBias } from "../../src/engine/delivery/optimismBias";
import { gapInLastYear } from "../../src/engine/gap";
import { discountFactor } from "../../src/engine/value/discount";
import { inRealTerms } from "../../src/engine/value/prices";
import { impliedUnitCost } from "../../src/engine/variance/impliedUnitCost";
import { mixVariances } from "../../src/engine/variance/mixVariance";

/** Published cases, each with its source in the file. A case that nothing here computes fails. */
type Case = { inputs: never; outputs: never };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const transpose = (rows: number[][]): number[][] => rows[0]!.map((_, column) => rows.map((row) => row[column]!));

interface States {
  state0: Record<string, number | number[]>;
  state1: Record<string, number | number[]>;
}

/** Factors × categories of a state. */
const factors = (state: Record<string, number | number[]>): number[][] =>
  Object.values(state).map((value) => [value].flat());

/** One pair of values to compare, with the tolerance that the case names for it. */
type Check = [computed: number | number[], published: number | number[], tolerance: number];

const percentages = (effects: number[]): number[] => effects.map((effect) => (100 * effect) / sum(effects));

function dasGupta(
  { state0, state1 }: States,
  outputs: { effects: Record<string, number>; value0: number; value1: number; percent: Record<string, number> },
  { abs, percent_abs }: { abs: number; percent_abs: number },
): Check[] {
  const [from, to] = [factors(state0), factors(state1)];
  const effects = decompose(from, to);
  const value = (state: number[][]): number => sum(transpose(state).map((row) => row.reduce((a, b) => a * b, 1)));
  return [
    [effects, Object.values(outputs.effects), abs],
    [percentages(effects), Object.values(outputs.percent), percent_abs],
    [value(from), outputs.value0, 0.006],
    [value(to), outputs.value1, 0.006],
    [sum(effects), value(to) - value(from), 1e-9 * Math.abs(value(to))],
  ];
}

const lmdiByCategory = (before: number[][], after: number[][]): number[][] =>
  before.map((_, category) => decompose(transpose([before[category]!]), transpose([after[category]!]), "lmdi"));

function game(values: Record<string, number>): number[] {
  const players = Math.max(...Object.keys(values).flatMap((key) => key.split(",").map(Number)));
  const table = new Float64Array(2 ** players);
  for (const [key, value] of Object.entries(values)) {
    table[key.split(",").reduce((set, player) => set | (1 << (Number(player) - 1)), 0)] = value;
  }
  return shapleyOfGame(table, players);
}

/** What each method of the file asks of the engine. */
// The file's inputs have another form for each method; each entry here knows its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const methods: Record<string, (inputs: any, outputs: any, tolerance: any) => Check[]> = {
  shapley_product: dasGupta,
  shapley_vector_sumproduct: dasGupta,
  shapley_function: ({ state0, state1 }, outputs, { abs }) => {
    // R = a − b as a game of two players, each switched from state 0 to state 1.
    const value = (a: number, b: number): number => a - b;
    const base = value(state0.a, state0.b);
    const effects = shapleyOfGame(
      [0, value(state1.a, state0.b) - base, value(state0.a, state1.b) - base, value(state1.a, state1.b) - base],
      2,
    );
    return [
      [effects, Object.values<number>(outputs.effects), abs],
      [base + sum(effects), outputs.value1, abs],
    ];
  },
  lmdi: ({ X0, XT }, outputs, { abs }) => {
    const effects = decompose(transpose(X0), transpose(XT), "lmdi");
    const weight = Math.log(outputs.multiplicative_total) / outputs.additive_total;
    return [
      [effects, outputs.additive_effects_by_factor, abs],
      [sum(effects), outputs.additive_total, abs],
      [lmdiByCategory(X0, XT).flat(), outputs.Z_category_by_factor.flat(), abs],
      [effects.map((effect) => Math.exp(effect * weight)), outputs.multiplicative_effects_by_factor, abs],
    ];
  },
  lmdi_zero: ({ X0, XT }, outputs, { abs }) => [
    [lmdiByCategory(X0, XT).flat(), outputs.Z_category_by_factor.flat(), abs],
  ],
  lmdi_zero_rule: ({ cases }, outputs) =>
    // The factor in question beside one that makes up v, so that each row of the table comes true.
    cases.map(([v0, vT, x0, xT]: [number, number, number, number], row: number): Check => {
      const rest = (v: number, x: number): number => (x === 0 ? 1 : v / x);
      const [effect] = decompose([[x0], [rest(v0, x0)]], [[xT], [rest(vT, xT)]], "lmdi");
      return [effect!, outputs.Z[row], 1e-12];
    }),
  shapley_game: ({ characteristic_function }, outputs, { abs }) => [
    [game(characteristic_function), outputs.shapley, abs],
    [sum(game(characteristic_function)), outputs.sum, abs],
  ],
  sales_volume_mix_quantity: ({ budget_units, actual_units, budget_margin }, outputs, { abs }) => {
    const lines = mixVariances(budget_units, actual_units, budget_margin);
    return (["volume", "quantity", "mix"] as const).flatMap((part): Check[] => [
      [lines.map((line) => line[part]), outputs[part], abs],
      [sum(lines.map((line) => line[part])), outputs[`${part}_total`], abs],
    ]);
  },
  compound_gap: ({ growth, years, base_bn }, outputs, { abs }) => {
    const flat = new Array<number>(years).fill(0);
    const pressure = [flat.map(() => growth as number)];
    const gap = { baseline: [base_bn], pressure, efficiency: [flat], funding: flat, baseFunding: base_bn, years };
    return [[gapInLastYear(gap), outputs.gap_bn, abs]];
  },
  hierarchy_sum: ({ national, local, already_secured_local, to_be_secured, to_secure_split }, outputs, { abs }) => [
    [national + local, outputs.national_plus_local, abs],
    [sum(Object.values(to_secure_split)), outputs.split_sum, abs],
    [already_secured_local + to_be_secured, outputs.secured_plus_to_secure, abs],
    [already_secured_local + to_be_secured - local, outputs.rounding_residual_vs_local, abs],
  ],
  residual_attribution: ({ target_headline, target_exact, named }, outputs, { abs }) => [
    [target_headline - sum(Object.values(named)), outputs.rest_vs_22, abs],
    [target_exact - sum(Object.values(named)), outputs["rest_vs_21.6"], abs],
  ],
  plan_vs_actual_unit_cost: ({ admissions, dtoc_days }, outputs, { abs }) => [
    [
      impliedUnitCost(admissions.cost_vs_plan_m * 1e6, admissions.planned_change, admissions.actual_change),
      outputs.unit_cost_admission_from_variance,
      abs,
    ],
    [
      impliedUnitCost(dtoc_days.cost_vs_plan_m * 1e6, dtoc_days.planned_change, dtoc_days.actual_change),
      outputs.unit_cost_day_from_variance,
      abs,
    ],
    [
      impliedUnitCost(-admissions.planned_saving_m * 1e6, 0, admissions.planned_change),
      outputs.unit_cost_admission_from_plan,
      abs,
    ],
    [
      impliedUnitCost(-dtoc_days.planned_saving_m * 1e6, 0, dtoc_days.planned_change),
      outputs.unit_cost_day_from_plan,
      abs,
    ],
    [admissions.planned_saving_m + dtoc_days.planned_saving_m, outputs.planned_saving_two_lines_m, abs],
  ],
  delivery_rate: ({ forecast_m, expected_m }, outputs, { abs }) => [
    [forecast_m / expected_m, outputs.delivery_rate, abs],
  ],
  overlap_allowance: ({ identified, required }, outputs, { abs }) => [
    [identified - required, outputs.excess, abs],
    [(100 * (identified - required)) / required, outputs.excess_pct, abs],
  ],
  rag_split: ({ total_m, green_m, amber_m }, outputs, { abs }) => {
    const red = total_m - green_m - amber_m;
    expect(ragOf(green_m / total_m, 0.4, 0.1)).toBe("Green");
    return [
      [red, outputs.red_m, abs],
      [
        [green_m, amber_m, red].map((part) => (100 * part) / total_m),
        [outputs.green_pct, outputs.amber_pct, outputs.red_pct],
        abs,
      ],
    ];
  },
  discount: ({ amount, rate, years }, outputs, { abs }) => [
    [years.map((year: number) => amount * discountFactor(year, rate)), outputs.pv, abs],
    [years.map((year: number) => amount * discountFactor(year)), outputs.pv, abs],
  ],
  real_vs_cash: ({ rdel, cdel_flat, cdel_real_growth_pct }, outputs, { abs }) => {
    // Flat cash that falls by g in real terms: prices rose by 1/(1 + g) − 1.
    const index = cdel_real_growth_pct.reduce(
      (path: number[], growth: number) => [...path, path.at(-1)! / (1 + growth / 100)],
      [1],
    );
    const real = rdel.map((cash: number, year: number) => inRealTerms(cash, index[year], 1));
    const growth = (path: number[]): number[] => path.slice(1).map((value, year) => 100 * (value / path[year]! - 1));
    const capital = index.map((level: number) => inRealTerms(cdel_flat, level, 1));
    return [
      [growth(index), outputs.implied_deflator_pct, abs],
      [growth(real), outputs.rdel_real_growth_pct, abs],
      [growth(capital), cdel_real_growth_pct, 1e-9],
    ];
  },
  optimism_bias_apply: ({ rows }, outputs, { abs }) => [
    [
      rows.map(([cost, bias, mitigation]: number[]) => withOptimismBias(cost!, bias!, mitigation!)),
      outputs.adjusted,
      abs,
    ],
  ],
  status_weighting: ({ target_m, forecast_m, status_pct, recurrent_pct }, outputs, { abs }) => [
    [target_m - forecast_m, outputs.shortfall_m, abs],
    [sum(Object.values(status_pct)), outputs.status_sum, abs],
    [(100 * forecast_m) / target_m, outputs.delivery_rate_pct, abs],
    [(target_m * recurrent_pct) / 100, outputs.recurrent_m_of_target, abs],
  ],
};

describe("published reference cases", () => {
  test.each(reference.cases.map((each) => [each.id, each.description, each] as const))(
    "%s: %s",
    (_id, _description, each) => {
      const method = methods[each.method];
      if (!method) throw new Error(`Nothing computes the method ${each.method}.`);
      const { inputs, outputs } = each as unknown as Case;
      const checks = method(inputs, outputs, each.tolerance);
      expect(checks.length).toBeGreaterThan(0);
      for (const [computed, published, tolerance] of checks) {
        const [ours, theirs] = [[computed].flat(), [published].flat()];
        expect(ours.length).toBe(theirs.length);
        ours.forEach((value, i) => {
          if (!(Math.abs(value - theirs[i]!) <= tolerance)) expect([i, value]).toEqual([i, theirs[i]]);
        });
      }
    },
  );
});
