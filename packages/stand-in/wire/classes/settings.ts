import type { Difficulties } from "../../difficulties";
import { generalException, itemNotFound } from "../../workbook/excelError";
import type { Workbook } from "../../workbook/workbook";
import { asText } from "../arguments";
import { defineClass, objectOf } from "../registry";

function valueOf(workbook: Workbook, key: string): unknown {
  if (!workbook.settings.has(key)) throw itemNotFound();
  return workbook.settings.get(key);
}

/** @throws GeneralException where the settings would be larger than Excel keeps; which code it answers is not documented */
function keep(workbook: Workbook, key: string, value: unknown, { settingsLimit }: Difficulties): void {
  const after = new Map(workbook.settings).set(key, value);
  const size = [...after].reduce((sum, [name, held]) => sum + name.length + JSON.stringify(held).length, 0);
  if (settingsLimit !== null && size > settingsLimit) throw generalException();
  workbook.settings.set(key, value);
  changed(workbook);
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
      set: ({ key }, value, { workbook, standIn: { play } }) => {
        valueOf(workbook, key);
        keep(workbook, key, value, play);
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
      call: (workbook, [key, value], { standIn: { play } }) => {
        keep(workbook, asText(key), value, play);
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
