/** Something the user should know about their tables: an error stops the run, a warning does not. */
export interface Finding {
  level: "error" | "warning";
  /** "Levers!D7", or "" where no one cell is to blame (a table is missing). */
  cell: string;
  /** One sentence: what is wrong and what would be right. */
  message: string;
  /** Cells with the same fault; left out means 1. */
  count?: number;
  /** What the workbook leaves open. An error with a question is one that the command line may not answer by itself. */
  question?: Question;
}

/** A choice that the workbook leaves to its user. */
export interface Question {
  /** What is asked, and at which cell: "yearSavings@Register!D4". An answer names it. */
  key?: string;
  /** In the sheet's words. */
  choices: string[];
  /** The one of them that was taken. */
  taken: string;
  /** What settles it on the command line: "--year-savings each|new", "--column 'Register!D4=yearlyEfficiency'". */
  option: string;
}

/** A question that the user has answered: no finding any more, but said in the notes, and to be taken back. */
export interface AnsweredQuestion {
  key: string;
  cell: string;
  /** What was asked, as the finding said it. */
  message: string;
  choices: string[];
  /** The one of them that the user chose. */
  chosen: string;
}
