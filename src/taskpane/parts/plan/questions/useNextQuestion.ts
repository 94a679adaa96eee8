import { useCallback, useEffect, useRef, type RefObject } from "react";

/**
 * Where the button that answered has gone with its question, the focus goes to the first button in the frame: unless the
 * user has gone to something else meanwhile, in the pane or beside it.
 */
export function useNextQuestion(): { frame: RefObject<HTMLDivElement>; onPressed: () => void } {
  const frame = useRef<HTMLDivElement>(null);
  const pressed = useRef<Element | null>(null);
  const onPressed = useCallback(() => {
    pressed.current = document.activeElement;
  }, []);
  useEffect(() => {
    const forget = ({ target }: Event) => {
      if (target !== pressed.current) pressed.current = null;
    };
    document.addEventListener("focusin", forget);
    window.addEventListener("blur", forget);
    return () => {
      document.removeEventListener("focusin", forget);
      window.removeEventListener("blur", forget);
    };
  }, []);
  useEffect(() => {
    if (!pressed.current || pressed.current.isConnected) return;
    pressed.current = null;
    frame.current?.querySelector("button")?.focus();
  });
  return { frame, onPressed };
}
