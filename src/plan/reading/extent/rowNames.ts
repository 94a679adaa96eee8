import type { TableKind } from "../../tableKinds";

/** What a row's own name says that it is; "data" where it says nothing. A row with a reference, a status or a start is data whatever its name. */
export function rowNames(
  name: string,
  hasIdentity: boolean,
  kind: TableKind,
): "data" | "part" | "target" | "gap" | "net" | "funding" {
  if (isPartName(name)) return "part";
  if (kind !== "levers" && isFundingName(name)) return "funding";
  if (hasIdentity) return "data";
  if (gapNames.test(name)) return "gap";
  if (kind === "levers" && targetNames.test(name)) return "target";
  if (kind === "levers" && netNames.test(name)) return "net";
  return "data";
}

/** "Of which agency staff": counted in the row above already. */
function isPartName(name: string): boolean {
  return /^[\s–—·•*-]*(of[ -]which|o\/w|thereof|which includes?|includes?:|including|incl\.?)\b/i.test(name);
}

/** "exact": a name that a totals row bears and nothing else. "loose": one with the word among others, so that only its numbers tell. */
export function isTotalName(name: string, how: "exact" | "loose"): boolean {
  return how === "exact"
    ? totalNames.test(name)
    : totalNames.test(name) ||
        /\b(sub[\s-]?)?totals?\b/i.test(name) ||
        /^(all|whole) (services?|directorates?|departments?|divisions?|categories|budgets?|schemes|areas|programmes?|council|trust)\b/i.test(
          name,
        );
}

const totalNames =
  /^((grand|overall|sub|sub-|net|gross|running)\s*)?totals?(\s+(savings?|spend|spending|expenditure|funding|costs?|levers|schemes|budget|plan|programme|need|allocation|identified|cip|qipp|efficienc(y|ies)|income|target))?\s*:?$|^sums?(\s+of\s+the\s+above)?\s*:?$|^all (levers|schemes|categories)$|^sub[\s-]?totals?\b\s*:?$/i;

/** "Undelivered savings b/f", "24/25 savings not achieved": what was to be saved before and is needed still. */
export function isUndeliveredName(name: string): boolean {
  return undelivered.test(name) && ofEarlierSavings.test(name) && !allowance.test(name);
}

const undelivered =
  /\b(undelivered|unachieved|non[ -]?delivered|non[ -]?(delivery|achievement) of|not (yet )?(been )?(delivered|achieved)|shortfall)\b/i;
const ofEarlierSavings =
  /\bb\s?\/?\s?f(wd)?\b|\bbrought forward\b|\b(prior|previous|last|earlier) years?\b|\d{2}[/-]\d{2}\b/i;
const allowance = /\b(allowance|contingency|provision|risk)\b/i;

/** Whether a total is, by its name, of what is new alone: "Total new savings" leaves out what is carried forward. */
export function isNewTotalName(name: string): boolean {
  return isTotalName(name, "loose") && /\b(new|additional|further)\b/i.test(name);
}

/** Whether a row of a Spending table is, by its name, what pays for the spending. */
export function isFundingName(name: string): boolean {
  return fundingName.test(name);
}

/** Whether a row of funding is, by its name, money that does not come again. */
export function isOneOffFunding(name: string): boolean {
  return /\b(reserves?|balances|one[ -]off|non[ -]?recurrent|deficit support|capital receipts?)\b/i.test(name);
}

/** Whether a heading inside a Spending table stands over what pays for it. */
export function isFundingSection(section: string): boolean {
  const name = section.replace(/\s*\(?[£€$]\s*('?000s?|k|mn?|bn)?\)?\s*$/i, "");
  return (
    isFundingName(name) ||
    /^(total )?(operating )?(funding|funded by|financed by|resources|sources of (funding|finance)|income|revenue)\s*:?$/i.test(
      name,
    )
  );
}

const fundingName =
  /^((total|available|planned|expected|assumed|net)\s+)*(funding|allocations?|resource limit|resources available|funding available|funding envelope|funding limit)\s*:?$/i;

const targetNames =
  /^((savings?|efficiency|cip|qipp|wrp|total|annual|overall|in-year|full-year|financial|budget)\s+)*(targets?|requirements?|ask|required|to find)(\s+\(?(f\.?y\.?\s*)?\d{2,4}([/-]\d{2,4})?\)?)?\s*:?$/i;

export const gapNames =
  /^(((funding|affordability|remaining|total|net|savings?|budget)\s+)*(gap|shortfall|deficit)(\s+to\s+(target|plan|find))?|surplus\s*\/?\s*\(?deficit\)?|(shortfall|deficit|gap)\s*\/?\s*\(?(surplus|excess|over)\)?|\(?over\)?\s*\/\s*\(?under\)?(\s+\w+)*|variance(\s+to\s+target)?|balance\s+to\s+find|unallocated\s+balance)\s*:?$/i;

/**
 * A row about the rows: an average, a number of schemes, a share of something, the day of the last update. "loose": one that begins so, and may be a lever,
 * such as "Average length of stay".
 */
export function isStatisticName(name: string, how: "exact" | "loose"): boolean {
  const [all] = statistic.exec(name) ?? [];
  return all !== undefined && (how === "loose" || aboutRows.test(name.slice(all.length)));
}

const statistic =
  /^((average|mean|median|count|number of|no\.? of|# of|last updated|as at|date|check|difference|control total|percent(age)? of|per ?cent(age)?(?= )|rag\b.*(count|total))\b|%)/i;
const aboutRows =
  /^([^a-z]|(row|scheme|lever|project|saving|value|amount|red|amber|green|rag|rated|delivered|achieved|identified|target|plan|budget|total|spend|turnover|of|per|the|to|by|in|i|k|m)s?(?![a-z]))*$/i;

const netNames =
  /^(net|net (position|movement|change|effect|saving|savings|budget change|total|impact)|total net (saving|savings|change))\s*:?$/i;

/** Who made, checked or signed a sheet, and when: "Prepared by", "Date: 31/03/2025". */
export function isSignature(text: string): boolean {
  return /^((prepared|signed|approved|authori[sz]ed|reviewed|checked|completed|compiled|agreed|updated|produced)(\s+(by|on|off))*|(finance |budget )?(signature|author|date)|date\s.*|signed\s.*|version|contact)\s*(:.*)?$/i.test(
    text.trim(),
  );
}

/** A sentence between the rows that says something of the one above: it ends like one, or speaks of that row by its name. */
export function isRemark(text: string, above: string): boolean {
  if (text.trim().split(/\s+/).length < shortestRemark) return false;
  const rest = above !== "" && text.toLowerCase().startsWith(`${above.toLowerCase()} `) ? text.slice(above.length) : "";
  return /[a-z][.;!]\s*$/i.test(text) || /^\s*[a-z]/.test(text) || /^\s+[a-z]/.test(rest);
}

const shortestRemark = 4;

/** A text that explains instead of heading anything. */
export function isNoteText(text: string): boolean {
  return (
    text.length > 80 ||
    /^(\*|†|note\b|notes\b|n\.b|nb\b|source\b|sources\b|key\b|see\b|assumption|prepared\b|last updated|version\b|\(|\[)/i.test(
      text,
    )
  );
}
