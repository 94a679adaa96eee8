import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A setting of the workbook that was put in or changed. */
export interface SettingReplaced {
  kind: "settingReplaced";
  key: string;
  /** Its text, null where there was none. */
  before: string | null;
}

export const settingReplaced: ChangeKind<SettingReplaced> = {
  look: () => undefined,
  putBack: ({ key, before }) => [
    action(({ workbook: { settings } }) => {
      if (before === null) settings.getItemOrNullObject(key).delete();
      else settings.add(key, before);
    }, before),
  ],
};
