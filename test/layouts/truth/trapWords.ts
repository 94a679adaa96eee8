/** Names that people do give, made of words that are headings, years, totals and units. */
export const leverTraps = [
  ...["Scheme", "Income", "Base", "FY17", "Category", "Saving", "Status", "Year 1", "2016/17", "Programme"],
  ...["Total bed management", "Reduce total spend", "£m to £k conversion of contracts", "Funding of care homes"],
  ...["Plan", "Amount of agency use", "Growth", "Actual", "Start", "Target operating model", "Net zero", "Sum insured"],
];

export const groupTraps = [
  "Income",
  "Scheme",
  "Base",
  "Category",
  "Total workforce",
  "FY17",
  "Saving",
  "Plan",
  "2016/17",
];

export const categoryTraps = [
  "Income",
  "Scheme",
  "Base services",
  "Total care",
  "FY17 contracts",
  "Saving",
  "Other",
  "£m schemes",
];
