import { defineClass, type ClassEntry, type WireObject } from "./table";
import type { CustomFunctionBridge } from "../runtime/customFunctions";

/** The service through which the runtime of custom functions reports. */
const customFunctions = defineClass<CustomFunctionBridge>("CustomFunctions", {
  properties: {},
  methods: {
    _setOsfControlContainerReadyForCustomFunctions: { call: (bridge) => bridge.runtimeReady() },
    _getEnabledFeatures: { call: () => [] },
    setInvocationArrayResults: {
      call: (bridge, [results]) => {
        for (const [id, succeeded, value, error] of results as [number, boolean, unknown, number?][]) bridge.answered(id, succeeded, value, succeeded ? undefined : error);
      },
    },
    setInvocationResults: {
      call: (bridge, [results]) => {
        for (const { id, failed, value, errorCode } of results as { id: number; failed?: boolean; value: unknown; errorCode?: number }[]) {
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

/** The services by the names under which Office.js asks for them. */
export function servicesOf(bridge: CustomFunctionBridge, actionsReady: () => void): Record<string, WireObject> {
  return {
    "Microsoft.ExcelServices.CustomFunctions": customFunctions.of(bridge),
    "Microsoft.ExcelServices.CustomFunctionsContainer": customFunctionsContainer.of(bridge),
    "Microsoft.InternalService.AddinInternalService": addinInternalService.of({ actionsReady }),
  };
}

export const serviceClasses = [customFunctions, customFunctionsContainer, addinInternalService] as unknown as ClassEntry[];
