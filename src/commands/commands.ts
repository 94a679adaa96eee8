import { askForRun } from "../workbook/askForRun";
import { runAgain } from "./runAgain";

/** The ribbon's buttons. "openPane" is declared in the manifest as well, for versions of Excel that show the pane by themselves. */
function associateCommands(): void {
  Office.actions.associate("openPane", (event: Office.AddinCommands.Event) => {
    void Office.addin.showAsTaskpane().finally(() => event.completed());
  });
  Office.actions.associate("runAgain", (event: Office.AddinCommands.Event) => {
    void runAgain().finally(() => event.completed());
  });
  Office.actions.associate("checkWorkbook", (event: Office.AddinCommands.Event) => {
    askForRun({ check: true });
    void Office.addin.showAsTaskpane().finally(() => event.completed());
  });
}

associateCommands();
