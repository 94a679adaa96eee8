import { UsageError } from "@workbooks/stand-in/usageError";

/** What the command line asks for. */
export type Command =
  | { name: "calc"; formulas: string[]; stdin: boolean; workbook: string | null }
  | { name: "recalc"; workbook: string; out: string; inPlace?: true }
  | {
      name: "run";
      workbook: string;
      out: string | null;
      inPlace?: true;
      json: boolean;
      findings: boolean;
      options: RunOptions;
    }
  | {
      name: "share";
      workbook: string;
      out: string;
      inPlace?: true;
      /** What formulas become; `restore` puts them back. */
      form: "values" | "lambda" | "native" | "restore";
      /** Also where some formulas have to be left as they are. */
      anyway: boolean;
    }
  | { name: "check"; workbook: string; json: boolean }
  | { name: "help" };

/** What is handed on to the add-in's own run; a name is left out where the option is. */
interface RunOptions {
  scenario?: string;
  method?: string;
  horizon?: number;
  /** Several registers are one. */
  levers?: string[];
  spending?: string;
  funding?: string;
  position?: string;
  prices?: string;
  /** Headings with their meanings: "Register!D4=saving". */
  columns?: string[];
  yearSavings?: "each" | "new";
  /** Questions with their answers. */
  answers?: string[];
  /** Savings required in the last year. */
  target?: number;
  /** Scenarios to stand beside the one that is run. */
  compare?: string[];
  assurance?: true;
  /** Of the simulation. */
  trials?: number;
  seed?: number;
  form?: "values" | "live" | "portable";
}

export const usage = `Evaluates the add-in's formulas, runs its scenarios and checks workbooks without Excel.

  savings calc '=SAVINGS.COMPOUNDEFF(2%,5)' …     one JSON line for each formula, a 2-D array
  savings calc --stdin                            one formula a line
    --workbook book.xlsx                          inside that workbook
  savings run book.xlsx --out done.xlsx           the task pane's scenario run, into another file
    --scenario NAME --method NAME                 which scenario, which way of attribution
    --horizon YEARS                               how many years, at most those of the plan
    --levers REF --spending REF --funding REF     where the tables are: Sheet!A1:P31, a table's or a name's name;
                                                  --levers again for a further register
    --position REF --prices REF                   how the base year ended, and an index or rates of prices by year
    --column 'Sheet!C4=MEANING'                   what a heading means: a column's id or name, a year, ignored;
                                                  carried takes the column to the Breakdown; repeatable
    --answer 'Sheet!D4=CHOICE'                    answers a question at its cell, by the choice's words or number; repeatable
    --year-savings each|new                       savings by year are those of each year, or new in each, in every register
    --target AMOUNT                               savings required in the last year
    --trials N --seed N                           writes the Risk sheet: how often deliveries are drawn (10,000), from which seed (1)
    --compare NAME[,NAME…]                        writes the Comparison sheet: those scenarios beside this one; repeatable
    --assurance                                   writes the Assurance sheet: what the register shows of each claim
    --values | --live | --portable                how the tables are written
    --findings                                    only reads; prints how, and what was found or is open
    --json                                        prints the breakdown, with how the tables were read
  savings recalc book.xlsx --out done.xlsx        recalculates the SAVINGS.* formulas, the rest stays as it is
  savings share book.xlsx --out copy.xlsx         a copy for colleagues without the add-in, with a sheet that lists what was replaced
    --values | --lambda | --native                formulas become their values, LAMBDAs that Excel 365 and 2024 calculate, or
                                                  formulas that Excel has had since 2016 where there are such, else values
    --restore                                     of such a copy: puts the formulas back, wherever they are now
    --anyway                                      leaves what cannot be replaced or put back as it is, and writes the rest
    --in-place                                    run, recalc and share: --out may be the workbook itself
  savings check book.xlsx                         what to know before it is handed on: formulas of the add-in, errors,
                                                  other workbooks, results out of date, scenarios that do not fit
    --json                                        the same, with every formula that uses the add-in`;

/** @throws UsageError */
export function readCommandLine(words: string[]): Command {
  const [name, ...rest] = words;
  if (name === undefined)
    throw new UsageError("A command is missing: calc, run, recalc, share or check (savings --help shows how).");
  if (name === "help" || asksForHelp(words)) return { name: "help" };
  if (name === "calc") return readCalc(rest);
  if (name === "run") return readRun(rest);
  if (name === "recalc") return readRecalc(rest);
  if (name === "share") return readShare(rest);
  if (name === "check") return readCheck(rest);
  throw new UsageError(`There is no command "${name}": use calc, run, recalc, share or check.`);
}

