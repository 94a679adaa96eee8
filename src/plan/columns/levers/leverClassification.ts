import {
  cashEffectChoices,
  efficiencyTypeChoices,
  kindChoices,
  recurrenceChoices,
  typeChoices,
  yesNoChoices,
} from "../choices";
import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";
import { oneOffWords, recurrenceWords, yesNoWords } from "../words/timingWords";
import { cashEffectWords, efficiencyTypeWords, typeOrKindWords } from "../words/typeWords";

/** What sort of row and of saving a lever is. */
export const leverClassificationColumns = defineColumns("levers", [
  {
    id: "recurrent",
    name: "Recurrent",
    headings: phrases(`
      R/NR; Recurring; One-off or ongoing; Permanent or temporary; Rec; R or NR; NR/R; R/N; Rec/NR; Rec/non-rec;
      Rec or non-rec; Recurrent/non-recurrent; Recurrent or non-recurrent; Recurrent / NR; Non-recurrent/recurrent;
      Non-recurrent or recurrent; Recurring/non-recurring; Recurring or non-recurring; Recurring or one-off;
      Recurring/one-off; Recurrence; Recurrent status; Recurrence status; Recurrent type; Recurrent indicator;
      Recurrent flag; Recurrent (Y/N); Recurrent yes/no; Is it recurrent; Is recurrent; Recurrency; Recurrent profile;
      One-off/ongoing; Ongoing or one-off; Ongoing/one-off; One-off/recurring; One-off or recurring;
      One off/recurrent; One-off or recurrent; Ongoing; Permanent; Permanent/temporary; Temporary or permanent;
      Temporary/permanent; Permanent/one-off; Permanent or one-off; One-off/permanent; Base/one-off; Base or one-off;
      Base/one-time; One-time or ongoing; Ongoing or one-time; One-time/recurring; Recurring or one-time; Structural?;
      Structural or one-off; Sustainable; Nature of saving; R
    `),
    sharedHeadings: phrases("Saving type; Type of saving; Recurrent saving; Recurring saving; Duration"),
    values: { holds: "words", words: recurrenceWords, choices: recurrenceChoices },
    use: "plan",
    whenBlank: "counts as recurrent, and is totalled as not stated",
    help: "Whether the saving comes again each year: yes or no, R or NR, ongoing or one-off. A non-recurrent saving counts only in its active years; without End, in the Start year alone.",
    template: { width: 11, choices: ["yes", "no"], example: "yes" },
  },
  {
    id: "oneOff",
    name: "One-off",
    headings: phrases(`
      One-off (Y/N); Is it one-off; Is one-off; One-time; Non-recurrent (Y/N); Non-recurrent flag; Temporary;
      Time-limited; Non-rec (Y/N); Non-recurring (Y/N); NR (Y/N); NR flag; Non-rec flag; Non-recurring flag
    `),
    sharedHeadings: phrases("Non-recurrent; Non-rec; Non-recurring"),
    values: { holds: "words", words: oneOffWords, choices: recurrenceChoices },
    use: "plan",
    whenBlank: "counts as recurrent",
    help: "Recurrent, asked the other way round: yes says that the saving does not come again.",
    template: null,
  },
  {
    id: "type",
    name: "Type",
    headings: phrases(`
      Saving type; Type of saving; Benefit category; Classification; Income or expenditure; Savings type;
      Type of savings; Lever type; Scheme type; Type of scheme; CIP type; Type of CIP; QIPP type;
      Efficiency saving type; Initiative type; Project type; Proposal type; Type of proposal; Benefit type;
      Type of benefit; Benefit class; Benefit classification; Saving classification; Savings classification; Nature;
      Nature of benefit; Financial benefit type; Reduction type; Type of reduction; Type of efficiency;
      Cost or income; Income or cost; Income/cost; Income/expenditure; Expenditure or income; Expenditure/income;
      Saving or income; Saving/income; Savings/income; Budget type of saving
    `),
    sharedHeadings: phrases(`
      Kind; Category; Savings category; Scheme category; Cost type; Pay/non-pay/income; Cash releasing?; Row type
    `),
    values: { holds: "words", words: typeOrKindWords, choices: typeChoices },
    use: "plan",
    whenBlank: "Cost reduction",
    help: "Cost reduction, Cost avoidance or Income. Cash-releasing and Non-cash-releasing are cost reductions with that cash effect; words for other kinds of rows, such as Pressure, are taken as those.",
    template: { width: 18, choices: ["Cost reduction", "Cost avoidance", "Income"], example: "Cost reduction" },
  },
  {
    id: "kind",
    name: "Kind of row",
    headings: phrases(`
      Row type; Item type; Saving or pressure; Change type; Kind; Type of row; Kind of item; Type of item; Line type;
      Type of line; Entry type; Record type; Type of change; Budget change type; Type of budget change; Movement type;
      Type of movement; Adjustment type; Saving/pressure; Savings/pressures; Pressure/saving; Pressure or saving;
      Pressures/savings; Growth/saving; Growth or saving; Growth/savings; Savings/growth; Saving/growth;
      Saving or growth; Saving/investment; Saving or investment; Savings or investment; Investment/saving;
      Investment or saving; Pressure/saving/growth; Growth, pressure or saving; MTFS category; MTFS type;
      MTFP category; MTFP type; Budget proposal type
    `),
    sharedHeadings: phrases("Type; Category; Scheme type; Proposal type; Status"),
    values: { holds: "words", words: typeOrKindWords, choices: kindChoices },
    use: "plan",
    whenBlank: "Saving",
    help: "What the row is: Saving, Pressure, Undelivered brought forward, Contingency, Mitigation, One-off cost or Funding switch. A row that says Target is a target and no lever.",
    template: null,
  },
  {
    id: "cashEffect",
    name: "Cash effect",
    headings: phrases(`
      Cash releasing?; Cashable; CR/NCR; Cash-releasing (Y/N); Cash releasing yes/no; Cash releasing or not;
      Is it cash releasing; Cash releasing status; Cash releasing flag;
      Cash releasing/non-cash releasing; Cash releasing or non-cash releasing; Cash/non-cash; Cash or non-cash;
      CR or NCR; CRB/NCRB; Cashable Y/N; Cashable/non-cashable; Cashable or non-cashable; Is it cashable; Cashability;
      Cash out; Cash-out saving; Cash saving?; Cash impact; Type of cash effect; Releases cash; Cash released;
      Cash-backed; Bankable
    `),
    sharedHeadings: phrases(
      "Type; Type of saving; Saving type; Benefit type; Benefit category; Cash-releasing saving; Cash releasing savings",
    ),
    values: { holds: "words", words: cashEffectWords, choices: cashEffectChoices },
    use: "plan",
    whenBlank: "not stated",
    help: "Whether money leaves the budget: Cash-releasing or Non-cash-releasing, or yes and no under a heading that asks whether it is cash-releasing. Cost avoidance and Income written here are types.",
    template: null,
  },
  {
    id: "efficiencyType",
    name: "Efficiency type",
    headings: phrases(`
      GEF type; GEF category; GEF classification; GEF efficiency type; Type of efficiency saving;
      Efficiency classification; Efficiency framework category; Efficiency framework type;
      Government Efficiency Framework type; Government Efficiency Framework category; Technical or allocative;
      Technical/allocative; Allocative or technical; Technical, allocative or other; Efficiency or not;
      Efficiency/non-efficiency; Efficiency or non-efficiency; Efficiency or service reduction;
      Efficiency/service reduction; Efficiency or cut; Is it an efficiency; Efficiency (Y/N)
    `),
    sharedHeadings: phrases("Type; Type of saving; Type of efficiency; Efficiency category; Saving classification"),
    values: { holds: "words", words: efficiencyTypeWords, choices: efficiencyTypeChoices },
    use: "plan",
    whenBlank: "not stated",
    help: "Technical, Allocative or Non-efficiency saving, as the Government Efficiency Framework has them, or Deferred cost.",
    template: null,
  },
  {
    id: "baselineOnly",
    name: "Only against the baseline",
    headings: phrases(`
      Baseline only; Only against baseline; Against the baseline only; Against baseline only; Baseline assumption;
      Counterfactual only; Only against the counterfactual; In the baseline; In baseline?; Already in baseline;
      Included in baseline; Do-nothing only
    `),
    values: { holds: "words", words: yesNoWords, choices: yesNoChoices },
    use: "plan",
    whenBlank: "no",
    help: "Yes says that the saving exists only against the counterfactual, such as growth that was assumed and need not come. It is shown apart.",
    template: null,
  },
]);
