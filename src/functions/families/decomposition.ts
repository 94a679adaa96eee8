import { shapleyOfGame } from "../../engine/attribution/coalitions";
import { decompose, decompositions } from "../../engine/attribution/decompose";
import { cell, frame, list, optional } from "../arguments/arguments";
import { choice, number, type Element } from "../arguments/elements";
import { Fault } from "../arguments/cells";
import { invalidValue } from "../errors";
import type { Frame } from "../arguments/frame";
import { defineFunction } from "../record";

const mostPlayers = 16;

const decomposeFactors = defineFunction({
  name: "DECOMPOSE",
  family: "Attribution",
  description: "Change of a sum of products attributed to its factors.",
  parameters: {
    before: frame(
      number(),
      "Factors before: a row per factor, a column per category; y is the sum over columns of the products.",
    ),
    after: frame(number(), "Factors after, the same size."),
    method: optional(
      cell(choice(decompositions), '"shapley" (default; Das Gupta\'s), "lmdi" (no negative numbers) or "sequential".'),
      "shapley",
    ),
  },
  result: "One column: the effect of each factor; the effects sum to the change of y.",
  formula:
    "shapley: Σ over categories of (after − before)·∫₀¹ Π over the other factors of ((1 − u)·before + u·after) du",
  notes: [
    "Activity × unit cost, population × rate × cost: how much of the change came from each factor, with nothing left over.",
    "lmdi takes limits at zero: a factor that appears or vanishes takes the whole change of its category. Where schemes start or stop, shapley is the better choice.",
  ],
  errors: ['#VALUE! where before and after differ in size, or a number is negative with "lmdi".'],
  examples: [
    {
      formula: "DECOMPOSE({10930;0.717892},{16591;0.825974})",
      result: [[4369.912713], [1487.262361]],
      says: "Average earnings × share of earners: 4,370 of the difference of 5,857 comes from earnings (Das Gupta 1993).",
    },
    {
      formula: "DECOMPOSE({100000;1613},{104000;1650})",
      result: [[6526000], [3774000]],
      says: "Admissions up by 4,000 and their unit cost from £1,613 to £1,650: £6.5m of the £10.3m comes from activity.",
    },
  ],
  compute({ before, after, method }) {
    if (before.rows !== after.rows || before.columns !== after.columns) {
      throw invalidValue(`before is ${before.size} but after is ${after.size}; both must be the same size.`);
    }
    if (method === "lmdi") [before, after].forEach(refuseNegative);
    return decompose(before.values, after.values, method).map((effect) => [effect]);
  },
});

function refuseNegative(factors: Frame<number>): void {
  factors.values.forEach((categories, i) =>
    categories.forEach((value, j) => {
      if (value >= 0) return;
      throw invalidValue(
        `${factors.place(i, j)} is ${value}; the method lmdi takes logarithms and needs numbers of at least 0.`,
      );
    }),
  );
}

const membership: Element<number> = {
  ...number(),
  domain: "0 or 1",
  outside: [0.5, 2, -1],
  read(given) {
    const value = number().read(given);
    return value instanceof Fault || value === 0 || value === 1
      ? value
      : new Fault(`is ${value}; 0 (off) or 1 (on) is needed`);
  },
};

const shapley = defineFunction({
  name: "SHAPLEY",
  family: "Attribution",
  description: "Shapley value of each player from the value of every combination, as your own model gives it.",
  parameters: {
    coalitions: frame(
      membership,
      "Combinations: a row each, a column per player, 1 on and 0 off; every combination once, in any order, up to 16 players.",
    ),
    values: list(number(), "Value of each combination, one per row of coalitions."),
  },
  result: "One row: each player's contribution; they sum to the value of all on less that of all off.",
  formula: "Σ over combinations S without the player of |S|!·(m − |S| − 1)!/m!·(v(S and the player) − v(S))",
  notes: [
    "Run your model once for each combination of schemes on and off, and put the results here.",
    "The row with everything off may be left out; it counts as 0.",
    "What counts as one player matters: splitting a player in two changes the others' contributions.",
  ],
  errors: ["#VALUE! that names the row where a combination is missing or doubled."],
  examples: [
    {
      formula: "SHAPLEY({0,0;1,0;0,1;1,1},{0;3;4;5})",
      result: [[2, 3]],
      says: "Two schemes worth 3 and 4 alone and 5 together: the overlap of 2 is shared equally.",
    },
    {
      formula: "SHAPLEY({1,0,0;0,1,0;0,0,1;1,1,0;1,0,1;0,1,1;1,1,1},{0;0;0;0;1;1;1})",
      result: [[0.166666666666667, 0.166666666666667, 0.666666666666667]],
      says: "The third scheme works only together with one of the others, and is worth most: two thirds.",
    },
  ],
  compute({ coalitions, values }) {
    const players = coalitions.columns;
    if (players > mostPlayers) {
      throw invalidValue(`coalitions has ${players} columns; at most ${mostPlayers} players are possible.`);
    }
    if (values.length !== coalitions.rows) {
      throw invalidValue(
        `values has ${values.length} entries but coalitions has ${coalitions.rows} rows; give one value a row.`,
      );
    }
    return [shapleyOfGame(gameOf(coalitions, values), players)];
  },
});

/** Values by coalition (bit i is player i). */
function gameOf(coalitions: Frame<number>, values: readonly number[]): Float64Array {
  const players = coalitions.columns;
  const game = new Float64Array(2 ** players);
  const rowOf = new Int32Array(game.length);
  coalitions.values.forEach((members, row) => {
    const set = members.reduce((bits, member, player) => bits | (member << player), 0);
    if (rowOf[set]! > 0) {
      throw invalidValue(
        `coalitions: rows ${rowOf[set]} and ${row + 1} are the same combination (${namesOf(set, players)}); each is needed once.`,
      );
    }
    rowOf[set] = row + 1;
    game[set] = values[row]!;
  });
  const missing = rowOf.findIndex((row, set) => row === 0 && set > 0);
  if (missing > 0)
    throw invalidValue(`coalitions: the row ${namesOf(missing, players)} is missing; every combination is needed.`);
  return game;
}

/** "1, 0, 1" */
function namesOf(set: number, players: number): string {
  return Array.from({ length: players }, (_, player) => (set >> player) & 1).join(", ");
}

export const decompositionFunctions = [decomposeFactors, shapley];
