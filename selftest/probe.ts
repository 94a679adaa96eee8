import type { OwnSheet } from "./ownSheet";

/** A thing believed of Excel, and how to see whether it is so. */
export interface Probe {
  /** Its number in docs/real-excel.md. */
  no: string;
  question: string;
  /** What the add-in is built on: any of these is as believed. Empty where it is only asked for. */
  believed: readonly string[];
  /** What is found, in a few words that are the same each time. It leaves nothing behind but on its own sheets. */
  find(ground: Ground): Promise<string>;
}

/** What a probe works with. */
export interface Ground {
  sheet: OwnSheet;
  /** What stands before the add-in's functions in formulas: "SAVINGS". */
  namespace: string;
  /** Asks whoever runs the self-test to do something in Excel by hand. False where they will not. */
  byHand(instruction: string): Promise<boolean>;
}

/** What Excel answered instead of doing it: "AccessDenied". */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown };
  if (typeof cause === "object" && cause !== null && "code" in cause) return codeOf(cause);
  return typeof code === "string" && code !== "" ? code : String(message);
}

/** What was found where a member of Excel answers with an error. */
export function refusedWith(error: unknown): string {
  return `refused: ${codeOf(error)}`;
}

export const notDone = "not done by hand";
