/** Something the user should know about their tables: an error stops the run, a warning does not. */
export interface Finding {
  level: "error" | "warning";
  /** "Levers!D7", or "" where no one cell is to blame (a table is missing). */
  cell: string;
  /** One sentence: what is wrong and what would be right. */
  message: string;
}
