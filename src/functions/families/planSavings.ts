import { cell, optional } from "../arguments/arguments";
import { label } from "../arguments/elements";
import { defineFunction } from "../record";
import { ask, errors, fund, notes, percents, spend, twoLevers, usual } from "./planParameters";

const planSummary = defineFunction({
  name: "PLANSUMMARY",
  family: "The plan in cells",
  description: "Need, funding, gap and savings of a plan year by year, from your own tables.",
  parameters: usual,
  result:
    "A table with a row a year: Year, Need, Funding, Gap (or Target), Identified, Unidentified, Savings, Remaining, New in year; without those that the plan does not have.",
  formula: "Gap = need − funding, or the target; remaining = gap − savings",
  notes,
  errors,
  examples: [
    {
      formula: `PLANSUMMARY(${twoLevers},${spend},${fund})`,
      result: [
        ["Year", "Need", "Funding", "Gap", "Identified", "Unidentified", "Savings", "Remaining", "New in year"],
        ["2025/26", 104, 101, 3, 4, 0, 4, -1, 4],
        ["2026/27", 108, 102, 6, 10, 0, 10, -4, 6],
      ],
      says: "Need grows faster than funding; two levers close the gap of 3 and, a year later, that of 6.",
    },
    {
      formula: `PLANSUMMARY(${twoLevers})`,
      result: [
        ["Year", "Identified", "Unidentified", "Savings", "New in year"],
        ["2025/26", 4, 0, 4, 4],
        ["2026/27", 10, 0, 10, 6],
      ],
      says: "A register alone: savings by year, and nothing said of a gap.",
    },
  ],
  compute: (given) => ask({ table: "summary" }, given),
});

const leverHeadings = [
  "Lever",
  "Reference",
  "Group",
  "Type",
  "Status",
  "2025/26",
  "2026/27",
  "Full-year effect",
  "Sum",
  "Stand-alone",
  "Least",
  "Most",
  "Overlap",
  "Risk-adjusted",
];

const planBreakdown = defineFunction({
  name: "PLANBREAKDOWN",
  family: "The plan in cells",
  description: "What each lever of a plan saves year by year, attributed, with its range and the total.",
  parameters: usual,
  result:
    "A table with a row a lever and a total: Lever, Reference, Group, Type, Status, each year, Full-year effect, Sum, Share of gap, Stand-alone, Least, Most, Overlap, Risk-adjusted. From Stand-alone on of the last year.",
  formula: "As ATTRIBUTE, by category and year, among the levers that overlap; levers that add keep their own amount",
  notes: [...notes, "Least and Most are bounds of each lever alone and have no total."],
  errors,
  examples: [
    {
      formula: `PLANBREAKDOWN(${twoLevers})`,
      result: [
        leverHeadings,
        ["Theatres", "", "Local", "Cost reduction", "", 4, 4, 4, 8, 4, 4, 4, 0, 4],
        ["Agency", "", "Local", "Cost reduction", "", 0, 6, 6, 6, 6, 6, 6, 0, 6],
        ["Total", "", "", "", "", 4, 10, 10, 14, 10, "", "", 0, 10],
      ],
      says: "Agency starts a year after Theatres; both add, so that nobody could be credited with more or less.",
    },
    {
      formula: `PLANBREAKDOWN({"Lever","Applies to","Saving %";"Theatres","Acute",0.1;"Beds","Acute",0.2},${spend},,,${percents})`,
      result: [
        leverHeadings,
        [
          "Theatres",
          "",
          "",
          "Cost reduction",
          "",
          9.36,
          9.719999999999999,
          9.719999999999999,
          19.08,
          10.8,
          8.64,
          10.8,
          1.0800000000000018,
          9.719999999999999,
        ],
        [
          "Beds",
          "",
          "",
          "Cost reduction",
          "",
          19.76,
          20.520000000000003,
          20.520000000000003,
          40.28,
          21.6,
          19.44,
          21.6,
          1.0799999999999983,
          20.520000000000003,
        ],
        [
          "Total",
          "",
          "",
          "",
          "",
          29.12,
          30.240000000000002,
          30.240000000000002,
          59.36,
          32.400000000000006,
          "",
          "",
          2.16,
          30.240000000000002,
        ],
      ],
      says: "Two levers on the same spend: 10% and 20% of it overlap by 2.16, which they share.",
    },
  ],
  compute: (given) => ask({ table: "breakdown" }, given),
});

const planGroups = defineFunction({
  name: "PLANGROUPS",
  family: "The plan in cells",
  description:
    "Savings of a plan added up by group, type, status, recurrence, organisation or a heading of the register.",
  parameters: {
    ...usual,
    by: optional(
      cell(
        label(),
        'By what: "group" (default), "type", "status", "recurrent", "organisation", or a heading of the register.',
      ),
      "group",
    ),
  },
  result: "A table with a row a part and a total: the part, each year, Full-year effect, Sum, Share of gap.",
  formula: "Sums of the levers' attributed savings, never a new game",
  notes,
  errors: [...errors, "#VALUE! where by is neither one of these words nor a heading."],
  examples: [
    {
      formula: `PLANGROUPS(${twoLevers})`,
      result: [
        ["Group", "2025/26", "2026/27", "Full-year effect", "Sum"],
        ["Local", 4, 10, 10, 14],
        ["Total", 4, 10, 10, 14],
      ],
      says: "Both levers are local.",
    },
    {
      formula: `PLANGROUPS(${twoLevers},,,,,,,"recurrent")`,
      result: [
        ["Recurrence", "2025/26", "2026/27", "Full-year effect", "Sum"],
        ["Recurrent", 4, 10, 10, 14],
        ["Total", 4, 10, 10, 14],
      ],
      says: "What the register does not state counts as recurrent.",
    },
  ],
  compute: ({ by, ...given }) => ask({ table: "groups", by: by === "" ? "group" : by }, given),
});

export const planSavings = [planSummary, planBreakdown, planGroups];
