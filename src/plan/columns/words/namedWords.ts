import { findWord, wordMap } from "./wordMap";

/** Words of Applies to that mean every category, unless a category bears the name. */
export const allWords: ReadonlyMap<string, "All"> = wordMap([
  [
    "All",
    `all; all categories; all spend; all spending; all services; all service lines; all areas; all budgets;
    all budget lines; all costs; all directorates; all divisions; all departments; all care groups;
    all business units; all sites; all organisations; everything; everywhere; whole budget; total budget;
    total spend; trust-wide; trustwide; whole trust; cross-trust; council-wide; councilwide; whole council;
    cross-council; authority-wide; whole authority; county-wide; countywide; city-wide; citywide; borough-wide;
    force-wide; organisation-wide; organization-wide; org-wide; whole organisation; whole organization;
    cross-organisation; cross-organizational; cross-organisational; pan-organisation; company-wide; companywide;
    enterprise-wide; business-wide; firm-wide; group-wide; groupwide; agency-wide; department-wide; departmentwide;
    ministry-wide; government-wide; cross-government; university-wide; school-wide; board-wide; health board-wide;
    icb-wide; icb wide; system-wide; systemwide; whole system; statewide; state-wide; corporate; corporate-wide;
    cross-cutting; crosscutting; cross cutting themes; cross-directorate; cross-divisional; cross-division;
    cross-departmental; cross-department; cross-service; cross-portfolio; cross-programme; various;
    various services; various directorates; multiple; several; mixed`,
  ],
]);

/** Names and groups of savings that nobody has found yet. */
export const unidentifiedWords: ReadonlyMap<string, "Unidentified"> = wordMap([
  [
    "Unidentified",
    `unidentified; un-identified; not identified; not yet identified; yet to be identified; to be identified; tbi;
    to be found; to find; to be developed; unidentified saving; unidentified savings; unidentified scheme;
    unidentified schemes; unidentified cip; unidentified cips; unidentified qipp; unidentified wrp;
    unidentified efficiency; unidentified efficiencies; unidentified gap; unidentified balance;
    unidentified element; cip unidentified; savings unidentified; savings to be identified;
    savings yet to be identified; savings not yet identified; savings to be found; savings to find;
    schemes to be identified; schemes tbi; cip to be identified; further savings; further savings required;
    further savings to be identified; further schemes to be identified; additional savings required;
    additional savings to be identified; other savings to be identified; stretch; stretch target; stretch saving;
    stretch savings; stretch cip; system stretch; balancing figure; balancing item; balancing line;
    balancing saving; plug; plug figure; unallocated; unallocated saving; unallocated savings;
    unallocated savings target; unallocated cip; unplanned savings; unmet savings; savings gap to be closed;
    placeholder; placeholder saving; placeholder savings`,
  ],
]);

/** Whether a name, a group or a status says that nobody has found the saving: "Unidentified - Surgery", "TBI: Medicine", "Still to find". */
export function isUnidentifiedName(text: string): boolean {
  return (
    findWord(unidentifiedWords, text) !== undefined || beginsUnidentified.test(text) || endsUnidentified.test(text)
  );
}

const notFound =
  "un-?identified|not (?:yet )?identified|(?:yet |still )?to be (?:identified|found)|(?:still |left |yet )to (?:find|identify)|tbi";
const missing = "balance|gap|remainder|remaining|shortfall|savings?|schemes?|cips?|further savings?";
/** After it a dash, a bracket, or what is not found. */
const beginsUnidentified = new RegExp(
  `^\\s*(?:tbc|tbd|to be (?:confirmed|determined))\\s*[-–—:(]|^\\s*(?:(?:${missing})\\s+(?:${notFound}|(?:still |yet )?to (?:find|identify|close|be closed))|${notFound})` +
    `(?=\\s*$|\\s*[-–—:(/,]|\\s+(?:savings?|schemes?|cips?|qipp|wrp|efficienc|balance|gap|element|target|in|for|from|of|at)\\b|\\s*\\d)`,
  "i",
);
const endsUnidentified = new RegExp(
  `[-–—:(/,]\\s*(?:${missing})?\\s*(?:${notFound}|to find)\\s*\\)?\\s*$|\\sunidentified\\s*$`,
  "i",
);

/** What stands in a cell for an amount or a percent that nobody knows yet: it counts as 0 and is listed as without an amount. */
export const notKnownWords: ReadonlyMap<string, "not known"> = wordMap([
  [
    "not known",
    `tbc; tba; tbd; tbq; tb c; n/a; n.a.; na; n.k.; nk; nyk; nil?; not known; not yet known; unknown;
    to be confirmed; to be agreed; to be advised; to be determined; to be decided; to be quantified;
    to be calculated; to be costed; not yet quantified; not quantified; unquantified; not costed; not applicable;
    pending; awaited; awaiting; awaiting figures; under review; see note; see comments; -; –; —; --; ---; ?; ??;
    ???; …; ...; ..; .; *; #`,
  ],
]);

/** What stands for nothing: a known 0. */
export const zeroWords: ReadonlyMap<string, 0> = wordMap([[0, "nil; none; zero; nought; no saving; £0; £nil"]]);

/** Multiples of a currency's unit, as a Unit column says them by row. */
export const unitWords: ReadonlyMap<string, number> = wordMap<number>([
  [1, "£; £s; $; €; gbp; usd; eur; pounds; pound; dollars; euros; units; ones; £ (actual)"],
  [
    1e3,
    `£k; £ k; k; £000; £000s; £'000; £'000s; £’000; £’000s; £ 000; 000; 000s; '000; '000s; thousand; thousands;
    £ thousand; £thousand; £ thousands; £thousands; gbp k; $k; $000; $'000; €k; €000; €'000`,
  ],
  [
    1e6,
    `£m; £ m; m; mn; £mn; £ million; £million; £ millions; £millions; £mil; million; millions; gbp m; $m; $ million;
    €m; € million`,
  ],
  [1e9, "£bn; £ bn; bn; £b; £ billion; £billion; £ billions; billion; billions; $bn; $ billion; €bn; € billion"],
]);
