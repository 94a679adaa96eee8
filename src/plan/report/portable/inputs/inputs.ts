import { usualImitation, usualInnovation } from "../../../../engine/delivery/adoption";
import type { Breakdown } from "../../../breakdown";
import { weightOf } from "../../../evaluation/levers/weights";
import type { Plan } from "../../../plan";
import type { Scenario } from "../../../scenario";
import type { OutputCell, ResultArea } from "../../outputTable";
import { f, type Formula } from "../formulas/formula";
import { leverInputs, type WordColumn } from "./leverInputs";
import { linkFormula, unitName } from "./linkFormula";
import type { Follow } from "../following/follow";
import type { Link, Links } from "../following/links";
import { ResultSheet } from "../tables/resultSheet";

/** What every formula rests on: the user's cells as the plan has them, and the constants of the scenario and of the method. */
export interface Inputs {
  sheet: ResultSheet;
  /** By what the levers are summed: flags and words. */
  splits: ResultSheet;
  /** A cell of a lever's row, by heading; all levers where none is given. */
  lever(heading: string, lever?: number): ResultArea;
  /** What a lever saves in a year as its row says, or once in full. */
  leverYear(lever: number, year: number | "full"): ResultArea;
  /** A constant by name. */
  constant(name: string): ResultArea;
  hasConstant(name: string): boolean;
  yearCount: number;
  /** Whether starts are dates, so that Year end says which are the last day of March. */
  hasYearEnds: boolean;
  /** Whether the words of recurrence are followed. */
  followsRecurrence: boolean;
  /** Spending by category and year, as written; its base. */
  spend(category: number, year: number): ResultArea;
  spendBase(category: number): ResultArea;
  funding(year: number): ResultArea;
  fundingBase(): ResultArea;
  /** One-off funding of a year, or of the base year; null where the plan has none. */
  oneOffFunding(year: number | "base"): ResultArea | null;
  /** Yearly growth of a category in its two parts, of those that give it so. */
  growthPart(category: number, part: "Inflation" | "Demand"): ResultArea;
  target(year: number): ResultArea;
  /** What amounts of a year are times, where the scenario asks for other prices. */
  price(year: number): ResultArea | null;
  /** What the lever words say, in the order of the levers. */
  words(heading: string): ResultArea;
}

interface InputsOptions {
  /** As the register has it, before prices are turned. */
  plan: Plan;
  scenario: Scenario;
  breakdown: Breakdown;
  follow: Follow;
  words: readonly WordColumn[];
  format: string;
  /** Factors by year of prices turned, the base year's first; null where they are as written. */
  prices: readonly number[] | null;
}

const parameters = [
  "Start",
  "First year",
  "Year end",
  "End",
  "Last active",
  "Recurrent",
  "Ramp",
  "Ceiling",
  "Low",
  "Likely",
  "High",
  "Expected",
  "Factor",
  "Delivery",
  "Investment",
  "Investment year",
  "Running cost",
  "Double running",
  "Double-running years",
  "Last month",
] as const;

const flagHeadings = ["Adds", "Not identified", "Baseline only", "Contingency", "Income"] as const;

