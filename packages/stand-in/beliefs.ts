import type { RichApiMessageEntry } from "./wire/protocol";

/**
 * What is believed of Excel and cannot be seen here. A test turns one round, so that what checks the belief in real Excel is
 * seen to say so where it does not hold.
 */
export type Belief = (typeof beliefs)[number] | `Excel takes ${string}`;

/** Beside these, that Excel takes a member of Office.js at all: "Excel takes Worksheet.delete". */
export const beliefs = [
  "a skipped argument is null",
  "a blank cell is null or 0",
  "an error cell reaches a function",
  "a function is told which cells it was given",
  "an undo group refuses what has no undo",
  "an undo group is one step",
  "undo leaves custom XML alone",
  "an event names the add-in's own edit",
] as const;

/** Events as they are sent where nothing in them tells the add-in's own edit from another's. */
export function turnedMessages(entries: RichApiMessageEntry[], turned: ReadonlySet<Belief>): RichApiMessageEntry[] {
  if (!turned.has("an event names the add-in's own edit")) return entries;
  return entries.map(([category, type, target, json, id, isRemote]) => {
    return [category, type, target, json.replaceAll("ThisLocalAddin", "Unknown"), id, isRemote];
  });
}

/** How arguments arrive where a belief about them is turned round: as nothing that Excel is known to send. */
export function turnedArgument(value: unknown, isSkipped: boolean, turned: ReadonlySet<Belief>): unknown {
  if (isSkipped && turned.has("a skipped argument is null")) return "skipped";
  if (!turned.has("a blank cell is null or 0") || !Array.isArray(value)) return value;
  return value.map((line: unknown) =>
    Array.isArray(line) ? line.map((each: unknown) => (each === null || each === 0 ? "blank" : each)) : line,
  );
}
