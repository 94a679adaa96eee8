import { plainLever, withoutChanceTotals } from "../truth/drawPlan";
import { savesFromStart, tidy } from "../truth/planTruth";
import { categoryTraps, groupTraps, leverTraps } from "../truth/trapWords";
import type { Feature } from "./feature";

/** Names made of the words of headings, and many of them. */
export const nameFeatures: Feature[] = [
  {
    name: "forty more levers",
    enrich: (plan) => {
      for (let index = 0; index < 40; index++) {
        const lever = plainLever(`Measure ${String.fromCharCode(65 + (index % 26))}${index}`, {
          group: "Estates",
          reference: `M${index}`,
        });
        plan.levers.push(lever);
      }
      const amounts = withoutChanceTotals(
        plan.levers.map(({ effect }, index) => Math.round(effect.fullYear * 10) || 11 + ((index * 37) % 89)),
      );
      plan.levers.forEach((lever, index) => savesFromStart(plan, lever, tidy((amounts[index] ?? 0) / 10)));
      plan.categories?.forEach((one) => {
        one.base += 4000;
        one.spend = one.spend.map((spend) => spend + 4000);
      });
    },
  },
  {
    name: "names that are headings, years, totals, units",
    enrich: (plan, draw) => {
      const words = draw.shuffled(leverTraps);
      plan.levers.forEach((lever, index) => {
        if (index % 2 === 0) lever.name = words[index / 2] ?? lever.name;
      });
    },
  },
  {
    name: "groups that are headings, years, totals",
    enrich: (plan, draw) => {
      const groups = [...new Set(plan.levers.map(({ group }) => group))];
      const words = draw.shuffled(groupTraps);
      for (const lever of plan.levers) lever.group = words[groups.indexOf(lever.group)] ?? lever.group;
    },
  },
  {
    name: "categories that are headings, years, totals",
    enrich: (plan, draw) => {
      const words = draw.shuffled(categoryTraps);
      const names = (plan.categories ?? []).map(({ name }) => name);
      const now = (name: string): string => words[names.indexOf(name)] ?? name;
      plan.categories?.forEach((one) => (one.name = now(one.name)));
      for (const lever of plan.levers) lever.appliesTo = lever.appliesTo.map(now);
    },
  },
];
