import { UsageError } from "@workbooks/stand-in/usageError";

/** The add-in says in one sentence what it cannot do with this workbook. */
export function refused(error: unknown): never {
  if (error instanceof Error && error.name === "WorkbookError") throw new UsageError(error.message);
  throw error;
}
