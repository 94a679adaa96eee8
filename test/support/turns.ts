/**
 * Waits so many milliseconds and so many turns of the event loop: what others have put off for less has had its turn by then,
 * also where the machine was busy with something else all the while.
 */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((next) => setTimeout(next, 1));
}
