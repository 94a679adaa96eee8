/** How the question about a date as text is known, and the answer that turns it round. */
export const dayOrder = { id: "dayOrder", monthFirst: "month before day" };
