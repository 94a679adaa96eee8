import type { AreaContent } from "@workbooks/xlsx/content";
import { inSheet, intersection, lastColumnCount, lastRowCount } from "../../../workbook/address";
import { itemNotFound } from "../../../workbook/excelError";
import { asNumber, asText } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Context, WireObject } from "../../table";
import type { AreasTarget } from "../../targets";
import { clearAreas, markDirty, tablesTouching, whereItIs } from "./areaMembers";
import { specialCells } from "./methods/rangeSpecialCells";
import { areasArgument } from "./rangeArguments";
import { rangeAreasOf, rangeOf } from "./rangeObjects";

defineClass("RangeCollection", {
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

defineClass("RangeAreas", {
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
    areas: { object: (target) => objectOf("RangeCollection", [target]) },
    format: { object: (target) => objectOf("RangeFormat", target) },
    worksheet: { object: ({ sheet }) => objectOf("Worksheet", sheet) },
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
    getTables: {
      call: (target, [fullyContained]) => objectOf("TableScopedCollection", tablesTouching(target, fullyContained)),
    },
    track: { call: () => undefined },
    untrack: { call: () => undefined },
  },
});

defineClass("RangeAreasCollection", {
  properties: {},
  items: (parts) => parts.map((part) => objectOf("RangeAreas", part)),
  methods: {
    getCount: { call: (parts) => parts.length },
    getItemAt: {
      call: (parts, [index]) => {
        const found = parts[asNumber(index)];
        if (!found) throw itemNotFound();
        return objectOf("RangeAreas", found);
      },
    },
  },
});

/** Areas of several sheets, one entry a sheet. */
defineClass("WorkbookRangeAreas", {
  byReference: true,
  properties: {
    addresses: { get: (parts, context) => parts.map((part) => addressOf(part, context)) },
    areas: { object: (parts) => objectOf("RangeAreasCollection", parts) },
    ranges: { object: (parts) => objectOf("RangeCollection", parts) },
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
  return objectOf("RangeAreas", found);
}
