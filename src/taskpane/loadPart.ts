/**
 * Fetches a part of the pane, or does what needs one. Where it cannot be fetched, that is said in one sentence, and whoever asks again fetches
 * again.
 */
export async function loadPart<T>(fetchPart: () => Promise<T>): Promise<T> {
  try {
    return await fetchPart();
  } catch (error) {
    // Anything else is thrown by the part itself.
    if (isNotLoaded(error)) throw new Error(partNotLoaded, { cause: error });
    throw error;
  }
}

/** A part that asks for another says what came of that in words of its own. */
function isNotLoaded(error: unknown): boolean {
  return error instanceof Error && (error.name === "ChunkLoadError" || isNotLoaded(error.cause));
}

/** Files are named after what is in them, so a pane that is open cannot have those of its own version after an update. */
export const partNotLoaded =
  "A part of the add-in could not be loaded; check the connection and try again, or close the pane and open it anew.";
