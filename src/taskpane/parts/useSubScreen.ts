import { useEffect, useRef, type RefObject } from "react";

/** For a part that takes over the screen for a while: it gets the focus when it opens, and Esc closes it. */
export function useSubScreen(onClose: () => void): RefObject<HTMLElement> {
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current?.focus({ preventScroll: true });
    const screen = frame.current?.closest("main");
    if (screen) screen.scrollTop = 0;
  }, []);
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [onClose]);
  return frame;
}
