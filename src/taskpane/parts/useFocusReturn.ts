import { useEffect, useRef } from "react";

/** When a part that took over the screen closes, the focus goes back to what opened it: the element with this id. */
export function useFocusReturn(openedBy: string | null): void {
  const opener = useRef<string | null>(null);
  useEffect(() => {
    if (opener.current && !openedBy) document.getElementById(opener.current)?.focus();
    opener.current = openedBy;
  }, [openedBy]);
}