/** Anywhere, but for what follows "--", which is never an option. */
function asksForHelp(words: string[]): boolean {
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? words.length : end).some((word) => word === "--help" || word === "-h");
}

function readCalc(words: string[]): Command {
  const { values, flags, rest } = readOptions("calc", words, ["--workbook"], ["--stdin"]);
  const stdin = flags.has("--stdin");
  if (stdin && rest.length > 0) throw new UsageError("calc takes formulas as arguments or from --stdin, not both.");
  if (!stdin && rest.length === 0)
    throw new UsageError("calc needs a formula, such as '=SAVINGS.COMPOUNDEFF(2%,5)', or --stdin.");
  return { name: "calc", formulas: rest, stdin, workbook: values.get("--workbook") ?? null };
}

function readRecalc(words: string[]): Command {
  const { values, flags, rest } = readOptions("recalc", words, ["--out"], ["--in-place"]);
  const out = values.get("--out");
  if (out === undefined) throw new UsageError("recalc needs --out with the file to write.");
  const workbook = onlyWorkbook("recalc", rest);
  checkKind(workbook, out);
  return { name: "recalc", workbook, out, ...inPlace(flags) };
}

function readShare(words: string[]): Command {
  const forms = ["--values", "--lambda", "--native", "--restore"] as const;
  const { values, flags, rest } = readOptions("share", words, ["--out"], [...forms, "--anyway", "--in-place"]);
  const chosen = forms.filter((form) => flags.has(form));
  if (chosen.length !== 1) throw new UsageError(`share needs one of ${forms.join(", ")}.`);
  const out = values.get("--out");
  if (out === undefined) throw new UsageError("share needs --out with the file to write.");
  const workbook = onlyWorkbook("share", rest);
  checkKind(workbook, out);
  const form = chosen[0]!.slice(2) as "values" | "lambda" | "native" | "restore";
  return { name: "share", workbook, out, ...inPlace(flags), form, anyway: flags.has("--anyway") };
}

function readCheck(words: string[]): Command {
  const { flags, rest } = readOptions("check", words, [], ["--json"]);
  return { name: "check", workbook: onlyWorkbook("check", rest), json: flags.has("--json") };
}

function readRun(words: string[]): Command {
  const named = ["--scenario", "--method", "--spending", "--funding", "--position", "--prices"] as const;
  const forms = ["--values", "--live", "--portable"] as const;
  const { values, repeated, flags, rest } = readOptions(
    "run",
    words,
    ["--out", "--horizon", "--target", "--trials", "--seed", "--year-savings", ...named],
    [...forms, "--findings", "--json", "--in-place", "--assurance"],
    ["--levers", "--column", "--answer", "--compare"],
  );
  const trials = wholeNumber("--trials", values.get("--trials"), 100, 1_000_000);
  const seed = wholeNumber("--seed", values.get("--seed"), -(2 ** 31) + 1, 2 ** 31 - 1);
  const horizon = wholeNumber("--horizon", values.get("--horizon"));
  const chosen = forms.filter((form) => flags.has(form));
  if (chosen.length > 1) throw new UsageError(`Only one of ${forms.join(", ")} can be chosen.`);
  const findings = flags.has("--findings");
  const out = values.get("--out") ?? null;
  if (out === null && !findings && !flags.has("--json"))
    throw new UsageError("run needs --out with the file to write, or --json or --findings.");
  if ((trials ?? seed) !== null && findings)
    throw new UsageError("--trials and --seed draw what is printed or written, and --findings only reads.");
  if (out === null && (repeated.has("--compare") || flags.has("--assurance")))
    throw new UsageError("--compare and --assurance write sheets: --out with the file to write is needed.");
  const options: RunOptions = {};
  for (const option of named) {
    const value = values.get(option);
    if (value !== undefined) options[option.slice(2) as "scenario"] = value;
  }
  const [levers, columns, answers, compare] = ["--levers", "--column", "--answer", "--compare"].map((option) =>
    repeated.get(option),
  );
  if (compare) options.compare = compare;
  if (flags.has("--assurance")) options.assurance = true;
  if (levers) options.levers = levers;
  if (columns) options.columns = columns.map(checkColumn);
  if (answers) options.answers = answers.map(checkAnswer);
  const yearSavings = yearSavingsOf(values.get("--year-savings"));
  if (yearSavings !== null) options.yearSavings = yearSavings;
  const target = numberOf("--target", values.get("--target"));
  if (target !== null && target < 0)
    throw new UsageError(`--target is "${target}"; what is to be saved is needed, an amount of 0 or more.`);
  if (target !== null) options.target = target;
  if (horizon !== null) options.horizon = horizon;
  if (trials !== null) options.trials = trials;
  if (seed !== null) options.seed = seed;
  if (chosen[0]) options.form = chosen[0].slice(2) as "values" | "live" | "portable";
  const workbook = onlyWorkbook("run", rest);
  if (out !== null) checkKind(workbook, out);
  return { name: "run", workbook, out, ...inPlace(flags), json: flags.has("--json"), findings, options };
}

