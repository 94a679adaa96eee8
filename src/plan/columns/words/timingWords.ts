import type { Lever } from "../../plan";
import { wordMap } from "./wordMap";

export const yesNoWords: ReadonlyMap<string, boolean> = wordMap([
  [true, "yes; y; true; t; 1; x; ✓; ✔"],
  [false, "no; n; false; f; 0; ✗; ✘"],
]);

/** Whether a saving comes again each year. */
export const recurrenceWords: ReadonlyMap<string, boolean> = wordMap([
  [
    true,
    `yes; y; true; t; 1; x; ✓; ✔; recurrent; recurring; rec; recur; r; recurrently; fully recurrent;
    recurrent saving; recurring saving; ongoing; on-going; o; permanent; perm; continuing; continuous; structural;
    base budget; base; sustainable; annual; every year; long term`,
  ],
  [
    false,
    `no; n; false; f; 0; ✗; ✘; non-recurrent; nonrecurrent; non-recurring; nonrecurring; not recurrent; non-rec;
    nonrec; nr; n/r; n-r; non recurrent saving; one-off; oneoff; one off saving; 1 off; one time; one-time;
    once only; once; single year; one year only; in-year only; temporary; temp; time-limited; time limited;
    fixed term; short term; transitional`,
  ],
]);

/** Whether the rows under a heading such as "Non-recurrent schemes" come again each year; null where it does not say, or says both. */
export function recurrenceInHeading(text: string): boolean | null {
  if (text.length > longestHeading) return null;
  const rest = text.replace(nonRecurrent, " ");
  const isRecurrent = /\b(recurrent|recurring|on-?going|permanent)\b/i.test(rest);
  const isOneOff = rest !== text;
  return isRecurrent === isOneOff ? null : isRecurrent;
}

const nonRecurrent =
  /\b(non[\s–-]*(recurrent|recurring|rec)|not recurrent|one[\s–-]*off|once only|temporary|time[\s-]limited|nr)\b(?!\s*(costs?|investments?))/gi;
/** Longer texts explain. */
const longestHeading = 60;

/** Whether a saving comes again, where the heading asks whether it is a one-off: yes is no. */
export const oneOffWords: ReadonlyMap<string, boolean> = new Map([
  ...recurrenceWords,
  ...[...yesNoWords].map(([word, yes]) => [word, !yes] as const),
]);

export const phasingWords: ReadonlyMap<string, Lever["phasing"]> = wordMap<Lever["phasing"]>([
  ["immediate", "immediate; immediately; full; in full; at once; from day one; flat; step; none; straight away; day 1"],
  ["linear", "linear; straight line; straight-line; even; evenly; ramp; ramp up; ramped; gradual; steady; equal steps"],
  ["scurve", "scurve; s-curve; s curve; s; s-shaped; sigmoid; logistic"],
  ["fade", "fade; fading; fades; decay; declining; tapering; taper"],
  ["adoption", "adoption; bass; bass curve; diffusion; take-up; uptake; roll-out; rollout"],
]);

/** What a row's amount is, where a register gives each lever a row of its plan, its actual and its forecast. */
export const measureWords: ReadonlyMap<string, "plan" | "actual" | "forecast" | "variance"> = wordMap([
  [
    "plan",
    `plan; planned; plan saving; planned saving; target; budget; original plan; current plan; revised plan;
    latest plan; annual plan; profile; pln`,
  ],
  [
    "actual",
    `actual; actuals; actual saving; delivered; achieved; realised; realized; outturn; act; ytd actual;
    actual to date`,
  ],
  [
    "forecast",
    `forecast; forecast saving; fcst; f'cast; f/cast; fot; forecast outturn; projection; projected;
    projected outturn; outlook; expected; latest forecast; fc`,
  ],
  ["variance", "variance; var; variance to plan; difference; diff; shortfall; over/under; gap"],
]);
