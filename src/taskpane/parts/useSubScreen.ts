import { useEffect, useRef, type RefObject } from "react";

/**
 * For a part that takes over the screen for a while: its first button gets the focus when it opens, and Esc closes it.
 * A button, since Office.js on the web moves the focus itself at Tab and leaves the pane from anything it does not count
 * as a stop; and it must not see this Esc, which would tell Excel to take the focus.
 */
export function useSubScreen(onClose: () => void): RefObject<HTMLElement> {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current?.querySelector("button")?.focus({ preventScroll: true });
    const screen = frame.current?.closest("main");
    if (screen) screen.scrollTop = 0;
  }, []);
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.stopPropagation();
      onClose();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [onClose]);
  return frame;
}
