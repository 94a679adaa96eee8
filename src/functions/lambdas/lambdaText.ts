const wrong = "#VALUE!";

/** A function as a LAMBDA of Excel's own language, for workbooks that are opened without the add-in. */
export interface FunctionLambda {
  /** The function that it answers for, without the namespace. */
  name: string;
  /** The parameters in the order of the function's, those in brackets may be left out. Names of their own, since a name that is a function's hides it. */
  parameters: readonly string[];
  /** From `LAMBDA(` on, without spaces, in Excel's English words. */
  text: string;
  /** What it cannot do that the function can; said wherever it is put. */
  limits?: string;
}

/**
 * A LAMBDA of bindings that lean on those before them, and of what it answers.
 *
 * @param bindings name by name, in order
 */
export function functionLambda(
  name: string,
  parameters: readonly string[],
  bindings: Readonly<Record<string, string>>,
  answer: string,
  limits?: string,
): FunctionLambda {
  const pairs = Object.entries(bindings).map(([bound, text]) => `${bound},${text},`);
  const text = withoutSpaces(`LAMBDA(${parameters.join(",")},LET(${pairs.join("")}${finite(answer)}))`);
  return { name, parameters, text, ...(limits === undefined ? {} : { limits }) };
}

/** What is beyond the numbers that a cell can hold is #VALUE! for the whole, as the functions have it. */
function finite(answer: string): string {
  return `LET(out,${answer},IF(SUM(IFERROR((ERROR.TYPE(out)=6)*1,0))>0,${wrong},out))`;
}

/** Takes the spaces and new lines out, but for those in texts. */
function withoutSpaces(text: string): string {
  return text
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(/\s+/g, "") : part))
    .join('"');
}

/** Numbers of an argument cell by cell; a blank is 0, anything else is #VALUE!, and so is what the test refuses. `test` speaks of the number as `v`. */
export function numbers(argument: string, test = "TRUE"): string {
  return `LET(v,IF(${argument}="",0,${argument}),IFERROR(IF(ISNUMBER(v)*${test},v,${wrong}),${wrong}))`;
}

/** The one cell of an argument, #VALUE! where it is more. */
export function oneCell(argument: string): string {
  return `IF(ROWS(${argument})*COLUMNS(${argument})=1,INDEX(${argument},1,1),${wrong})`;
}

/** One number. */
export function oneNumber(argument: string, test = "TRUE"): string {
  return `LET(k,${oneCell(argument)},${numbers("k", test)})`;
}

/** One number, or what stands for an argument that is left out. */
export function optionalNumber(argument: string, otherwise: string, test = "TRUE"): string {
  return `IF(ISOMITTED(${argument}),${otherwise},${oneNumber(argument, test)})`;
}

/** The number of a name in a list, in any case; a blank cell and an argument that is left out mean the first. */
export function choiceOf(argument: string, names: readonly string[]): string {
  const list = names.map((name) => `"${name}"`).join(",");
  return `IF(ISOMITTED(${argument}),1,LET(k,${oneCell(argument)},IFERROR(
    IF(ISNUMBER(k),IF(k=0,1,${wrong}),IF(k="",1,IF(ISTEXT(k),XMATCH(TRIM(k),{${list}}),${wrong}))),${wrong})))`;
}

/** A row or a column as a column, #VALUE! where it is neither. */
export function asColumn(argument: string): string {
  return `IF(COLUMNS(${argument})=1,${argument},IF(ROWS(${argument})=1,TRANSPOSE(${argument}),${wrong}))`;
}

/** Whether any of the arguments has an error in it. */
export function anyError(...names: readonly string[]): string {
  return `OR(${names.map((name) => `ISERROR(${name})`).join(",")})`;
}

/** Whether the sizes of frames do not go together: each has to be the largest, or one row or column. */
export function misfit(...names: readonly string[]): string {
  const sizes = (count: string): string => {
    const each = names.map((name) => `${count}(${name})`);
    return `LET(q,HSTACK(${each.join(",")}),SUM((q>1)*(q<MAX(q))))`;
  };
  return `${sizes("ROWS")}+${sizes("COLUMNS")}>0`;
}

/** #VALUE! where something is wrong with the arguments, else the answer. */
export function unless(tests: readonly string[], answer: string): string {
  return tests.reduceRight((inner, test) => `IF(${test},${wrong},${inner})`, answer);
}

/** An answer of which every cell is an error is one error, as the function gives it. */
export function asOneError(answer: string): string {
  return `LET(z,${answer},IF(AND(ISERROR(z)),INDEX(z,1,1),z))`;
}
