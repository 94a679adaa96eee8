import type { StandIn } from "../standIn";
import { withUndoGroups } from "../wire/undoGroup";
import { apiNotFound } from "../workbook/excelError";

type Global = Record<string, unknown>;
type Callback = (...args: never[]) => unknown;

/**
 * What office.js, the loader that a page includes, sets up before it fetches the rest. Outside a browser there is nothing
 * to fetch and no page to talk to, so these few members are given here; all else is the real library.
 */
export function playLoader(globals: Global): void {
  const functions = new Association();
  globals["CustomFunctions"] = { _association: functions, associate: functions.associate.bind(functions) };
}

/** The members of `Office` that only the loader has, added once the library is there. */
export function completeOffice(globals: Global, standIn: StandIn, document: () => object): void {
  const office = globals["Office"] as Global;
  const actions = new Association();
  const excel = globals["Excel"] as { run: Parameters<typeof withUndoGroups>[0] };
  excel.run = withUndoGroups(excel.run);
  const info = { host: "Excel", platform: "OfficeOnline" };
  office["actions"] = Object.assign((office["actions"] ?? {}) as object, {
    _association: actions,
    associate: actions.associate.bind(actions),
  });
  office["onReady"] ??= async (callback?: (ready: typeof info) => unknown) => {
    await callback?.(info);
    return info;
  };
  const isSetSupported = (name: string, version = "1.1"): boolean =>
    isAtLeast(standIn.requirements[name.toLowerCase()], version);
  const context = {
    ...info,
    ...{ contentLanguage: "en-US", displayLanguage: "en-US", isDialog: false, requirements: { isSetSupported } },
    get document() {
      return document();
    },
    // Dialogs are windows of their own; in Node there is none to open.
    get ui(): never {
      throw apiNotFound("Office.context.ui");
    },
  };
  const internals = globals["OSF"] as Global;
  // The library answers `Office.context` from here.
  internals["_OfficeAppFactory"] ??= { getContext: () => context };
}

/** Functions by their names in capitals. */
class Association {
  readonly mappings: Record<string, Callback> = {};
  private readonly handlers: (() => void)[] = [];

  associate(nameOrAll: string | Record<string, Callback>, callback?: Callback): void {
    const all = typeof nameOrAll === "string" ? (callback ? { [nameOrAll]: callback } : {}) : nameOrAll;
    for (const [name, each] of Object.entries(all)) this.mappings[name.toUpperCase()] = each;
    for (const handler of this.handlers) handler();
  }

  onchange(handler: () => void): void {
    this.handlers.push(handler);
  }
}

function isAtLeast(version: string | undefined, wanted: string): boolean {
  if (version === undefined) return false;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
