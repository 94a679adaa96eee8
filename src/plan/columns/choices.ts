/** The words of ours that each column of choices can be told to hold, as the pane offers them. Every one is known to the words of its column. */
export const recurrenceChoices = ["Recurrent", "Non-recurrent"];
export const yesNoChoices = ["Yes", "No"];
export const cashEffectChoices = ["Cash-releasing", "Non-cash-releasing", "Not stated"];
export const efficiencyTypeChoices = [
  "Technical",
  "Allocative",
  "Non-efficiency saving",
  "Deferred cost",
  "Not stated",
];
export const kindChoices = [
  "Saving",
  "Pressure",
  "Undelivered brought forward",
  "Contingency",
  "Mitigation",
  "One-off cost",
  "Funding switch",
  "Target",
];
/** A Type column may say what kind of row it is, too. */
export const typeChoices = [
  "Cost reduction",
  "Cost avoidance",
  "Income",
  "Cash-releasing",
  "Non-cash-releasing",
  "Baseline assumption",
  ...kindChoices,
];
export const statusChoices = [
  "Fully developed",
  "Plans in progress",
  "Opportunity",
  "Unidentified",
  "Delivered",
  "Closed",
  "Rejected",
  "Withdrawn",
  "Duplicate",
  "On hold",
];
export const ragChoices = ["Green", "Amber", "Red", "Blue", "Grey", "Black", "Amber/Green", "Amber/Red"];
export const riskChoices = ["Very high", "High", "Medium", "Low", "Very low"];
export const gateChoices = ["L", "G"].flatMap((notation) => [0, 1, 2, 3, 4, 5].map((gate) => `${notation}${gate}`));
export const phasingChoices = ["Immediate", "Linear", "S-curve", "Fade", "Adoption"];
export const measureChoices = ["Plan", "Actual", "Forecast", "Variance"];
export const unitChoices = ["£", "£k", "£m", "£bn"];
