export { readWorkbookPlan } from "../workbook/read/readWorkbookPlan";
