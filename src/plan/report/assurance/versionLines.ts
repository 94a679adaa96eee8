import type { Breakdown } from "../../breakdown";
import { isNothing, plainFigure } from "../words/figures";
import { amountFormat, decimalsIn } from "../numberFormats";
import type { EarlierSaving } from "../outputTable";

/** A lever whose saving of the last year is another than in the run before. */
interface VersionLine {
  item: string;
  /** Now less before; left out where nothing changed. */
  figure?: number;
  /** "Before 1,200", "New", "No longer there". */
  what: string;
}

/** What changed since the last written run, by lever, the largest change first; null where none was written. */
export function versionLines(
  breakdown: Breakdown,
  before: readonly EarlierSaving[] | null | undefined,
): VersionLine[] | null {
  if (!before) return null;
  const year = breakdown.years.at(-1) ?? "";
  const decimals = decimalsIn(amountFormat(breakdown));
  if (!before.some(({ amounts }) => amounts.some(({ heading }) => heading === year)))
    return [{ item: `The run before did not reach ${year}`, what: "" }];
  const then = sums(
    before.map(({ lever, amounts }) => [lever, amounts.find(({ heading }) => heading === year)?.amount ?? 0]),
  );
  const now = sums(breakdown.levers.map(({ name, attributed }) => [name, attributed.at(-1) ?? 0]));
  const style = { locale: "en-GB", unit: "" };
  const changes = [...new Set([...now.keys(), ...then.keys()])]
    .filter((name) => name !== notAttributed)
    .flatMap((item): Required<VersionLine>[] => {
      const [earlier, amount] = [then.get(item), now.get(item)];
      const figure = (amount ?? 0) - (earlier ?? 0);
      if (isNothing(figure, decimals)) return [];
      const was = `before ${plainFigure(earlier ?? 0, decimals, style)}`;
      const what = earlier === undefined ? "New" : amount === undefined ? `No longer there, ${was}` : upperFirst(was);
      return [{ item, figure, what }];
    })
    .sort((one, other) => Math.abs(other.figure) - Math.abs(one.figure));
  if (changes.length === 0) return [{ item: `No lever's saving of ${year} has changed`, what: "" }];
  const [shown, rest] = [changes.slice(0, most), changes.slice(most)];
  const sum = (lines: readonly { figure: number }[]) => lines.reduce((so, { figure }) => so + figure, 0);
  return [
    ...shown,
    ...(rest.length > 0 ? [{ item: `${rest.length} smaller changes`, figure: sum(rest), what: "" }] : []),
    { item: `All changes of ${year}`, figure: sum(changes), what: "" },
  ];
}

const most = 20;
/** A row of the Breakdown that is no lever. */
const notAttributed = "Overlap not attributed";

/** Levers of one name are one. */
function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [name, amount] of entries) found.set(name, (found.get(name) ?? 0) + amount);
  return found;
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
