import { orderOf } from "../cells/times/years";
import { outturnWords } from "../meaning/aspect";
import type { MappedColumn } from "../tableColumn";

/**
 * Among columns of amounts the one that grows, where nothing but growth follows them: the last year's, of several of that year the outturn. Null where
 * the amounts are the years of the plan.
 *
 * @param hasRate whether one growth is given for all years
 */
export function amountsThatGrow(years: readonly MappedColumn[], hasRate: boolean): MappedColumn | null {
  const amounts = years.filter(({ yearKind }) => yearKind === "amount").sort((a, b) => orderOf(a) - orderOf(b));
  const growth = years.filter(({ yearKind }) => yearKind === "growth");
  const last = amounts.at(-1);
  if (!last || (growth.length === 0 && !hasRate) || growth.some((one) => orderOf(one) <= orderOf(last))) return null;
  const isEarlier = (one: MappedColumn): boolean => orderOf(one) < orderOf(last);
  // Years of a plan may stand beside the growth that they come to.
  if (growth.length === 0 && amounts.some(isEarlier)) return null;
  const same = amounts.filter((one) => !isEarlier(one));
  return same.find(({ full }) => outturnWords.test(full)) ?? last;
}
