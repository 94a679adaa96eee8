import { startState, type PaneState } from "./paneState";
import { reducePane, type PaneEvent } from "./reducePane";

/** The pane's state outside of React, so that what comes back from the workbook meets it as it is now. */
export interface PaneStore {
  state(): PaneState;
  dispatch(event: PaneEvent): void;
  subscribe(listener: () => void): () => void;
}

export function createPaneStore(): PaneStore {
  let state = startState;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(event) {
      state = reducePane(state, event);
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
