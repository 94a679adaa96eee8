import { isRealNum } from "@univerjs/core";
import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

/** Univer looks through every distinct value of a column on each forced write; this remembers where a row stands. */
export function mendInvertedIndex(): void {
  const cache = CELL_INVERTED_INDEX_CACHE as unknown as {
    _cache: Map<string, Map<string, Map<number, Map<unknown, Set<number>>>>>;
    set: (unit: string, sheet: string, column: number, value: unknown, row: number, force?: boolean) => void;
    shouldContinueBuildingCache(unit: string, sheet: string, column: number, row: number): boolean;
    clear(): void;
    isMended?: boolean;
  };
  if (cache.isMended) return;
  cache.isMended = true;
  cache.set("probe", "probe", 0, null, 0, true);
  const emptyKey = cache._cache.get("probe")?.get("probe")?.get(0)?.keys().next().value as unknown;
  cache.clear();
  const places = new WeakMap<Map<unknown, Set<number>>, Map<number, Set<number>>>();
  cache.set = (unit, sheet, column, value, row, force = false) => {
    if (!force && !cache.shouldContinueBuildingCache(unit, sheet, column, row)) return;
    const sheets = entry(cache._cache, unit, () => new Map<string, Map<number, Map<unknown, Set<number>>>>());
    const columns = entry(sheets, sheet, () => new Map<number, Map<unknown, Set<number>>>());
    const rowsByValue = entry(columns, column, () => new Map<unknown, Set<number>>());
    const rows = entry(rowsByValue, indexKey(value, emptyKey), () => new Set<number>());
    let place = places.get(rowsByValue);
    if (!place) places.set(rowsByValue, (place = new Map()));
    if (force) place.get(row)?.delete(row);
    rows.add(row);
    place.set(row, rows);
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function indexKey(value: unknown, emptyKey: unknown): unknown {
  if (value === null || value === undefined || value === "") return emptyKey;
  if (isRealNum(value as string) && Number(value).toString() === String(value))
    return Number(value) === 0 ? 0 : Number(value);
  return typeof value === "string" ? value.toLowerCase() : value;
}
