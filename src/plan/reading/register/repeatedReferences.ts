import { nameKey } from "../../../cells/names";
import type { Finding } from "../../finding";
import type { ReadLever } from "./registerContext";

/** References of one register that stand at more than one of its levers: a row entered twice, or a lever and its revision. All count. */
export function repeatedReferences(read: readonly ReadLever[]): Finding[] {
  const byReference = new Map<string, ReadLever[]>();
  let rows = 0;
  for (const one of new Map(read.map((lever) => [lever.nameCell, lever])).values()) {
    const key = nameKey(one.lever.reference);
    if (key === "") continue;
    rows++;
    byReference.set(key, [...(byReference.get(key) ?? []), one]);
  }
  const repeated = [...byReference.values()].filter((own) => own.length > 1 && !areParts(own));
  const again = rows - byReference.size;
  const [first] = repeated;
  // What most rows share is the code of something else: a cost centre, a theme.
  if (!first || again >= 0.5 * rows) return [];
  const cells = repeated.flatMap((own) => own.map(({ nameCell }) => nameCell));
  const named = repeated.slice(0, mostNamed).map(([one]) => one?.lever.reference ?? "");
  const others = repeated.length - named.length;
  const message =
    repeated.length === 1
      ? `the reference ${named[0] ?? ""} is that of ${first.length} levers, which ${first.length === 2 ? "both" : "all"} count`
      : `the references ${named.join(", ")}${others > 0 ? ` and ${others} more` : ""} are each those of several levers, which all count`;
  return [{ level: "warning", cell: cells[0] ?? "", message, count: cells.length, cells }];
}

/** One lever's parts by intent: the same name, once recurrent and once not. */
function areParts(own: readonly ReadLever[]): boolean {
  const [one, other] = own;
  if (!one || !other || own.length !== 2) return false;
  return nameKey(one.lever.name) === nameKey(other.lever.name) && one.lever.recurrent !== other.lever.recurrent;
}

const mostNamed = 3;
