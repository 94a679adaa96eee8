import type { CashEffect, EfficiencyType, LeverType } from "../../plan";
import { kindOfRowWords } from "./kindWords";
import { wordMap } from "./wordMap";

/** What a word in a Type column says: the type, and with it sometimes the cash effect, or that the saving exists only against the baseline. */
export interface TypeWord {
  type: LeverType;
  cashEffect?: CashEffect;
  baselineOnly?: boolean;
}

export const leverTypeWords: ReadonlyMap<string, TypeWord> = wordMap<TypeWord>([
  [
    { type: "Cost reduction" },
    `cost reduction; cost reductions; cost saving; cost savings; expenditure; expenditure reduction;
    expenditure saving; spend reduction; reduced spend; pay; non-pay; nonpay; pay saving; pay savings;
    non-pay saving; non-pay savings; pay cost reduction; non-pay cost reduction; efficiency; efficiencies;
    efficiency saving; service reduction; service reductions; service change; service redesign; transformation;
    procurement; contract saving; productivity; workforce; staffing; reduction; cost`,
  ],
  [
    { type: "Cost reduction", cashEffect: "Cash-releasing" },
    `cash-releasing; cash releasing saving; cash releasing savings; cash releasing efficiency;
    cash releasing benefit; cash; cash saving; cash savings; cr; crb; crs; cres; cashable; cashable saving;
    cashable savings; cashable benefit`,
  ],
  [
    { type: "Cost reduction", cashEffect: "Non-cash-releasing" },
    `non-cash-releasing; non-cash-releasing saving; non-cash-releasing benefit; non-cash; non-cash saving; ncr; ncrb;
    non-cashable; non-cashable saving; non-cashable savings; non-cashable benefit; time released; capacity released`,
  ],
  [
    { type: "Cost avoidance" },
    `cost avoidance; avoidance; ca; avoided cost; avoided costs; cost avoided; costs avoided; cost prevention;
    demand avoidance; pressure avoided; avoided growth; growth avoidance; mitigated pressure; cost containment`,
  ],
  [
    { type: "Income" },
    `income; income generation; additional income; increased income; increase in income; new income; more income;
    income growth; income increase; income saving; revenue generation; revenue growth; additional revenue; fees;
    fees and charges; fees & charges; charges; charging; commercial income; commercialisation; traded income;
    trading income; inc`,
  ],
  [
    { type: "Cost reduction", baselineOnly: true },
    `baseline assumption; baseline assumptions; baseline; against the baseline; only against the baseline;
    in the baseline; counterfactual; counterfactual only; business as usual assumption`,
  ],
]);

export const cashEffectWords: ReadonlyMap<string, CashEffect> = wordMap<CashEffect>([
  [
    "Cash-releasing",
    `cash-releasing; cash releasing saving; cash; cash saving; cr; crb; crs; cashable; cashable saving; cash-out;
    cash out; yes; y; true; 1; x; ✓; ✔`,
  ],
  [
    "Non-cash-releasing",
    `non-cash-releasing; non cash-releasing; not cash-releasing; non-cash; non-cash saving; ncr; ncrb; non-cashable;
    not cashable; no; n; false; 0; ✗; ✘`,
  ],
  ["Not stated", "not stated; tbc; tba; n/a; na; not known; unknown; -; –; ?"],
]);

/** A Type column may say the type of a saving, or what kind of row it is: a text is a kind, an object a type. */
export const typeOrKindWords: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...kindOfRowWords,
  ...leverTypeWords,
]);

/** The first three are the Government Efficiency Framework's. */
export const efficiencyTypeWords: ReadonlyMap<string, EfficiencyType> = wordMap<EfficiencyType>([
  [
    "Technical",
    `technical; technical efficiency; technical efficiencies; technical saving; technical efficiency saving;
    productive; productive efficiency; same output for less; more output for the same`,
  ],
  [
    "Allocative",
    `allocative; allocative efficiency; allocative efficiencies; allocative saving; allocative efficiency saving;
    reallocation; better use of resources`,
  ],
  [
    "Non-efficiency saving",
    `non-efficiency saving; non-efficiency savings; non-efficiency; not efficiency; other saving; other savings;
    service reduction; service reductions; service cut; service cuts; reduced output; less output; reduced service;
    reduced scope; scope reduction; descoping; de-scoping; stop; stopped activity; policy change; budget cut;
    decommissioning; disinvestment`,
  ],
  [
    "Deferred cost",
    `deferred cost; deferred costs; deferral; deferrals; deferred; delay; delayed spend; reprofiling; re-profiling;
    slipped spend`,
  ],
  ["Not stated", "not stated; tbc; tba; n/a; na; not known; unknown; -; –; ?"],
]);
