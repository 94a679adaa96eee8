import { defineClass, oneOf, type ClassEntry, type WireObject } from "./table";
import type { CustomFunctionBridge } from "../runtime/customFunctions";

/** The service through which the runtime of custom functions reports. */
const customFunctions = defineClass<CustomFunctionBridge>("CustomFunctions", {
  properties: {},
  methods: {
    _setOsfControlContainerReadyForCustomFunctions: { call: (bridge) => bridge.runtimeReady() },
    _getEnabledFeatures: { call: () => [] },
    setInvocationArrayResults: {
      call: (bridge, [results]) => {
        for (const [id, succeeded, value, error] of results as [number, boolean, unknown, number?][])
          bridge.answered(id, succeeded, value, succeeded ? undefined : error);
      },
    },
    setInvocationResults: {
      call: (bridge, [results]) => {
        for (const { id, failed, value, errorCode } of results as {
          id: number;
          failed?: boolean;
          value: unknown;
          errorCode?: number;
        }[]) {
          bridge.answered(id, failed !== true, value, errorCode);
        }
      },
    },
  },
});

const customFunctionsContainer = defineClass<CustomFunctionBridge>("CustomFunctionsContainer", {
  properties: { customFunctions: { object: (bridge) => customFunctions.of(bridge) } },
});

/** Ribbon commands and other actions are ready in the add-in. */
const addinInternalService = defineClass<{ actionsReady: () => void }>("AddinInternalService", {
  properties: {},
  methods: { notifyActionHandlerReady: { call: (target) => target.actionsReady() } },
});

/** The pane of the shared runtime, as far as the host has one. */
export interface PaneState {
  isVisible(): boolean;
  setVisible(visible: boolean): void;
  /** Whether the add-in starts with the document. */
  startsWithDocument: boolean;
}

const appRuntime = defineClass<PaneState>("AppRuntimeService", {
  properties: {},
  methods: {
    getAppRuntimeState: { call: (pane) => (pane.isVisible() ? "Visible" : "Background") },
    setAppRuntimeState: {
      call: (pane, [state]) => pane.setVisible(oneOf(state, ["Visible", "Background", "Inactive"]) === "Visible"),
    },
  },
});

const appRuntimePersistence = defineClass<PaneState>("AppRuntimePersistenceService", {
  properties: {},
  methods: {
    getAppRuntimeStartState: { call: (pane) => (pane.startsWithDocument ? "Background" : "Inactive") },
    setAppRuntimeStartState: {
      call: (pane, [state]) =>
        void (pane.startsWithDocument = oneOf(state, ["Visible", "Background", "Inactive"]) !== "Inactive"),
    },
  },
});

/** The services by the names under which Office.js asks for them. */
export function servicesOf(
  bridge: CustomFunctionBridge,
  pane: PaneState,
  actionsReady: () => void,
): Record<string, WireObject> {
  return {
    "Microsoft.ExcelServices.CustomFunctions": customFunctions.of(bridge),
    "Microsoft.ExcelServices.CustomFunctionsContainer": customFunctionsContainer.of(bridge),
    "Microsoft.AppRuntime.AppRuntimeService": appRuntime.of(pane),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": appRuntimePersistence.of(pane),
    "Microsoft.InternalService.AddinInternalService": addinInternalService.of({ actionsReady }),
  };
}

export const serviceClasses = [
  customFunctions,
  customFunctionsContainer,
  appRuntime,
  appRuntimePersistence,
  addinInternalService,
] as unknown as ClassEntry[];
