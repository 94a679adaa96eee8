/** Something the user should know about their tables: an error stops the run, a warning does not. */
export interface Finding {
  level: "error" | "warning";
  /** "Levers!D7", or "" where no one cell is to blame (a table is missing). */
  cell: string;
  /** One sentence: what is wrong and what would be right. */
  message: string;
  /** Cells with the same fault; left out means 1. */
  count?: number;
  /** All of these cells, where there are several; a question has its own. */
  cells?: string[];
  about?: FindingSubject;
  /** What settles it on the command line, as the rest of the sentence: "--levers 'CIP!A1:C4' says that it is the register". */
  option?: string;
  /** What the workbook leaves open. An error with a question stops the run until it is answered. */
  question?: Question;
}

/**
 * What is said in other places too: a totals row whose rows sum to it, which needs nobody; a total that its rows do not come to,
 * which the reading's `sheetTotals` hold; that there is no register.
 */
export type FindingSubject = "total that agrees" | "total that differs" | "no register";

/** A choice that the workbook leaves to its user. */
export interface Question {
  /** What is asked, and at which cell: "yearSavings@Register!D4". An answer names it. */
  key: string;
  /** In the sheet's words. */
  choices: string[];
  /** The one of them that was taken. */
  taken: string;
  /** What settles it otherwise on the command line: "--answer 'Register!D4=new in each year'". */
  option: string;
  /** All cells at which it is asked, where there are several: an answer at the first holds for all, one at another for that alone. */
  cells?: string[];
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
  /** All cells that the answer holds for, where there are several. */
  cells?: string[];
}
