import { discountSchedules } from "../../engine/value/discountSchedules";
import {
  anyError,
  type FunctionLambda,
  functionLambda,
  misfit,
  numbers,
  oneCell,
  oneNumber,
  unless,
} from "./lambdaText";

const scheduleNames = Object.keys(discountSchedules) as (keyof typeof discountSchedules)[];

/** A rate, or the number of a schedule as text: "1" is the first. */
const scheduleOf = (
  otherwise: string,
): string => `IF(ISOMITTED(schedule),${otherwise},LET(k,${oneCell("schedule")},IF(ISERROR(k),#VALUE!,
  IF(ISNUMBER(k),IF((k>-1)*(k<1),k,#VALUE!),IF(k="",0,IF(ISTEXT(k),
    IFERROR(""&XMATCH(TRIM(k),{${scheduleNames.map((name) => `"${name}"`).join(",")}}),#VALUE!),#VALUE!))))))`;

/** The factors of a schedule: the years in each of its bands, each at the band's rate. */
function bandsOf(name: (typeof scheduleNames)[number]): string {
  let from = 0;
  return discountSchedules[name].bands
    .map(({ to, rate }) => {
      const years = `IF(y>${from},IF(y<${to === Infinity ? "1E+300" : to},y,${to === Infinity ? "y" : to})-${from},0)`;
      from = to;
      return `${1 + rate}^-${years}`;
    })
    .join("*");
}

const factors = {
  factor: `LAMBDA(y,IF(ISNUMBER(sc),(1+sc)^-y,CHOOSE(sc,${scheduleNames.map(bandsOf).join(",")})))`,
};

const discounted = functionLambda(
  "DISCOUNT",
  ["which_year", "[schedule]"],
  { yr: numbers("which_year", "(v>=0)*(v=INT(v))"), sc: scheduleOf('"1"'), ...factors },
  unless([anyError("yr", "sc")], "factor(yr)"),
);

const flows = {
  sv: numbers("savings"),
  co: numbers("costs"),
};

const refusals = [anyError("sv", "co", "sc"), misfit("sv", "co")];

const net = functionLambda(
  "NETSAVING",
  ["savings", "costs", "[schedule]"],
  { ...flows, sc: scheduleOf('"1"'), ...factors },
  unless(refusals, "LET(fl,sv-co,fs,factor(SEQUENCE(,COLUMNS(fl),0)),BYROW(fl,LAMBDA(w,SUM(w*fs))))"),
);

const paid = functionLambda(
  "PAYBACK",
  ["savings", "costs", "[schedule]"],
  { ...flows, sc: scheduleOf("0"), ...factors },
  unless(
    refusals,
    `LET(fl,sv-co,many,COLUMNS(fl),ks,SEQUENCE(,many),fs,factor(ks-1),BYROW(fl,LAMBDA(w,LET(ds,w*fs,
      ts,SCAN(0,ds,LAMBDA(a,b,a+b)),last,MAX(IF(ts<-1E-13*SUM(ABS(ds)),ks,0)),
      IF(last=0,0,IF(last=many,#N/A,last-1+MIN(1,-INDEX(ts,1,last)/INDEX(ds,1,last+1))))))))`,
  ),
);

const isMonth = "(v>=1)*(v<=12)*(v=INT(v))";

const partYear = functionLambda(
  "PARTYEAR",
  ["annual", "start_month", "[year_start]"],
  {
    an: oneNumber("annual"),
    sm: oneNumber("start_month", isMonth),
    ys: `IF(ISOMITTED(year_start),4,LET(k,${oneCell("year_start")},IF(ISERROR(k),#VALUE!,IF((k=0)+(k=""),4,${numbers("k", isMonth)}))))`,
  },
  unless([anyError("an", "sm", "ys")], "LET(gone,MOD(sm-ys+12,12),HSTACK(an*(12-gone)/12,an,an*gone/12))"),
);

const real = functionLambda(
  "REALTERMS",
  ["cash", "indices", "base_index"],
  { ca: numbers("cash"), ix: numbers("indices", "(v>=0)"), bi: numbers("base_index", "(v>=0)") },
  unless([anyError("ca", "ix", "bi"), misfit("ca", "ix", "bi")], "IF(ix+0*(ca+bi)=0,#DIV/0!,ca*(bi/ix))"),
);

export const valueLambdas: readonly FunctionLambda[] = [discounted, net, paid, partYear, real];
