/** How blank cells arrive at a function: 0 in Excel for Windows and Mac, null on the web, or the empty text (OfficeDev/office-js#4702). */
export type Blanks = "desktop" | "web" | "text";

export type BlankCell = 0 | null | "";

export const blankCells: Record<Blanks, BlankCell> = { desktop: 0, web: null, text: "" };

/** What a function gets for an argument that is skipped, `F(a,,c)`: nothing, as is documented of single values; of a matrix nobody says. */
export type SkippedArgument = "nothing" | "zero" | "blank";
