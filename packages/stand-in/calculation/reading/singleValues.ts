import { tokenize } from "@borgar/fx";
import { closingParenthesis } from "@workbooks/xlsx/formulas/formulaTokens";

type Token = ReturnType<typeof tokenize>[number];

/** Functions whose arguments are single values: an array comes of an array. */
const ofSingleValues = new Set(
  `ABS ACCRINT ACCRINTM ACOS ACOSH ACOT ACOTH ADDRESS ARABIC ASIN ASINH ATAN ATAN2 ATANH BASE BETA.DIST BETA.INV BETADIST BETAINV
  BIN2DEC BIN2HEX BIN2OCT BINOM.DIST BINOM.DIST.RANGE BINOM.INV BINOMDIST BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING
  CEILING.MATH CEILING.PRECISE CHAR CHIDIST CHIINV CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHOOSE CLEAN CODE COMBIN
  COMBINA COMPLEX CONCATENATE CONFIDENCE CONFIDENCE.NORM CONFIDENCE.T CONVERT COS COSH COT COTH CRITBINOM CSC CSCH CUMIPMT
  CUMPRINC DATE DATEDIF DATEVALUE DAY DAYS DAYS360 DB DDB DEC2BIN DEC2HEX DEC2OCT DECIMAL DEGREES DELTA DISC DOLLAR DOLLARDE
  DOLLARFR EDATE EFFECT EOMONTH ERF ERFC EVEN EXACT EXP EXPON.DIST EXPONDIST F.DIST F.DIST.RT F.INV F.INV.RT FACT FACTDOUBLE
  FDIST FIND FINV FISHER FISHERINV FIXED FLOOR FLOOR.MATH FLOOR.PRECISE FV GAMMA GAMMA.DIST GAMMA.INV GAMMADIST GAMMAINV
  GAMMALN GAMMALN.PRECISE GAUSS GESTEP HEX2BIN HEX2DEC HEX2OCT HOUR HYPGEOM.DIST HYPGEOMDIST IF INT INTRATE IPMT ISBLANK ISERR
  ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISO.CEILING ISODD ISOWEEKNUM ISPMT ISTEXT LEFT LEN LN LOG LOG10 LOGINV
  LOGNORM.DIST LOGNORM.INV LOGNORMDIST LOWER MID MINUTE MOD MONTH MROUND NEGBINOM.DIST NEGBINOMDIST NOMINAL NORM.DIST NORM.INV
  NORM.S.DIST NORM.S.INV NORMDIST NORMINV NORMSDIST NORMSINV NOT NPER OCT2BIN OCT2DEC OCT2HEX ODD PDURATION PERMUT PERMUTATIONA
  PHI PMT POISSON POISSON.DIST POWER PPMT PROPER PV QUOTIENT RADIANS RANDBETWEEN RATE RECEIVED REPLACE REPT RIGHT ROMAN ROUND
  ROUNDDOWN ROUNDUP RRI SEARCH SEC SECH SECOND SIGN SIN SINH SLN SQRT SQRTPI STANDARDIZE SUBSTITUTE SYD T.DIST T.DIST.2T
  T.DIST.RT T.INV T.INV.2T TAN TANH TBILLEQ TBILLPRICE TBILLYIELD TDIST TEXT TIME TIMEVALUE TINV TRIM TRUNC UNICHAR UNICODE UPPER
  VALUE WEEKDAY WEEKNUM WEIBULL WEIBULL.DIST YEAR YEARFRAC`.split(/\s+/),
);
/** Functions that answer with as many values as an area has. */
const ofPlaces = /^(?:ROW|COLUMN|OFFSET|INDIRECT|INDEX)$/i;
/** Of these the first argument only. */
const firstIsSingle = /^(?:VLOOKUP|HLOOKUP|MATCH|LOOKUP)$/i;

/**
 * What Univer, which knows arrays that spill only, is given in the place of a file's formula. An older array fills the area
 * that it was entered for, one row or column repeated, #N/A where there is nothing.
 */
export function asInFile(
  formula: string,
  array: { rowCount: number; columnCount: number; dynamic: boolean } | undefined,
): string {
  if (!array) return withSingleValues(formula);
  const { rowCount, columnCount, dynamic } = array;
  if (dynamic || rowCount * columnCount === 1) return formula;
  const size = `${rowCount},${columnCount}`;
  return `=TAKE(IF(SEQUENCE(${size})>0,${formula.slice(1)}),${size})`;
}

const isOperand = /^[-+*/^&=<>%]+$/;

/**
 * A formula of a file that is no array takes one value of an area where Excel expects one, that of its own row or column; a
 * newer Excel shows it with "@". Here these are put in.
 */
function withSingleValues(formula: string): string {
  if (!/[:#A-Z_]/i.test(formula)) return formula;
  const tokens = tokenize(formula);
  const pieces = tokens.map(({ value }) => value);
  const callers: { name: string; argument: number }[] = [];
  tokens.forEach((token, index) => {
    const { type, value } = token;
    if (type === "operator" && value === "(") {
      const before = tokens[index - 1];
      callers.push({ name: before?.type === "func" ? before.value.toUpperCase() : "", argument: 0 });
    } else if (type === "operator" && value === ")") callers.pop();
    else if (type === "operator" && value === "," && callers.length > 0)
      (callers.at(-1) as { argument: number }).argument++;
    else if (isArea(token) && isSingleThere(tokens, index, callers)) pieces[index] = `@${value}`;
    else if (
      type === "func" &&
      ofPlaces.test(value) &&
      (!/^(?:ROW|COLUMN)$/i.test(value) || hasArea(tokens, index)) &&
      isSingleThere(tokens, index, callers)
    )
      pieces[index] = `@${value}`;
  });
  return pieces.join("");
}

/** `A1:B2`, `A:A`, also on a sheet; not a single cell. */
function isArea({ type, value }: Token): boolean {
  return (type === "range" || type === "range_beam") && value.slice(value.lastIndexOf("!") + 1).includes(":");
}

function hasArea(tokens: Token[], index: number): boolean {
  return tokens
    .slice(index + 1, closingParenthesis(tokens, index + 1))
    .some((token) => isArea(token) || token.type === "func");
}

/** Whether a place of the formula takes one value: all functions around it do, and it is no part of a reference. */
function isSingleThere(tokens: Token[], index: number, callers: { name: string; argument: number }[]): boolean {
  const end = tokens[index]?.type === "func" ? closingParenthesis(tokens, index + 1) : index;
  const [before, after] = [beside(tokens, index, -1), beside(tokens, end, 1)];
  const isEdge = (token: Token | undefined): boolean =>
    token === undefined || /^[(),]$/.test(token.value) || isOperand.test(token.value) || token.type === "fx_prefix";
  if (!isEdge(before) || !isEdge(after)) return false;
  return callers.every(
    ({ name, argument }) => name === "" || ofSingleValues.has(name) || (argument === 0 && firstIsSingle.test(name)),
  );
}

function beside(tokens: Token[], index: number, step: number): Token | undefined {
  let at = index + step;
  while (tokens[at]?.type === "whitespace") at += step;
  return tokens[at];
}
