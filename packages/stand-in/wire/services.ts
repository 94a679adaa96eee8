import { oneOf } from "./arguments";
import { defineClass, objectOf } from "./registry";
import type { WireObject } from "./table";
import type { FunctionRuntime, PaneState } from "./targets";

/** The service through which the runtime of custom functions reports. */
defineClass("CustomFunctions", {
  properties: {},
  methods: {
    _setOsfControlContainerReadyForCustomFunctions: { call: (runtime) => runtime.runtimeReady() },
    _getEnabledFeatures: { call: () => [] },
    setInvocationArrayResults: {
      call: (runtime, [results]) => {
        for (const [id, succeeded, value, error] of results as [number, boolean, unknown, number?][])
          runtime.answered(id, succeeded, value, succeeded ? undefined : error);
      },
    },
    setInvocationResults: {
      call: (runtime, [results]) => {
        for (const { id, failed, value, errorCode } of results as {
          id: number;
          failed?: boolean;
          value: unknown;
          errorCode?: number;
        }[]) {
          runtime.answered(id, failed !== true, value, errorCode);
        }
      },
    },
  },
});

defineClass("CustomFunctionsContainer", {
  properties: { customFunctions: { object: (runtime) => objectOf("CustomFunctions", runtime) } },
});

/** Ribbon commands and other actions are ready in the add-in. */
defineClass("AddinInternalService", {
  properties: {},
  methods: { notifyActionHandlerReady: { call: (target) => target.actionsReady() } },
});

defineClass("AppRuntimeService", {
  properties: {},
  methods: {
    getAppRuntimeState: { call: (pane) => (pane.isVisible() ? "Visible" : "Background") },
    setAppRuntimeState: {
      call: (pane, [state]) => pane.setVisible(oneOf(state, ["Visible", "Background", "Inactive"]) === "Visible"),
    },
  },
});

defineClass("AppRuntimePersistenceService", {
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
  runtime: FunctionRuntime,
  pane: PaneState,
  actionsReady: () => void,
): Record<string, WireObject> {
  return {
    "Microsoft.ExcelServices.CustomFunctions": objectOf("CustomFunctions", runtime),
    "Microsoft.ExcelServices.CustomFunctionsContainer": objectOf("CustomFunctionsContainer", runtime),
    "Microsoft.AppRuntime.AppRuntimeService": objectOf("AppRuntimeService", pane),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": objectOf("AppRuntimePersistenceService", pane),
    "Microsoft.InternalService.AddinInternalService": objectOf("AddinInternalService", { actionsReady }),
  };
}
