import { column, dataLines, registerOf, replaceColumn, type Line } from "../sketch/sketch";
import { amountOf, tidy } from "../truth/planTruth";
import type { Feature } from "./feature";

/** Plan, actual and forecast beside one another: the plan is what a lever saves. */
export const trackingFeatures: Feature[] = [
  {
    name: "plan, actual and forecast of the year, side by side",
    slots: ["form", "bands", "recurrence"],
    lay: (sketch) => {
      const options = { unit: sketch.plan.unit, isMoney: true };
      const all = [
        column("saving", "Plan", options),
        column("actual", "Actual", options),
        column("forecast", "Forecast", options),
      ];
      replaceColumn(registerOf(sketch), "saving", all, (lever) => ({
        saving: amountOf(lever),
        actual: tidy(amountOf(lever) * 0.4),
        forecast: tidy(amountOf(lever) * 0.9),
      }));
    },
  },
  {
    name: "to date and full year over plan, actual and variance",
    slots: ["form", "bands", "recurrence"],
    lay: (sketch) => {
      const { unit } = sketch.plan;
      const of = (id: string, heading: string, band: string) =>
        column(id, heading, { unit, isMoney: true, bands: [band] });
      const all = [
        of("planToDate", "Plan", "Year to date"),
        of("actualToDate", "Actual", "Year to date"),
        of("varianceToDate", "Variance", "Year to date"),
        of("saving", "Plan", "Full year"),
        of("forecast", "Forecast", "Full year"),
        of("variance", "Variance", "Full year"),
      ];
      replaceColumn(registerOf(sketch), "saving", all, (lever) => {
        const amount = amountOf(lever);
        return {
          planToDate: tidy(amount * 0.5),
          actualToDate: tidy(amount * 0.4),
          varianceToDate: tidy(amount * -0.1),
          saving: amount,
          forecast: tidy(amount * 0.9),
          variance: tidy(amount * -0.1),
        };
      });
    },
  },
  {
    name: "plan effect beside forecast effect, under bands with the same headings",
    slots: ["form", "bands", "recurrence"],
    lay: (sketch) => {
      const { unit } = sketch.plan;
      const of = (id: string, band: string) => column(id, "Full-year effect", { unit, isMoney: true, bands: [band] });
      replaceColumn(registerOf(sketch), "saving", [of("forecast", "Forecast"), of("saving", "Plan")], (lever) => ({
        saving: amountOf(lever),
        forecast: tidy(amountOf(lever) * 0.8),
      }));
    },
  },
  {
    name: "rows of plan, actual and forecast for each lever",
    slots: ["form", "bands", "recurrence", "sections", "totals", "kinds", "of which", "split"],
    lay: (sketch) => {
      const register = registerOf(sketch);
      const at = register.columns.findIndex(({ id }) => id === "saving");
      register.columns.splice(at, 0, column("measure", "Measure"));
      register.lines = dataLines(register).flatMap((one) => {
        const row = (measure: string, share: number): Line => {
          const cells = new Map(one.cells).set("measure", measure).set("saving", tidy(amountOf(one.lever) * share));
          return { ...one, cells };
        };
        return [row("Plan", 1), row("Actual", 0.4), row("Forecast", 0.9)];
      });
    },
  },
];
