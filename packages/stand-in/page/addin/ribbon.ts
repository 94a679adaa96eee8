import { drawIcons } from "../icons";
import type { ManifestButton } from "../../manifest";

interface RibbonHandlers {
  showPane(): void;
  pressButton(functionName: string, controlId: string): Promise<void>;
  onProblem(message: string): void;
}

/** Fills the add-in's group of the ribbon with the buttons of its manifest. */
export function fillAddinGroup(group: HTMLElement, buttons: ManifestButton[], handlers: RibbonHandlers): void {
  for (const button of buttons) group.append(buttonElement(button, handlers));
  drawIcons(group);
}

function buttonElement(button: ManifestButton, handlers: RibbonHandlers): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button";
  element.id = button.id;
  element.textContent = button.label;
  element.title = button.tip;
  element.dataset["icon"] = button.action.kind === "showPane" ? "pane" : "run";
  element.addEventListener("click", () => {
    if (button.action.kind === "showPane") return handlers.showPane();
    // Pressed twice, Excel would tell the add-in twice; the preview waits for the first.
    element.disabled = true;
    handlers
      .pressButton(button.action.name, button.id)
      .catch((error: unknown) => handlers.onProblem(error instanceof Error ? error.message : String(error)))
      .finally(() => (element.disabled = false));
  });
  return element;
}
