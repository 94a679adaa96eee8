import { splitAddress } from "../../../cells/address";
import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** A sheet of ours that was not there before. */
export interface SheetAdded {
  kind: "sheetAdded";
  sheet: string;
  /** The hidden name that marks it as ours. */
  marker: string;
}

/** A sheet of this name that is neither marked nor empty is somebody else's and stays. */
export const sheetAdded: ChangeKind<SheetAdded, Asked> = {
  sheet: ({ sheet }) => sheet,
  look({ workbook }, { sheet, marker }) {
    const worksheet = workbook.worksheets.getItemOrNullObject(sheet);
    worksheet.load("name");
    const used = worksheet.getUsedRangeOrNullObject(true);
    used.load("address");
    const name = workbook.names.getItemOrNullObject(marker);
    name.load("formula");
    return { worksheet, used, name };
  },
  putBack(_change, { worksheet, used, name }) {
    if (worksheet.isNullObject) return [];
    const isMarked = !name.isNullObject && splitAddress(String(name.formula)).sheet === worksheet.name;
    return isMarked || used.isNullObject ? [action(() => worksheet.delete())] : [];
  },
};

interface Asked {
  worksheet: Excel.Worksheet;
  used: Excel.Range;
  name: Excel.NamedItem;
}
