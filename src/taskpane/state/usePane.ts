import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { PaneWorkbook } from "../paneWorkbook";
import { paneActions, type PaneActions } from "./paneActions";
import type { PaneState } from "./paneState";
import { createPaneStore } from "./paneStore";

/** The pane's state and actions over a workbook. Reads at once, and again shortly after the user changes a sheet. */
export function usePane(workbook: PaneWorkbook): [PaneState, PaneActions] {
  const store = useMemo(() => createPaneStore(), []);
  const actions = useMemo(() => paneActions(workbook, store), [workbook, store]);
  useEffect(() => actions.start(), [actions]);
  return [useSyncExternalStore(store.subscribe, store.state), actions];
}
