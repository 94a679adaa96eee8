import { LocaleType, LogLevel, merge, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import english from "@univerjs/preset-sheets-core/locales/en-US";
import { greenTheme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";

/** The grid with its toolbar, formula bar and sheet tabs, without a workbook yet. */
export function createGrid(container: HTMLElement, darkMode: boolean): { univer: Univer; api: FUniver } {
  const univer = new Univer({
    theme: greenTheme,
    darkMode,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: merge({}, english) },
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: true,
    ribbonType: "simple",
    formulaBar: true,
    disableAutoFocus: true,
    // The host decides when to calculate (2: no forced calculation when a workbook opens).
    formula: { initialFormulaComputing: 2 },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}
