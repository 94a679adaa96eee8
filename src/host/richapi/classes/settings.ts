import { itemNotFound } from "../../workbook/excelError";
import type { Workbook } from "../../workbook/workbook";
import { asText, defineClass, type ClassEntry } from "../table";

interface SettingTarget {
  key: string;
}

function valueOf(workbook: Workbook, key: string): unknown {
  if (!workbook.settings.has(key)) throw itemNotFound();
  return workbook.settings.get(key);
}

function changed(workbook: Workbook): void {
  workbook.emit({ kind: "settings", sheet: null });
}

const setting = defineClass<SettingTarget>("Setting", {
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

export const settingCollection: ClassEntry<Workbook> = defineClass<Workbook>("SettingCollection", {
  properties: {},
  items: (workbook) => [...workbook.settings.keys()].map((key) => setting.of({ key })),
  methods: {
    add: {
      call: (workbook, [key, value]) => {
        workbook.settings.set(asText(key), value);
        changed(workbook);
        return setting.of({ key: asText(key) });
      },
    },
    getCount: { call: (workbook) => workbook.settings.size },
    getItem: {
      orNull: true,
      call: (workbook, [key]) => {
        valueOf(workbook, asText(key));
        return setting.of({ key: asText(key) });
      },
    },
  },
});

export const settingClasses = [setting, settingCollection] as unknown as ClassEntry[];
