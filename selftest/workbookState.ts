/** What a workbook holds beside its cells: all that the self-test could leave behind. */
export interface WorkbookState {
  /** Names of sheets, and of sheets that have anything in them. */
  sheets: string[];
  filled: string[];
  names: string[];
  /** Keys with their values as JSON. */
  settings: Record<string, string>;
  customXml: string[];
}

export async function workbookState(): Promise<WorkbookState> {
  return Excel.run(async (context) => {
    const { worksheets, names, settings, customXmlParts } = context.workbook;
    worksheets.load("items/name");
    names.load("items/name");
    settings.load("items/key, items/value");
    customXmlParts.load("items/id");
    await context.sync();
    const used = worksheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("address"));
    await context.sync();
    return {
      sheets: worksheets.items.map(({ name }) => name),
      filled: worksheets.items.flatMap(({ name }, index) => (used[index]?.isNullObject ? [] : [name])),
      names: names.items.map(({ name }) => name),
      settings: Object.fromEntries(settings.items.map(({ key, value }) => [key, JSON.stringify(value)])),
      customXml: customXmlParts.items.map(({ id }) => id),
    };
  });
}

/** Takes away what has come since, and puts settings back. What Excel does not let go stays, and is told by `leftBehind`. */
export async function takeAway(before: WorkbookState): Promise<void> {
  const now = await workbookState();
  await tried(async (context) => {
    for (const name of now.names) if (!before.names.includes(name)) context.workbook.names.getItem(name).delete();
  });
  for (const name of now.sheets)
    if (!before.sheets.includes(name))
      await tried(async (context) => context.workbook.worksheets.getItem(name).delete());
  await tried(async (context) => {
    for (const id of now.customXml)
      if (!before.customXml.includes(id)) context.workbook.customXmlParts.getItem(id).delete();
    for (const key of Object.keys(now.settings)) {
      const value = before.settings[key];
      if (value === undefined) context.workbook.settings.getItem(key).delete();
      else if (value !== now.settings[key]) context.workbook.settings.add(key, JSON.parse(value));
    }
  });
}

/** What is there that was not, and what has gone. */
export function leftBehind(before: WorkbookState, after: WorkbookState): string[] {
  const differences = (what: string, one: readonly string[], other: readonly string[]): string[] => [
    ...other.filter((each) => !one.includes(each)).map((each) => `${what} ${each}`),
    ...one.filter((each) => !other.includes(each)).map((each) => `${what} ${each} is gone`),
  ];
  const settings = (state: WorkbookState): string[] =>
    Object.entries(state.settings).map(([key, value]) => `${key} ${value}`);
  return [
    ...differences("sheet", before.sheets, after.sheets),
    ...differences("cells of", before.filled, after.filled),
    ...differences("name", before.names, after.names),
    ...differences("setting", settings(before), settings(after)),
    ...differences("custom XML", before.customXml, after.customXml),
  ];
}

async function tried(batch: (context: Excel.RequestContext) => Promise<void>): Promise<void> {
  try {
    await Excel.run(async (context) => {
      await batch(context);
      await context.sync();
    });
  } catch {
    // What is still there is said at the end.
  }
}
