import { LocaleType, LogLevel, merge, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import english from "@univerjs/preset-sheets-core/locales/en-US";
import { greenTheme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";
import { britishText } from "./britishText";
import { gridMenu } from "./gridMenu";
import { referenceColours } from "./referenceColours";

/** The grid with its formula bar, sheet tabs and context menus, without a workbook yet. Its buttons are the page's own. */
export function createGrid(container: HTMLElement, darkMode: boolean): { univer: Univer; api: FUniver } {
  const univer = new Univer({
    theme: { ...greenTheme, "loop-color": referenceColours },
    darkMode,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: britishText(merge({}, english, OWN_WORDS)) },
    logLevel: LogLevel.ERROR,
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    footer: { zoomSlider: false, menus: false, statisticBar: false },
    formulaBar: true,
    menu: gridMenu,
    disableAutoFocus: true,
    // Without it the bar lies over the cells like frosted glass.
    sheets: { scrollConfig: { trackBackgroundColor: SCROLL_TRACK, trackBorderColor: SCROLL_TRACK } },
    // The stand-in decides when to calculate (2: no forced calculation when a workbook opens).
    formula: { initialFormulaComputing: 2 },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}

/** Of the light theme; the grid makes the dark one's of it. */
const SCROLL_TRACK = "#f5f5f5";

/** Where the grid's English is none, or says what is not so here. */
const OWN_WORDS = {
  "sheets-ui": {
    definedName: {
      managerTitle: "Name manager",
      managerDescription: "To name cells, select them, type the name into the name box and press Enter.",
      addButton: "New name",
      featureTitle: "Names",
      confirm: "OK",
      inputNamePlaceholder: "Name (no spaces)",
      inputCommentPlaceholder: "Comment",
      inputRangePlaceholder: "Cells, such as Sheet1!A1:B5",
      inputFormulaPlaceholder: "Formula",
      deleteConfirmText: "Delete this name?",
    },
  },
};
