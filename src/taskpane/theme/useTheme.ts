import { useSyncExternalStore } from "react";
import { detectTheme, type OfficeColours } from "./detectTheme";

/** Where the theme comes from: Office's colours now, and the window whose media queries and focus say when to look again. */
export interface ThemeSource {
  officeColours(): OfficeColours | undefined;
}

/**
 * "light" or "dark", live. Excel tells nobody when its theme changes, so the pane looks again whenever the system's
 * preference changes, the pane gets the focus, or it becomes visible.
 */
export function useTheme(source: ThemeSource): "light" | "dark" {
  return useSyncExternalStore(subscribe, () => detectTheme(source.officeColours(), darkPreference()?.matches ?? false));
}

function subscribe(onChange: () => void): () => void {
  const preference = darkPreference();
  preference?.addEventListener("change", onChange);
  window.addEventListener("focus", onChange);
  document.addEventListener("visibilitychange", onChange);
  return () => {
    preference?.removeEventListener("change", onChange);
    window.removeEventListener("focus", onChange);
    document.removeEventListener("visibilitychange", onChange);
  };
}

function darkPreference(): MediaQueryList | undefined {
  return typeof window.matchMedia === "function" ? window.matchMedia("(prefers-color-scheme: dark)") : undefined;
}
