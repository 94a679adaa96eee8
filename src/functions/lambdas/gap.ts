import { compoundingBases } from "../../engine/compounding";
import {
  anyError,
  asColumn,
  choiceOf,
  type FunctionLambda,
  functionLambda,
  misfit,
  numbers,
  oneCell,
  optionalNumber,
  unless,
} from "./lambdaText";

const isRate = "(v>-1)*(v<1)";

const compounded = functionLambda(
  "COMPOUNDEFF",
  ["rates", "[years]", "[amount]", "[basis]"],
  {
    rt: `LET(w,${asColumn("rates")},${numbers("w", isRate)})`,
    ys: optionalNumber("years", '""', "(v>=0)"),
    am: optionalNumber("amount", "1"),
    way: choiceOf("basis", compoundingBases),
    kept: "IF(way=1,1-rt,1/(1+rt))",
    many: "ROWS(rt)",
  },
  unless(
    [anyError("rt", "ys", "am", "way")],
    `IF(many=1,am*(1-kept^IF(ys="",1,ys)),
      IF(ys="",am*(1-PRODUCT(kept)),
      IF((ys<>INT(ys))+(ys>many),#VALUE!,am*(1-PRODUCT(IF(SEQUENCE(many)<=ys,kept,1))))))`,
  ),
);

/** What growth by years comes to after some of them, a row for each category. */
const growth = `LAMBDA(g,s,IF(COLUMNS(g)=1,(1+g)^s,
  BYROW(IF(SEQUENCE(,COLUMNS(g))<=s,1+g,1),LAMBDA(w,PRODUCT(w)))))`;

const gapBindings = {
  bl: numbers("baseline"),
  pr: numbers("pressure", isRate),
  fu: numbers("funding", isRate),
  ef: `IF(ISOMITTED(efficiency),0,${numbers("efficiency", isRate)})`,
  ys: optionalNumber("years", "MAX(COLUMNS(pr),COLUMNS(ef),COLUMNS(fu))", "(v>=0)*(v<=10000)*(v=INT(v))"),
  bf: optionalNumber("base_funding", "SUM(bl)"),
  grown: growth,
};

const gapRefusals = [
  anyError("bl", "pr", "fu", "ef", "ys", "bf"),
  "(COLUMNS(bl)>1)+(ROWS(fu)>1)",
  "LET(q,HSTACK(ROWS(pr),ROWS(ef)),SUM((q>1)*(q<>ROWS(bl))))>0",
  "LET(q,HSTACK(COLUMNS(pr),COLUMNS(ef),COLUMNS(fu)),SUM((q>1)*(q<ys)))>0",
];

const gap = functionLambda(
  "SAVINGSGAP",
  ["baseline", "pressure", "funding", "[years]", "[efficiency]", "[base_funding]"],
  gapBindings,
  unless(gapRefusals, "SUM(bl*grown(pr,ys)*grown(-ef,ys))-bf*grown(fu,ys)"),
);

/** "2015/16" counts up in the form that it is given in. */
const yearLabels = {
  fy: `IF(ISOMITTED(first_year),0,LET(k,${oneCell("first_year")},IF(ISERROR(k),#VALUE!,
    IF(ISNUMBER(k),IF(k=INT(k),k,#VALUE!),IF(k="",0,IF(ISTEXT(k),TRIM(k),#VALUE!))))))`,
  head: "LEFT(fy,4)",
  mark: "MID(fy,5,1)",
  tail: "MID(fy,6,9)",
  labelled: `LAMBDA(s,IF(ISNUMBER(fy),fy+s,(head+s)&mark&RIGHT(head+s+1,LEN(tail))))`,
  clear: `IF(ISERROR(fy),FALSE,IF(ISNUMBER(fy),TRUE,IF((LEN(fy)=7)+(LEN(fy)=9),
    IF(ISNUMBER(FIND(mark,"/–-"))*(SUM(--ISNUMBER(FIND(MID(head&tail,SEQUENCE(LEN(fy)-1),1),"0123456789")))=LEN(fy)-1),
      RIGHT(head+1,LEN(tail))=tail,FALSE),FALSE)))`,
};

const path = functionLambda(
  "GAPTABLE",
  ["baseline", "pressure", "funding", "[years]", "[efficiency]", "[first_year]", "[base_funding]"],
  { ...gapBindings, ...yearLabels, ts: "IF(ISERROR(ys),1,SEQUENCE(ys+1,,0))" },
  unless(
    [...gapRefusals, "NOT(clear)"],
    `LET(nd,MAP(ts,LAMBDA(s,SUM(bl*grown(pr,s)))),
      fd,MAP(ts,LAMBDA(s,SUM(bf*grown(fu,s)))),
      sv,MAP(ts,LAMBDA(s,SUM(bl*grown(pr,s)*(1-grown(-ef,s))))),
      rm,MAP(ts,LAMBDA(s,SUM(bl*grown(pr,s)*grown(-ef,s)))),
      VSTACK({"Year","Need","Funding","Gap","Saved","Remaining"},HSTACK(MAP(ts,labelled),nd,fd,nd-fd,sv,rm-fd)))`,
  ),
);

const required = functionLambda(
  "REQUIREDEFF",
  ["need", "funding", "[years]"],
  {
    nd: numbers("need", "(v>=0)"),
    fd: numbers("funding", "(v>=0)"),
    ys: `IF(ISOMITTED(years),1,${numbers("years", "(v>=0)")})`,
  },
  unless([anyError("nd", "fd", "ys"), misfit("nd", "fd", "ys")], "IF((nd=0)+(ys=0)+0*fd>0,#DIV/0!,1-(fd/nd)^(1/ys))"),
);

export const gapLambdas: readonly FunctionLambda[] = [compounded, gap, path, required];
