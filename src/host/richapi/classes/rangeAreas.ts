import type { AreaContent } from "../../../xlsx/content";
import { inSheet, intersection, lastColumnCount, lastRowCount } from "../../workbook/address";
import { followedArea } from "../../workbook/cells/cellMoves";
import { invalidArgument, itemNotFound } from "../../workbook/excelError";
import type { ReferenceChange } from "../../workbook/formulas/references";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import {
  asNumber,
  asText,
  defineClass,
  isWireObject,
  targetOf,
  type ClassEntry,
  type Context,
  type WireObject,
} from "../table";
import { rangeArgument, rangeOf } from "./range";
import { clearAreas } from "./rangeClear";
import { rangeFormat } from "./rangeFormat";
import { specialCells } from "./rangeSpecialCells";
import type { AreasTarget } from "./rangeValues";
import { tableScopedCollection } from "./tables";
import { worksheet } from "./worksheet";

/** Areas of one sheet as Office.js sees them. @throws ItemNotFound where there is none */
export function rangeAreasOf(sheet: Sheet, areas: AreaContent[]): WireObject {
  if (areas.length === 0) throw itemNotFound();
  return rangeAreas.of({ sheet, areas });
}

/** The areas that an argument means: a Range, a RangeAreas, or addresses and names with commas between. @throws InvalidArgument */
export function areasArgument(value: unknown, workbook: Workbook, sheet: Sheet): AreasTarget {
  if (isWireObject(value)) {
    if ((value.type as unknown) === rangeAreas) return targetOf(value, rangeAreas);
    const target = rangeArgument(value, workbook, sheet);
    return { sheet: target.sheet, areas: [target.area] };
  }
  const parts = splitAddresses(asText(value)).map((address) => rangeArgument(address, workbook, sheet));
  const on = parts[0]?.sheet;
  if (!on || parts.some((part) => part.sheet !== on)) throw invalidArgument();
  return { sheet: on, areas: parts.map((part) => part.area) };
}

/** "A1, 'P&L, 2026'!B2" in its addresses: a comma inside a sheet's name parts nothing. */
function splitAddresses(text: string): string[] {
  return (text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []).map((address) => address.trim());
}

const listedRanges = defineClass<AreasTarget[]>("RangeCollection", {
  properties: {},
  items: (parts) => parts.flatMap(({ sheet, areas }) => areas.map((area) => rangeOf(sheet, area))),
  methods: {
    getCount: { call: (parts) => parts.reduce((sum, { areas }) => sum + areas.length, 0) },
    getItemAt: {
      call: (parts, [index]) => {
        const all = parts.flatMap(({ sheet, areas }) => areas.map((area) => ({ sheet, area })));
        const found = all[asNumber(index)];
        if (!found) throw itemNotFound();
        return rangeOf(found.sheet, found.area);
      },
    },
  },
});

const addressOf = ({ sheet, areas }: AreasTarget, { workbook }: Context) =>
  areas.map((area) => workbook.address(sheet, area)).join(", ");

function within(target: AreasTarget, change: (area: AreaContent) => AreaContent | null): WireObject {
  return rangeAreasOf(
    target.sheet,
    target.areas.flatMap((area) => change(area) ?? []),
  );
}

