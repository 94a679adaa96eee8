import { combinedSaving } from "../../engine/attribution/combined";
import { counterfactualOf } from "./counterfactual";
import { leverEffects, type LeverEffect } from "./levers/leverEffects";
import type { Lever, Plan } from "../plan";

/** More saved than is spent, by one lever or by the levers on a category together. */
interface Overspend {
  /** Null where it is the category's levers together. */
  lever: Lever | null;
  /** The category, or the lever's first. */
  category: number;
  message: string;
}

/** Where the plan as written saves above the spend, each lever and each category once: the first year of it. Income and contingencies save on no spend. */
export function overspends(plan: Plan): Overspend[] {
  const asWritten = { name: "" };
  const counterfactual = counterfactualOf(plan, asWritten);
  const effects = leverEffects(plan, asWritten, counterfactual).filter(({ isFree }) => !isFree);
  const alone = effects.flatMap((effect): Overspend[] => {
    const message = aloneMessage(plan, effect);
    return message === null ? [] : [{ lever: effect.lever, category: effect.lever.categories[0] ?? 0, message }];
  });
  const blamed = new Set(alone.flatMap(({ lever }) => lever?.categories ?? []));
  const together = counterfactual.spend.flatMap((path, category): Overspend[] => {
    const message = blamed.has(category) ? null : togetherMessage(plan, effects, path, category);
    return message === null ? [] : [{ lever: null, category, message }];
  });
  return [...alone, ...together];
}

function aloneMessage(plan: Plan, { lever, share, spend, standalone }: LeverEffect): string | null {
  const where = categoryNames(plan, lever);
  const onNothing = spend.findIndex((amount, year) => amount === 0 && (standalone[year] ?? 0) !== 0);
  if (onNothing >= 0)
    return `'${lever.name}' saves an amount on ${where}, where nothing is spent in ${plan.years[onNothing]}; a category with spend is needed`;
  const above = share.findIndex((effect) => effect > 1 + 1e-9);
  if (above < 0) return null;
  return `'${lever.name}' saves ${figure(standalone[above])} on ${where} in ${plan.years[above]}, where ${figure(spend[above])} is spent; a saving up to the spend is needed`;
}

function togetherMessage(plan: Plan, effects: LeverEffect[], path: number[], category: number): string | null {
  const here = effects.filter(({ lever }) => lever.categories.includes(category));
  const overlapping = here.filter(({ overlaps }) => overlaps);
  const adding = here.filter(({ overlaps }) => !overlaps);
  for (const [year, cost] of path.entries()) {
    const shares = overlapping.map(({ share }) => Math.min(1, share[year] ?? 0));
    const saved = combinedSaving(cost, shares) + adding.reduce((sum, { share }) => sum + (share[year] ?? 0) * cost, 0);
    if (saved <= cost * (1 + 1e-9)) continue;
    const name = plan.categories?.[category]?.name ?? "";
    return `the levers on '${name}' save ${figure(saved)} together in ${plan.years[year]}, where ${figure(cost)} is spent; savings up to the spend are needed`;
  }
  return null;
}

function categoryNames({ categories }: Plan, lever: Lever): string {
  const names = lever.categories.map((index) => `'${categories?.[index]?.name ?? ""}'`);
  if (names.length === categories?.length && names.length > 1) return "all categories";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}` : (names[0] ?? "nothing");
}

/** Three significant digits, as in a sentence. */
function figure(value = 0): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
