import { LocaleType, LogLevel, type Plugin, type PluginCtor, Univer } from "@univerjs/core";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";

/** A Univer without a grid, as Node has it. */
export function headlessUniver(): Univer {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  const plugins: PluginCtor<Plugin>[] = [UniverFormulaEnginePlugin, UniverSheetsPlugin, UniverSheetsFormulaPlugin];
  for (const plugin of plugins) univer.registerPlugin(plugin);
  return univer;
}