export const rangeAreas: ClassEntry<AreasTarget> = defineClass<AreasTarget>("RangeAreas", {
  byReference: true,
  follow: (target, change) => {
    target.areas = target.areas.flatMap((area) => whereItIs(target.sheet, area, change) ?? []);
    return target.areas.length > 0;
  },
  properties: {
    address: { get: addressOf },
    addressLocal: { get: addressOf },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: {
      get: ({ areas }) => {
        const count = areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0);
        return count > 2_147_483_647 ? -1 : count;
      },
    },
    isEntireColumn: { get: ({ areas }) => areas.every((area) => area.rowCount === lastRowCount) },
    isEntireRow: { get: ({ areas }) => areas.every((area) => area.columnCount === lastColumnCount) },
    areas: { object: (target) => listedRanges.of([target]) },
    format: { object: (target) => rangeFormat.of(target) },
    worksheet: { object: ({ sheet }) => worksheet.of(sheet) },
  },
  methods: {
    calculate: { call: async (_target, _args, { workbook }) => workbook.calculation.calculateNow(false) },
    clear: { call: clearAreas },
    setDirty: {
      call: ({ sheet, areas }, _args, { workbook }) => areas.forEach((area) => markDirty(sheet, area, workbook)),
    },
    getEntireColumn: {
      call: (target) => within(target, (area) => ({ ...area, row: 0, rowCount: lastRowCount })),
    },
    getEntireRow: {
      call: (target) => within(target, (area) => ({ ...area, column: 0, columnCount: lastColumnCount })),
    },
    getOffsetRangeAreas: {
      call: (target, [rows, columns]) =>
        within(target, (area) =>
          inSheet({ ...area, row: area.row + asNumber(rows), column: area.column + asNumber(columns) }),
        ),
    },
    getIntersection: {
      orNull: true,
      call: (target, [other], { workbook }) => {
        const argument = areasArgument(other, workbook, target.sheet);
        if (argument.sheet !== target.sheet) throw itemNotFound();
        return rangeAreasOf(
          target.sheet,
          target.areas.flatMap((area) => argument.areas.flatMap((each) => intersection(area, each) ?? [])),
        );
      },
    },
    getUsedRangeAreas: {
      orNull: true,
      reads: true,
      call: (target, [valuesOnly]) => within(target, (area) => target.sheet.usedArea(valuesOnly === true, area)),
    },
    getSpecialCells: { orNull: true, reads: true, call: specialCells },
    getTables: { call: (target, [fullyContained]) => tableScopedCollection.of(tablesTouching(target, fullyContained)) },
    track: { call: () => undefined },
    untrack: { call: () => undefined },
  },
});

/** Where an area is after cells were put in or taken out. Excel leaves a range where it is when its cells are cut and pasted. */
export function whereItIs(sheet: Sheet, area: AreaContent, change: ReferenceChange): AreaContent | null {
  return change.kind === "inserted" || change.kind === "deleted" ? followedArea(area, change, sheet.name) : area;
}

/** The formulas of an area are due, at once or when calculation is next asked for. */
export function markDirty(sheet: Sheet, area: AreaContent, { calculation }: Workbook): void {
  sheet.eachCell(area, (row, column, cell) => {
    if (cell.f ?? cell.si) calculation.markDirty(sheet.id, row, column);
  });
}

/** The tables that touch the areas, or (`fullyContained`) lie wholly in one of them. */
export function tablesTouching({ sheet, areas }: AreasTarget, fullyContained: unknown) {
  return {
    sheet,
    tables: () =>
      sheet.tables.filter((table) =>
        areas.some((area) => {
          const common = intersection(table.area, area);
          if (!common || fullyContained !== true) return common !== null;
          return common.rowCount === table.area.rowCount && common.columnCount === table.area.columnCount;
        }),
      ),
  };
}

const listedAreas = defineClass<AreasTarget[]>("RangeAreasCollection", {
  properties: {},
  items: (parts) => parts.map((part) => rangeAreas.of(part)),
  methods: {
    getCount: { call: (parts) => parts.length },
    getItemAt: {
      call: (parts, [index]) => {
        const found = parts[asNumber(index)];
        if (!found) throw itemNotFound();
        return rangeAreas.of(found);
      },
    },
  },
});

/** Areas of several sheets, one entry a sheet. */
export const workbookRangeAreas: ClassEntry<AreasTarget[]> = defineClass<AreasTarget[]>("WorkbookRangeAreas", {
  byReference: true,
  properties: {
    addresses: { get: (parts, context) => parts.map((part) => addressOf(part, context)) },
    areas: { object: (parts) => listedAreas.of(parts) },
    ranges: { object: (parts) => listedRanges.of(parts) },
  },
  methods: {
    getRangeAreasBySheet: { call: (parts, [key]) => onSheet(parts, key) },
    getRangeAreasOrNullObjectBySheet: { call: (parts, [key]) => onSheet(parts, key, true) },
    track: { call: () => undefined },
    untrack: { call: () => undefined },
  },
});

function onSheet(parts: AreasTarget[], key: unknown, orNull = false): WireObject | null {
  const wanted = asText(key).toLowerCase();
  const found = parts.find(({ sheet }) => sheet.id.toLowerCase() === wanted || sheet.name.toLowerCase() === wanted);
  if (!found && orNull) return null;
  if (!found) throw itemNotFound();
  return rangeAreas.of(found);
}

export const rangeAreasClasses = [listedRanges, rangeAreas, listedAreas, workbookRangeAreas] as unknown as ClassEntry[];
