import { palette } from "./colours";

/** A list that drops down below a button: closed by Esc, by a click beside it, and by choosing. Answers the list's element. */
export function dropDown(button: HTMLButtonElement, label: string): HTMLElement {
  const list = document.createElement("div");
  list.className = "dropDown";
  list.id = `${button.id}List`;
  list.popover = "auto";
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", label);
  button.setAttribute("popovertarget", list.id);
  button.setAttribute("aria-haspopup", "true");
  button.after(list);
  list.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    const { left, bottom } = button.getBoundingClientRect();
    list.style.top = `${bottom + 2}px`;
    list.style.left = `${Math.max(4, Math.min(left, window.innerWidth - list.offsetWidth - 4))}px`;
    list.querySelector("button")?.focus();
  });
  list.addEventListener("keydown", (event) => moveFocus(event, list));
  return list;
}

/** A palette below a button; `onColour` hears "#RRGGBB", or null for none. */
export function colourList(
  button: HTMLButtonElement,
  label: string,
  none: string,
  onColour: (rgb: string | null) => void,
): void {
  const list = dropDown(button, label);
  list.classList.add("colours");
  list.append(choice(none, () => onColour(null), list));
  for (const { name, rgb } of palette().flat()) {
    const swatch = choice("", () => onColour(rgb), list);
    swatch.className = "swatch";
    swatch.style.background = rgb;
    swatch.title = name;
    swatch.setAttribute("aria-label", name);
    list.append(swatch);
  }
}

export function choice(text: string, onChosen: () => void, list: HTMLElement): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "button";
  element.textContent = text;
  element.addEventListener("click", () => {
    list.hidePopover();
    onChosen();
  });
  return element;
}

/** The arrow keys go through the buttons of a list; up and down by a row of ten where it is a palette. */
function moveFocus(event: KeyboardEvent, list: HTMLElement): void {
  const buttons = [...list.querySelectorAll("button")];
  const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const row = list.classList.contains("colours") && from > 0 ? 10 : 1;
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
  if (step === undefined || from < 0) return;
  event.preventDefault();
  event.stopPropagation();
  buttons[Math.max(0, Math.min(from + step, buttons.length - 1))]?.focus();
}
