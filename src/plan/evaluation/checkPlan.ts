import { cellAddress } from "../../cells/address";
import { combinedSaving } from "../../engine/attribution/combined";
import { counterfactualOf } from "./counterfactual";
import type { Finding } from "../finding";
import { firstColumnOf } from "../reading/headerRows";
import { leverEffects } from "./leverEffects";
import type { OpenTable } from "../reading/openTable";
import type { Lever, Plan } from "../plan";

/** What is wrong with a plan whose every cell is fine: a saving above the spend it applies to, alone or with the others; an amount on no spend. */
export function checkPlan(plan: Plan, levers: OpenTable, spending: OpenTable): Finding[] {
  const findings: Finding[] = [];
  const counterfactual = counterfactualOf(plan, { name: "" });
  const effects = leverEffects(plan, { name: "" }, counterfactual);
  const blamed = new Set<number>();
  for (const { lever, share, spend, standalone, deployment } of effects) {
    if (lever.type === "Income") continue;
    const where = categoryNames(plan, lever);
    const cell = effectCell(levers, lever);
    const onNothing = spend.findIndex((amount, year) => amount === 0 && (deployment.share[year] ?? 0) !== 0);
    const above = share.findIndex((effect) => effect > 1 + 1e-9);
    if (lever.effect.kind === "amount" && lever.effect.amount !== 0 && onNothing >= 0) {
      findings.push({
        level: "error",
        cell,
        message: `'${lever.name}' saves an amount on ${where}, where nothing is spent in ${plan.years[onNothing]}; a category with spend is needed`,
      });
    } else if (above >= 0) {
      const message = `'${lever.name}' saves ${figure(standalone[above])} on ${where} in ${plan.years[above]}, where ${figure(spend[above])} is spent; a saving up to the spend is needed`;
      findings.push({ level: "error", cell, message });
    } else continue;
    lever.categories.forEach((category) => blamed.add(category));
  }
  for (const [category, path] of counterfactual.spend.entries()) {
    if (blamed.has(category)) continue;
    const here = effects.filter(({ lever }) => lever.type !== "Income" && lever.categories.includes(category));
    const overlapping = here.filter(({ overlaps }) => overlaps);
    const adding = here.filter(({ overlaps }) => !overlaps);
    for (const [year, cost] of path.entries()) {
      const shares = overlapping.map(({ share }) => Math.min(1, share[year] ?? 0));
      const together = combinedSaving(cost, shares);
      const added = adding.reduce((sum, { share }) => sum + (share[year] ?? 0) * cost, 0);
      if (together + added <= cost * (1 + 1e-9)) continue;
      const name = plan.categories[category]?.name ?? "";
      const cell = cellAddress(
        spending.header.grid.sheet,
        spending.rows.rows[category] ?? 0,
        spending.key?.column ?? firstColumnOf(spending.header),
      );
      const message = `the levers on '${name}' save ${figure(together + added)} together in ${plan.years[year]}, where ${figure(cost)} is spent; savings up to the spend are needed`;
      findings.push({ level: "error", cell, message });
      break;
    }
  }
  return findings;
}

/** The cell that holds the lever's saving. */
function effectCell({ columns, header, rows }: OpenTable, lever: Lever): string {
  const meaning = { amount: "saving", level: "savingShare", yearlyEfficiency: "yearlyEfficiency" }[lever.effect.kind];
  const column = columns.find((one) => one.meaning === meaning)?.column ?? firstColumnOf(header);
  const row =
    rows.rows.find(
      (at) => lever.address === "" || lever.address.includes(rowMark(header.grid.sheet, at, firstColumnOf(header))),
    ) ?? header.top;
  return cellAddress(header.grid.sheet, row, column);
}

function rowMark(sheet: string, row: number, column: number): string {
  return `${cellAddress(sheet, row, column)}:`;
}

function categoryNames(plan: Plan, lever: Lever): string {
  const names = lever.categories.map((index) => `'${plan.categories[index]?.name ?? ""}'`);
  if (names.length === plan.categories.length && names.length > 1) return "all categories";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}` : (names[0] ?? "nothing");
}

/** Three significant digits, as in a sentence. */
function figure(value = 0): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