export function inputsOf({ plan, scenario, breakdown, follow, words, format, prices }: InputsOptions): Inputs {
  const { years } = breakdown;
  const header = [
    ...["Part", "Line", "From", "Value"],
    ...["Inflation", "Demand"],
    ...parameters,
    ...years,
    "Full year",
  ];
  const splits = new ResultSheet(
    "splits",
    ["Part", "Line", ...flagHeadings, ...words.map(({ heading }) => heading)],
    "General",
    Object.fromEntries(words.map(({ heading }) => [heading, "@"])),
  );
  const sheet = new ResultSheet("inputs", header, format, {
    ...{ From: "@", Value: "General", "First year": "0.00", Delivery: "0.00", Factor: "0.00", Expected: "0.00" },
    ...Object.fromEntries(
      ["Low", "Likely", "High", "Ceiling", "Inflation", "Demand"].map((heading) => [heading, "0%"]),
    ),
    ...Object.fromEntries(
      ["Start", "Year end", "End", "Last active", "Recurrent", "Ramp", "Investment year", "Double-running years"].map(
        (heading) => [heading, "General"],
      ),
    ),
  });
  const constants = new Map<string, number>();
  const constant = (name: string): ResultArea => {
    const row = constants.get(name);
    if (row === undefined) throw new Error(`There is no constant ${name}.`);
    return sheet.at(row, "Value");
  };
  const put = (part: string, name: string, value: OutputCell | Formula, from = ""): void => {
    constants.set(name, sheet.add(part, name, { Value: value, From: from }));
  };

  putScenario();
  const yearWords = putYears();
  const flagWords = putFlagWords();
  putUnits();
  const spendRows = putSpending();
  const fundingRow = putFunding();
  const targetRow = putTarget();
  splits.block(
    "Levers",
    "By what the totals and splits add the levers up: 1 where it is so, and words as the Groups have them.",
  );
  const firstSplit = splits.rowCount;
  const firstLever = leverInputs({
    ...{ plan, scenario, follow, years, words, sheet, splits, constant, linked, yearWords, flagWords },
  });

  const lever = (heading: string, at?: number): ResultArea => {
    const isSplit = splits.header.includes(heading);
    const [own, first] = isSplit ? [splits, firstSplit] : [sheet, firstLever];
    return at === undefined
      ? own.at(first, heading, { row: first + plan.levers.length - 1 })
      : own.at(first + at, heading);
  };
  return {
    sheet,
    splits,
    lever,
    leverYear: (at, year) => sheet.at(firstLever + at, year === "full" ? "Full year" : (years[year] ?? "")),
    constant,
    hasConstant: (name) => constants.has(name),
    yearCount: years.length,
    hasYearEnds: follow.monthOfStart.size > 0,
    followsRecurrence: follow.recurrent.size > 0,
    spend: (category, year) => sheet.at(spendRows + category, years[year] ?? ""),
    spendBase: (category) => sheet.at(spendRows + category, "Value"),
    funding: (year) => sheet.at(fundingRow, years[year] ?? ""),
    fundingBase: () => sheet.at(fundingRow, "Value"),
    oneOffFunding: (year) =>
      plan.funding?.oneOff ? sheet.at(fundingRow + 1, year === "base" ? "Value" : (years[year] ?? "")) : null,
    growthPart: (category, part) => sheet.at(spendRows + category, part),
    target: (year) => sheet.at(targetRow, years[year] ?? ""),
    price: (year) => (prices ? sheet.at(constants.get("Prices") ?? 0, years[year] ?? "") : null),
    words: (heading) => lever(heading),
  };

  function putScenario(): void {
    sheet.block("Constants", "What the formulas multiply and compare by, each in one place.");
    const part = "Constants";
    put(part, "Years of the plan", years.length, "the plan's years");
    put(part, "Tolerance", 1e-9, "what only rounding leaves of a share is not more");
    if (plan.levers.some(({ effect }) => effect.kind === "byYear" && effect.months) && !follow.calendar)
      put(part, "Months of a year", 12);
    if (follow.calendar) {
      put(part, "First month of the fiscal year", follow.calendar.firstMonth, "as dates were read");
      put(part, "Calendar year of year 1", follow.calendar.firstYear, `year 1 is ${years[0]}`);
      put(part, "Months of a year", 12);
    }
    if (plan.levers.some(({ phasing }) => phasing === "adoption")) {
      put(part, "Adoption, innovation", usualInnovation, "Bass's p");
      put(part, "Adoption, imitation", usualImitation, "Bass's q");
    }
    if (plan.levers.some(({ delivery }) => delivery.low !== null && delivery.high !== null))
      put(part, "Weight of Likely", 4, "mean of PERT: (Low + weight × Likely + High) / (weight + 2)");
    if (plan.prices === "real" || scenario.prices === "real")
      put(part, "Discount rate", 0.035, "HM Treasury, The Green Book (2022), standard rate, years 1 to 30");
    const of = `scenario ${scenario.name}`;
    const settings: [string, number | undefined][] = [
      ["Points on spending growth", scenario.growthChange],
      ["Points on funding growth", scenario.fundingChange],
      ["Amount on need", scenario.needAmountChange],
      ["Amount on funding", scenario.fundingAmountChange],
      ["Target of the last year", scenario.target],
    ];
    for (const [name, value] of settings) if (value !== undefined) put(part, name, value, of);
    for (const [kind, factors] of [
      ["lever", scenario.leverFactors],
      ["group", scenario.groupFactors],
      ["status", scenario.statusFactors],
    ] as const)
      for (const [name, value] of Object.entries(factors ?? {})) put(part, `Factor of ${kind} ${name}`, value, of);
    for (const one of plan.levers) {
      const weight = weightOf(one, scenario);
      const word = one[scenario.weightsFrom ?? "status"];
      if (weight !== null && !constants.has(`Weight of ${word}`))
        put(part, `Weight of ${word}`, weight, "illustrative, or the scenario's own");
    }
    if (prices)
      constants.set(
        "Prices",
        sheet.add(
          part,
          "Prices",
          {
            From: breakdown.priceBasis,
            Value: prices[0] ?? 1,
            ...Object.fromEntries(years.map((year, at) => [year, prices[at + 1] ?? 1])),
          },
          "0.0000",
        ),
      );
  }

  function putYears(): ResultArea | null {
    const used = [...follow.start.values(), ...follow.end.values()].some(({ isDate }) => !isDate);
    if (!used) return null;
    sheet.block("Years", "Years as the register writes them, and which year of the plan each is.");
    const first = sheet.rowCount;
    for (const { word, year } of follow.yearWords)
      sheet.add("Years", String(word), { From: word, Value: year }, "General");
    return sheet.at(first, "From", { heading: "Value", row: sheet.rowCount - 1 });
  }

  function putFlagWords(): ResultArea | null {
    if (follow.recurrent.size === 0) return null;
    sheet.block("Recurrence", "Words that say whether a saving comes again each year: 1 it does, 0 it does not.");
    const first = sheet.rowCount;
    for (const { word, recurs } of follow.recurrenceWords)
      sheet.add("Recurrence", word, { From: word, Value: Number(recurs) }, "General");
    return sheet.at(first, "From", { heading: "Value", row: sheet.rowCount - 1 });
  }

  function putUnits(): void {
    const all = [follow.links, follow.turned?.links ?? new Map<string, Link>()].flatMap((links) => [...links.values()]);
    const sizes = new Set(all.flatMap(({ terms }) => terms.map(({ factor }) => Math.abs(factor))));
    sizes.delete(1);
    if (sizes.size === 0) return;
    sheet.block("Units", "By what figures of the user's tables are multiplied or divided to be in the plan's unit.");
    for (const size of [...sizes].sort((a, b) => a - b))
      put("Units", unitName(size), size < 1 ? Math.round(1 / size) : size);
  }

  function linked(name: string, links: Links = follow.links): Formula | null {
    const link = links.get(name);
    return link ? linkFormula(link, constant) : null;
  }

  function number(name: string, value: number): OutputCell | Formula {
    return linked(name) ?? value;
  }

  function putSpending(): number {
    if (!plan.categories) return -1;
    sheet.block("Spending", "What each category costs without any saving; Value is the base year.");
    const first = sheet.rowCount;
    plan.categories.forEach(({ name, base, spend, growth: parts }, at) => {
      const row = sheet.add("Spending", name, { From: plan.sources.spending ?? "" });
      if (base !== null) sheet.set(row, "Value", number(`category ${at} base`, base));
      if (parts) {
        sheet.set(row, "Inflation", number(`category ${at} inflation`, parts.inflation));
        sheet.set(row, "Demand", number(`category ${at} demand`, parts.demand));
      }
      years.forEach((year, index) => {
        const before = index === 0 ? sheet.at(row, "Value") : sheet.at(row, years[index - 1] ?? "");
        const growth = linked(`category ${at} growth ${index}`);
        const hasParts = linked(`category ${at} inflation`) && linked(`category ${at} demand`);
        const [inflation, demand] = [sheet.at(row, "Inflation"), sheet.at(row, "Demand")];
        const cell =
          linked(`category ${at} year ${index}`) ??
          (growth && (index > 0 || base !== null) ? f`${before}*(1+${growth})` : null) ??
          (hasParts && (index > 0 || base !== null) ? f`${before}*(1+${inflation})*(1+${demand})` : null);
        sheet.set(row, year, cell ?? spend[index] ?? 0);
      });
    });
    return first;
  }

  function putFunding(): number {
    const { funding } = plan;
    if (!funding) return -1;
    sheet.block("Funding", "What there is to pay for it; Value is the base year.");
    const row = sheet.add("Funding", "Funding", { From: plan.sources.funding ?? "" });
    if (funding.base !== null) sheet.set(row, "Value", number("funding base", funding.base));
    years.forEach((year, index) => {
      const before = index === 0 ? sheet.at(row, "Value") : sheet.at(row, years[index - 1] ?? "");
      const growth = linked(`funding growth ${index}`);
      const cell =
        linked(`funding year ${index}`) ??
        (growth && (index > 0 || funding.base !== null) ? f`${before}*(1+${growth})` : null);
      sheet.set(row, year, cell ?? funding.byYear[index] ?? 0);
    });
    const { oneOff } = funding;
    if (oneOff) {
      const once = sheet.add("Funding", "Of it one-off", { From: plan.sources.funding ?? "" });
      if (oneOff.base !== null) sheet.set(once, "Value", number("funding one-off base", oneOff.base));
      years.forEach((year, index) =>
        sheet.set(once, year, number(`funding one-off year ${index}`, oneOff.byYear[index] ?? 0)),
      );
    }
    return row;
  }

  function putTarget(): number {
    if (!breakdown.summary.target) return -1;
    sheet.block("Target", "Savings required.");
    const row = sheet.add("Target", "Target", { From: plan.sources.target ?? "" });
    years.forEach((year, index) => {
      const amount = plan.target?.[index] ?? null;
      if (index === years.length - 1 && scenario.target !== undefined)
        sheet.set(row, year, f`${constant("Target of the last year")}`);
      else if (amount !== null) sheet.set(row, year, number(`target ${index}`, amount));
    });
    return row;
  }
}