function inPlace(flags: Set<string>): { inPlace?: true } {
  return flags.has("--in-place") ? { inPlace: true } : {};
}

/** What programs take a file for by the end of its name. */
const kinds = /\.(xlsx|xlsm|xltx|xltm|xlsb|xls|csv|txt|ods|pdf|html?|json)$/i;

/** A workbook stays of the kind that it is; Excel does not open one that is named as another. */
function checkKind(workbook: string, out: string): void {
  const [from, to] = [workbook, out].map((path) => kinds.exec(path)?.[0].toLowerCase());
  if (from !== undefined && to !== undefined && from !== to)
    throw new UsageError(`"${out}" ends in ${to}; the workbook is written as it is, ${from}.`);
}

function wholeNumber(option: string, text: string | undefined, least = 1, most = Infinity): number | null {
  if (text === undefined) return null;
  const number = text.trim() === "" ? NaN : Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  const size = most < Infinity ? ` from ${shown(least)} to ${shown(most)}` : ` of ${least} or more`;
  throw new UsageError(`${option} is "${text}"; a whole number${size} is needed.`);
}

/** "1,000,000". */
function shown(number: number): string {
  return number.toLocaleString("en-GB");
}

function numberOf(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new UsageError(`${option} is "${text}"; an amount in the plan's unit such as 22.5 is needed.`);
}

function yearSavingsOf(text: string | undefined): "each" | "new" | null {
  if (text === undefined || text === "each" || text === "new") return text ?? null;
  throw new UsageError(`--year-savings is "${text}"; each or new is needed.`);
}

function checkColumn(text: string): string {
  if (/^.+=\s*\S/.test(text)) return text;
  throw new UsageError(
    `--column is "${text}"; a heading's cell and its meaning such as 'Register!D4=saving' is needed.`,
  );
}

function checkAnswer(text: string): string {
  if (/^.+=\s*\S/.test(text)) return text;
  throw new UsageError(
    `--answer is "${text}"; a question's cell and a choice such as 'Register!D4=new in each year' is needed.`,
  );
}

function onlyWorkbook(command: string, rest: string[]): string {
  const [workbook, more] = rest;
  if (workbook === undefined) throw new UsageError(`${command} needs a workbook, such as book.xlsx.`);
  if (more !== undefined) throw new UsageError(`${command} takes one workbook; "${more}" is one too many.`);
  return workbook;
}

/** Options may stand anywhere; what follows "--" is never one. A formula never is either, as it begins with "=". */
function readOptions(
  command: string,
  words: string[],
  valued: readonly string[],
  plain: readonly string[],
  repeatable: readonly string[] = [],
): { values: Map<string, string>; repeated: Map<string, string[]>; flags: Set<string>; rest: string[] } {
  const values = new Map<string, string>();
  const repeated = new Map<string, string[]>();
  const flags = new Set<string>();
  const rest: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") {
      rest.push(...words.slice(index + 1));
      break;
    }
    const [option = "", ...glued] = word.split("=");
    if (!word.startsWith("--")) rest.push(word);
    else if (plain.includes(word)) flags.add(word);
    else if (valued.includes(option) || repeatable.includes(option)) {
      const value = glued.length > 0 ? glued.join("=") : words[++index];
      if (value === undefined || value === "" || value.startsWith("--"))
        throw new UsageError(`${option} needs a value.`);
      if (repeatable.includes(option)) repeated.set(option, [...(repeated.get(option) ?? []), value]);
      else if (values.has(option)) throw new UsageError(`${option} is given twice.`);
      else values.set(option, value);
    } else throw new UsageError(`${command} has no option ${option}.`);
  }
  return { values, repeated, flags, rest };
}
