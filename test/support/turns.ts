import { setImmediate } from "node:timers";

/**
 * Waits so many milliseconds and so many turns of the event loop: what others have put off for less has had its turn by then,
 * also where the machine was busy with something else all the while.
 */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((next) => setTimeout(next, 1));
}

/**
 * Lets so many turns of the event loop pass, however long they take: enough where what is waited for takes turns and no time,
 * as a request does that Office.js sends by itself after a run.
 */
export async function tasks(count: number): Promise<void> {
  for (let task = 0; task < count; task++) await new Promise((next) => setImmediate(next));
}
