import { CanceledError, ICommandService, type Univer } from "@univerjs/core";
import { ExcelError } from "../../workbook/excelError";
import type { NameItem } from "../../workbook/names";
import type { Workbook } from "../../workbook/workbook";

/**
 * Names that the user defines in the name box or its list become names of the workbook, so that the add-in sees them and the
 * file keeps them; the grid alone would keep them to itself. `onProblem` hears why one was not taken.
 */
export function keepNames(univer: Univer, workbook: Workbook, onProblem: (sentence: string) => void): void {
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id, params }) => {
      const change = CHANGES[id];
      if (!change) return;
      const wanted = params as GridName;
      try {
        change(workbook, wanted);
      } catch (error) {
        if (!(error instanceof ExcelError)) throw error;
        onProblem(`"${wanted.name}" cannot be the name: ${reason(error)}`);
      }
      // What is done here is all: the grid hears of the name from the workbook.
      throw new CanceledError();
    });
}

/** A name as the grid has it. */
interface GridName {
  id: string;
  name: string;
  formulaOrRefString: string;
  localSheetId?: string;
  comment?: string;
}

const CHANGES: Record<string, (workbook: Workbook, wanted: GridName) => void> = {
  "sheet.command.insert-defined-name": (workbook, wanted) => void workbook.names.add(nameItem(wanted)),
  "sheet.command.set-defined-name": (workbook, wanted) => {
    const before = known(workbook, wanted.id);
    const after = { ...nameItem(wanted), hidden: before?.hidden ?? false };
    if (before) workbook.names.delete(before);
    try {
      workbook.names.add(after);
    } catch (error) {
      if (before) workbook.names.adopt(before);
      throw error;
    }
  },
  "sheet.command.remove-defined-name": (workbook, { id }) => {
    const item = known(workbook, id);
    if (item) workbook.names.delete(item);
  },
};

function nameItem({ name, formulaOrRefString, localSheetId, comment }: GridName): NameItem {
  const isOfSheet = localSheetId !== undefined && localSheetId !== WORKBOOK_SCOPE;
  return {
    name,
    formula: formulaOrRefString.replace(/^=/, ""),
    sheet: isOfSheet ? localSheetId : null,
    hidden: false,
    comment: comment ?? "",
  };
}

function known(workbook: Workbook, id: string): NameItem | undefined {
  return workbook.names.items.find(({ sheet, name }) => `${sheet ?? "book"}/${name.toLowerCase()}` === id);
}

function reason({ code }: ExcelError): string {
  return code === "ItemAlreadyExists"
    ? "the workbook has it already."
    : "a name begins with a letter, has no spaces and is no cell address; it stands for cells or a formula.";
}

const WORKBOOK_SCOPE = "AllDefaultWorkbook";
