import { phasingChoices } from "../choices";
import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";
import { phasingWords } from "../words/timingWords";

/** When a lever starts and ends, and how it comes into place. */
export const leverTimingColumns = defineColumns("levers", [
  {
    id: "start",
    name: "Start",
    headings: phrases(`
      Start year; Start date; From; Go live; First year; Implementation date; Start FY; Starts; Starting;
      Starting year; Starting date; Start of saving; Start of savings; Start date of saving; Savings start;
      Savings start date; Saving start date; Savings start year; Scheme start; Scheme start date; Project start;
      Project start date; Planned start; Planned start date; Expected start; Expected start date; Forecast start date;
      Delivery start; Delivery start date; Implementation start; Implementation start date; Date of implementation;
      Implementation year; Year of implementation; First year of saving; First saving year; From year; From date;
      Effective from; Effective date; Year started; Year of start; Begin; Begins; Beginning; Begin date; Commences;
      Commencement; Commencement date; Commencing; Go live date; Go live year; Planned go live; Planned go-live date;
      Live date; Live from; Date live; In place from; Year; Delivery year; Year of delivery; Delivery date;
      Year delivered; Saving year; Savings year; Year of saving; Year of impact; Year of effect; MTFS year;
      Budget year; Timescale; Timing; When; Benefit start; Benefit start date; Benefits start; Benefits start date;
      Benefits from; Realisation date; Date benefits start; Launch; Launch date; Start quarter; Kick-off date
    `),
    sharedHeadings: phrases("Financial year; Date; Start month; Month of start; Delivery month; Month of delivery"),
    values: { holds: "year" },
    use: "plan",
    whenBlank: "the plan's first year",
    help: "The first year in which the lever saves: 2026/27, or a date in it. A date, or a Start month beside it, makes the first year count for the months that are left.",
    template: null,
  },
  {
    id: "startMonth",
    name: "Start month",
    headings: phrases(`
      Month of start; Starting month; First month; Go live month; Month start; Month started; Month live;
      Month of implementation; Implementation month; Savings start month; Saving start month; Month savings start;
      Month from; From month; Delivery start month; Month of go live; Month begins; Commencement month;
      Effective month; Delivery month; Month of delivery; Planned start month; Benefit start month; Scheme start month
    `),
    sharedHeadings: phrases("Month; Start; From; Go live"),
    values: { holds: "month" },
    use: "plan",
    whenBlank: "the first year counts in full",
    help: "The month of the first year in which the lever begins: October, 10 or a date. The first year then counts for the months that are left of it.",
    template: null,
  },
  {
    id: "end",
    name: "End",
    headings: phrases(`
      End year; End date; Saving stops; Savings stop; Saving ceases; Savings cease; Stops; Stop date; Leave date;
      Leaving date; Date left; To; Until; Last year; Completion date; End FY; Ends; Ending; Ending year;
      Last year of saving; Last active year; Final year; Final year of saving; To year; To date (end); Till; Through;
      Finish; Finish date; Finish year; Planned end; Planned end date; Expected end date; Planned finish;
      Planned finish date; Forecast end date; Scheme end; Scheme end date; Project end; Project end date;
      Project end year; Savings end; Savings end date; Saving end date; Savings end year; End of saving;
      End of savings; Delivery end; Delivery end date; Implementation end; Implementation end date; Completion;
      Completion year; Target completion date; Planned completion date; Expected completion date; Effective to;
      Effective until; Expires; Expiry; Expiry date; Benefit end; Benefit end date; Ceases; Cessation date; Due date;
      Close date
    `),
    sharedHeadings: phrases("Last year's saving"),
    values: { holds: "year" },
    use: "plan",
    whenBlank: "no end; a non-recurrent saving counts in its Start year alone",
    help: "The last year in which the lever is active: 2028/29. What a recurrent lever saves by then stays.",
    template: null,
  },
  {
    id: "phasing",
    name: "Phasing",
    headings: phrases(`
      Profile; Phase; Ramp type; Build-up; Phasing profile; Phased; Phasing type; Phasing basis; Phasing method;
      Phasing curve; Delivery profile; Delivery phasing; Delivery curve; Savings profile; Savings phasing;
      Saving profile; Profile type; Profiling; Profiling method; Profiled; Ramp profile; Ramp shape; Ramp curve;
      Curve; Build up profile; Realisation profile; Benefits profile; S-curve
    `),
    values: { holds: "words", words: phasingWords, choices: phasingChoices },
    use: "plan",
    whenBlank: "in place at once",
    help: "How the lever comes into place: immediate, linear, s-curve, fade (over Ramp years) or adoption (up to Ceiling).",
    template: { width: 12, choices: ["immediate", "linear", "s-curve", "fade", "adoption"], example: "linear" },
  },
  {
    id: "ramp",
    name: "Ramp",
    headings: phrases(`
      Ramp years; Ramp up; Ramp-up years; Ramp up period; Ramp period; Ramp length; Ramp time; Ramp duration;
      Years to full effect; Years to full saving; Years to full delivery; Years to full benefit; Years to full impact;
      Years to steady state; Years to maturity; Years to ramp; Build up years; Build-up period; Time to full effect;
      Time to full benefit; Number of years to deliver; Years to deliver; Delivery years; Delivery period;
      Phasing years; Phasing period; Phased over; Implementation period; Implementation years; Duration;
      Duration (years)
    `),
    values: { holds: "number" },
    use: "plan",
    whenBlank: "1 year",
    help: "Over how many years the phasing runs, above 0: 3.",
    template: { width: 8, numberFormat: "0", example: 3 },
  },
  {
    id: "ceiling",
    name: "Ceiling",
    headings: phrases(`
      Adoption ceiling; Ceiling %; Adoption ceiling %; Maximum adoption; Maximum adoption %; Max adoption;
      Max adoption %; Take-up ceiling; Takeup ceiling; Take-up ceiling %; Maximum take-up; Maximum take-up %;
      Max take-up; Maximum uptake; Maximum uptake %; Max uptake; Uptake ceiling; Saturation; Saturation %;
      Saturation level; Peak adoption; Peak adoption %; Peak uptake; Market potential; Adoption cap; Take-up cap;
      Achievable share; Achievable take-up
    `),
    values: { holds: "rate", beyond: 1 },
    use: "plan",
    whenBlank: "100%",
    help: "Up to which share adoption goes, from 0% to 100%: 80%.",
    template: null,
  },
]);
