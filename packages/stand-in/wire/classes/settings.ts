import { itemNotFound } from "../../workbook/excelError";
import type { Workbook } from "../../workbook/workbook";
import { asText } from "../arguments";
import { defineClass, objectOf } from "../registry";

function valueOf(workbook: Workbook, key: string): unknown {
  if (!workbook.settings.has(key)) throw itemNotFound();
  return workbook.settings.get(key);
}

function changed(workbook: Workbook): void {
  workbook.emit({ kind: "settings", sheet: null });
}

defineClass("Setting", {
  id: ({ key }) => key,
  properties: {
    key: { get: ({ key }) => key },
    value: {
      get: ({ key }, { workbook }) => valueOf(workbook, key),
      set: ({ key }, value, { workbook }) => {
        valueOf(workbook, key);
        workbook.settings.set(key, value);
        changed(workbook);
      },
    },
  },
  methods: {
    delete: {
      call: ({ key }, _args, { workbook }) => {
        if (!workbook.settings.delete(key)) throw itemNotFound();
        changed(workbook);
      },
    },
  },
});

defineClass("SettingCollection", {
  properties: {},
  items: (workbook) => [...workbook.settings.keys()].map((key) => objectOf("Setting", { key })),
  methods: {
    add: {
      call: (workbook, [key, value]) => {
        workbook.settings.set(asText(key), value);
        changed(workbook);
        return objectOf("Setting", { key: asText(key) });
      },
    },
    getCount: { call: (workbook) => workbook.settings.size },
    getItem: {
      orNull: true,
      call: (workbook, [key]) => {
        valueOf(workbook, asText(key));
        return objectOf("Setting", { key: asText(key) });
      },
    },
  },
});
