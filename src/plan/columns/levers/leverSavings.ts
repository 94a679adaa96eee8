import { yesNoChoices } from "../choices";
import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";
import { yesNoWords } from "../words/timingWords";

const amount = { holds: "amount" } as const;

/** What a lever saves, in the forms in which registers say it. */
export const leverSavingsColumns = defineColumns("levers", [
  {
    id: "saving",
    name: "Saving",
    headings: phrases(`
      Savings; Amount; Value; Annual saving; Planned saving; Benefit value; Saving amount; Savings amount;
      Saving value; Savings value; Value of saving; Value of savings; Value of scheme; Scheme value; Scheme saving;
      Scheme savings; Scheme total value; Amount of saving; Amount saved; Annual savings; Annual amount; Annual value;
      Annual benefit; Annualised saving; Annualised savings; Annualized savings; Annualised value; Annualised benefit;
      Yearly saving; Yearly savings; Saving p.a.; Saving pa; Savings p.a.; Savings pa; Saving per annum;
      Savings per annum; Saving per year; Savings per year; Saving a year; Saving each year when live;
      Recurrent annual benefit; Recurring annual benefit; Recurrent annual saving; Recurring annual saving;
      Recurrent benefit; Planned savings; Plan saving; Plan savings; Plan value; Planned value; Planned benefit;
      Proposed saving; Proposed savings; Saving proposed; Savings proposed; Estimated saving; Estimated savings;
      Estimated annual saving; Estimated annual savings; Estimated value; Expected saving; Expected savings;
      Anticipated saving; Anticipated savings; Projected saving; Projected savings; Potential saving;
      Potential savings; Target; Target saving; Target savings; Target value; Savings target; Saving target;
      Agreed saving; Agreed savings; Approved saving; Approved savings; Budget saving; Budget savings;
      Budgeted saving; Budgeted savings; Budget reduction; Budget reductions; Reduction; Reduction amount;
      Cost reduction; Cost saving; Cost savings; Efficiency saving; Efficiency savings; Efficiency value;
      Efficiency amount; Efficiencies; CIP value; CIP saving; CIP savings; CIP amount; CIP target; CIP plan;
      QIPP value; QIPP saving; QIPP savings; QIPP target; Financial benefit; Financial benefits; Financial value;
      Financial saving; Financial savings; Financial impact; Benefits; Benefit amount; Cash benefit; Cash value;
      Saving identified; Savings identified; Identified saving; Identified savings; Identified value;
      Identified amount; Plans identified; Annual target; Annual savings target; Yearly target; Opportunity value;
      Run-rate saving; Run rate savings; Run-rate benefit; Saving (full value); Sum; Saving offered; Savings offered;
      Total value; Total annual saving; Total annual savings; General fund savings; All funds savings;
      Ongoing annual saving; Full saving; Full potential; Savings potential; Value of efficiency; Value of reduction;
      Value of opportunity; Saving estimate; Savings estimate; Planned CIP; CIP plan value; Planned efficiency;
      Efficiency plan; Claimed; Claimed saving; Claimed savings; Savings claimed; Saving claimed; Amount claimed;
      Claimed value
    `),
    sharedHeadings: phrases(`
      Plan; Identified; Total; Total saving; Total savings; Cash releasing; Benefit; Efficiency; Net; Net saving;
      Full-year saving; Full year effect
    `),
    values: amount,
    use: "plan",
    whenBlank: "another form says what the lever saves; with none it counts 0 and is listed as without an amount",
    help: "What the lever saves in a full year, as an amount of money: 0.8. Head columns with years instead where the saving differs by year.",
    template: { width: 10, numberFormat: "#,##0.0", example: 0.8 },
  },
  {
    id: "inYear",
    name: "In-year saving",
    headings: phrases(`
      PYE; Part year effect; In-year; Current year saving; PYE saving; PYE savings; PYE value; PYE plan; Plan PYE;
      Part year effect saving; Part year saving; Part year savings; Part year value; Part year; In-year savings;
      In-year effect; In-year value; In-year plan; In-year planned saving; In-year planned savings; In-year benefit;
      In-year target; In-year impact; Current year savings; Current year effect; Current year plan;
      Current year value; Current year; CYE; CY saving; CY savings; CY plan; CY; This year; This year's saving;
      This year's savings; This year saving; Saving this year; Savings this year; Savings in year; Saving in year;
      Saving in the year; Savings in the year; Saving in the year (cumulative); In-year saving, cumulative;
      In-year savings, cumulative; First year saving; First year savings; First year effect; Year one saving;
      Plan for the year; Year plan; Yearly plan; Annual plan; Plan full year; Full year plan
    `),
    sharedHeadings: phrases(`
      Plan; Saving; Savings; Total; Total saving; Forecast outturn; FOT; Forecast; Full year; Planned savings; Target;
      Value
    `),
    values: amount,
    use: "plan",
    whenBlank: "the full-year amount counts, for the months from Start month",
    help: "What the lever saves in its first year, part year or whole (PYE): 0.4. It counts as it stands; later years take the full-year effect.",
    template: null,
  },
  {
    id: "fullYearEffect",
    name: "Full-year effect",
    headings: phrases(`
      FYE; Full-year saving; Saving in a full year; FYE saving; FYE savings; FYE value; FYE plan; FYE effect;
      FYE recurrent; Recurrent FYE; Plan FYE; Full-year effect saving; Full year effect savings;
      Full year effect value; Full year effect plan; Full year savings; Saving full year; Savings full year;
      Savings in a full year; Full-year amount; Full year value; Full year benefit; Full year impact;
      Full year recurrent saving; Full year recurrent effect; Recurrent full year effect; Recurrent full year saving;
      Full year; Full-yr effect; Full yr saving; FY effect; FY saving; FY savings; FY value; FY impact;
      Full-year run rate; Full run-rate saving; Exit run rate; Run rate; Following year effect; Next year effect
    `),
    sharedHeadings: phrases(`
      Saving; Annual saving; Annualised saving; Annualised value; Recurrent saving; Run-rate saving; FY; F/Y
    `),
    values: amount,
    use: "plan",
    whenBlank: "the in-year saving goes on as it is, with a warning; alone it is the saving",
    help: "What the lever saves once it has run for all twelve months (FYE): 0.8. Beside an in-year saving it counts from the year after.",
    template: null,
  },
  {
    id: "savingShare",
    name: "Saving %",
    headings: phrases(`
      Savings %; % of spend; % reduction; Level; % saving; % savings; % saved; Percentage saving; Percentage savings;
      Saving percentage; Savings percentage; Saving share; Share saved; Share of spend; Share of spend saved;
      Saving as share of spend; % of spend saved; % of budget; % of budget saved; % of baseline; % of baseline saved;
      % of cost; % of base; Saving % of spend; Savings % of spend; Saving as % of spend; Savings as % of spend;
      Saving as % of budget; Savings as % of budget; Saving % of budget; Saving % of baseline; Savings % of baseline;
      Saving as % of baseline; Reduction %; Percentage reduction; % budget reduction; % cost reduction;
      Cost reduction %; Saving rate; Savings rate; Saving level; Level %; Target %; Target saving %; Savings target %;
      % target; CIP %; CIP target %; % CIP; QIPP %; Opportunity %; % opportunity; Addressable saving %;
      Price reduction %; Volume reduction %; Level of saving %; Percentage of spend saved; Efficiency level %
    `),
    openHeadings: {
      headings: phrases(`
        Annual rate; Efficiency %; Efficiency; % efficiency; Efficiency rate; Efficiency percentage;
        Efficiency target %; Annual %; Annual saving %; Annual savings %; Annual saving rate; Annual savings rate;
        Rate; %; % pa; % p.a.; % per annum; % per year; % a year; Saving % pa; Saving % p.a.; Savings % p.a.;
        Saving % per annum; Saving % per year; Saving % a year; Yearly rate; Yearly %; Yearly saving %;
        Annual efficiency; Productivity %; % productivity; Productivity rate; Percentage; Rate %; Rate p.a.;
        Rate per annum; Annual reduction %
      `),
      alternative: "yearlyEfficiency",
    },
    sharedHeadings: phrases("Saving; Savings; Reduction; Target; Efficiencies"),
    values: { holds: "rate", beyond: 1 },
    use: "plan",
    whenBlank: "another form says what the lever saves",
    help: "The share of the spend it applies to that the lever saves once in place: 3%. Beside a baseline cost it is a share of that.",
    template: { width: 10, numberFormat: "0.0%", example: 0.03 },
  },
  {
    id: "yearlyEfficiency",
    name: "Yearly efficiency %",
    headings: phrases(`
      Yearly efficiency; Annual efficiency %; Efficiency % p.a.; Annual productivity %; Yearly efficiency rate;
      Annual efficiency rate; Annual efficiency percentage; Efficiency per year; Efficiency % per year;
      Efficiency a year; Efficiency % a year; Efficiency each year; Efficiency % each year; Efficiency pa;
      Efficiency p.a.; Efficiency % pa; Efficiency per annum; Efficiency % per annum; Efficiency rate p.a.;
      Efficiency rate per annum; Efficiency rate per year; % efficiency p.a.; % efficiency per annum;
      % efficiency per year; % efficiency a year; Productivity per year; Productivity % per year; Productivity % p.a.;
      Productivity per annum; Productivity % per annum; Productivity growth; Productivity growth %;
      Productivity growth p.a.; Productivity gain %; Productivity improvement %; Yearly productivity;
      Yearly productivity %; Annual productivity; Annual productivity growth; Annual productivity growth %;
      Annual productivity improvement; Compounding efficiency; Compounding efficiency %; Compound efficiency;
      Compound efficiency %; Compound rate; Compounding rate; Compound %; Compound annual rate;
      Year on year efficiency; Year-on-year efficiency %; Year on year %; Year-on-year saving %;
      Year on year reduction %; YoY efficiency; YoY efficiency %; YoY %; Year-on-year; New saving % each year;
      Yearly saving rate compounding; Annual cost reduction % compounding
    `),
    values: { holds: "rate", beyond: 1 },
    use: "plan",
    whenBlank: "another form says what the lever saves",
    help: "The share of the spend it applies to that the lever saves anew in each active year, compounding: 0.9%. It is below 100%.",
    template: null,
  },
  {
    id: "overlaps",
    name: "Overlaps",
    headings: phrases(`
      Overlap; Overlapping; Overlaps with others; Overlaps others; Overlap with other schemes;
      Overlaps with other schemes; Overlaps other schemes; Overlaps other levers; Overlaps with other levers;
      Works on the rest; Works on what is left; Interacts; Interacts with others; Interaction;
      Interaction with other schemes; Interdependent; Gross of overlap; Overlap to be removed
    `),
    values: { holds: "words", words: yesNoWords, choices: yesNoChoices },
    use: "plan",
    whenBlank: "no for amounts, yes for percents of spend",
    help: "Whether the lever works on what the other levers leave. A register's amounts are mostly agreed net of each other, so that they do not.",
    template: { width: 10, choices: ["yes", "no"], example: "no" },
  },
]);
