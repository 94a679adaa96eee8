export type Theme = "light" | "dark" | "contrast";

export interface PreviewSettings {
  theme: Theme;
  blanks: "desktop" | "web";
  withoutAddin: boolean;
  slow: boolean;
}

/** The settings of the menu; `onChange` hears the new ones and the name of the one that changed. */
export function watchSettings(
  form: HTMLFormElement,
  onChange: (settings: PreviewSettings, changed: string) => void,
): PreviewSettings {
  const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const isContrast = window.matchMedia("(forced-colors: active)").matches;
  check(form, "theme", isContrast ? "contrast" : isDark ? "dark" : "light");
  form.addEventListener("change", (event) => onChange(readSettings(form), (event.target as HTMLInputElement).name));
  form.addEventListener("submit", (event) => event.preventDefault());
  return readSettings(form);
}

/** The page's own colours, and by `color-scheme` those that the add-in's frame is told of. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

function readSettings(form: HTMLFormElement): PreviewSettings {
  const data = new FormData(form);
  return {
    theme: data.get("theme") as Theme,
    blanks: data.get("blanks") as "desktop" | "web",
    withoutAddin: data.has("withoutAddin"),
    slow: data.has("slow"),
  };
}

function check(form: HTMLFormElement, name: string, value: string): void {
  const input = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
  if (input) input.checked = true;
}
