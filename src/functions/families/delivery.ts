import { adoptionCurve, usualImitation, usualInnovation } from "../../engine/delivery/adoption";
import { phase, profiles } from "../../engine/delivery/phasing";
import { cell, optional } from "../arguments/arguments";
import { choice, number, whole } from "../arguments/elements";
import { ratingFunctions } from "./ratings";
import { defineFunction, type FunctionRecord } from "../record";
import { simulationFunctions } from "./simulation";

/** A row cannot be wider than a sheet. */
const years = cell(whole({ min: 1, max: 16_384 }), "Number of years, whole, 1 or more.");

const phaseShares = defineFunction({
  name: "PHASE",
  family: "Delivery and risk",
  description: "Shares of a saving that are in place year by year.",
  parameters: {
    years,
    profile: optional(
      cell(
        choice(profiles),
        '"immediate" (default), "linear", "scurve" (slow, fast, slow) or "fade" (full, then halving).',
      ),
      "immediate",
    ),
    ramp: optional(
      cell(number({ above: 0 }), "Years to full effect; for fade, years to half of it. Above 0, default 1."),
      1,
    ),
    start: optional(cell(whole(), "First active year, whole; 0 before it. Default 1."), 1),
  },
  result: "One row: a share from 0 to 1 for each year.",
  formula:
    "linear: min(1, t/ramp); scurve: 3x² − 2x³ at x = min(1, t/ramp); fade: ½^((t − 1)/ramp); t = 1 in the start year",
  notes: [
    "Most programmes ramp up; a plan that counts full savings from the first year needs a reason.",
    "fade is for savings that wear off, such as agency price caps, which saved most in their first year.",
  ],
  errors: [],
  examples: [
    {
      formula: 'PHASE(5,"scurve",4)',
      result: [[0.15625, 0.5, 0.84375, 1, 1]],
      says: "A redesign that takes four years is half in place after two.",
    },
    {
      formula: 'PHASE(5,"fade",2)',
      result: [[1, 0.707106781186548, 0.5, 0.353553390593274, 0.25]],
      says: "A price cap whose effect halves every two years.",
    },
    {
      formula: 'PHASE(6,"linear",3,2)',
      result: [[0, 0.333333333333333, 0.666666666666667, 1, 1, 1]],
      says: "A programme that starts in the second year and ramps up over three.",
    },
  ],
  compute: ({ years: length, profile, ramp, start }) => [phase(length, profile, ramp, start)],
});

const adoption = defineFunction({
  name: "ADOPTION",
  family: "Delivery and risk",
  description: "Share of sites that have taken up an innovation, year by year (Bass curve).",
  parameters: {
    years,
    ceiling: optional(cell(number({ min: 0, max: 1 }), "Share of sites that ever will, 0 to 1. Default 1."), 1),
    innovation: optional(
      cell(number({ min: 0, max: 1 }), "Share of sites that start unprompted in a year, 0 to 1. Default 0.03."),
      usualInnovation,
    ),
    imitation: optional(
      cell(number({ min: 0 }), "Pull of those that have started on the others, 0 or more. Default 0.38."),
      usualImitation,
    ),
  },
  result: "One row: a share of all sites at the end of each year.",
  formula: "ceiling·(1 − x)/(1 + (imitation/innovation)·x), x = e^−(innovation + imitation)·year",
  notes: [
    "A ceiling of 1 is rarely true: good local initiatives are seldom taken up everywhere. Ask what share of sites took up the last one.",
    "The defaults are averages over many consumer and industrial innovations, not health service figures.",
  ],
  errors: [],
  examples: [
    {
      formula: "ADOPTION(3)",
      result: [[0.0357581642564416, 0.0850562814021822, 0.150500071963713]],
      says: "Three years after launch, about one site in seven has taken the initiative up.",
    },
    {
      formula: "ADOPTION(5,0.6)",
      result: [[0.021454898553865, 0.0510337688413093, 0.0903000431782278, 0.139890283038978, 0.198719185494824]],
      says: "Where only 60% ever will, one in five has after five years: no base for a national saving in year one.",
    },
  ],
  compute: ({ years: length, ceiling, innovation, imitation }) => [
    adoptionCurve(length, ceiling, innovation, imitation),
  ],
});

export const delivery: readonly FunctionRecord[] = [phaseShares, adoption, ...ratingFunctions, ...simulationFunctions];
