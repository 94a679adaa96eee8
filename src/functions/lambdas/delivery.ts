import { usualImitation, usualInnovation } from "../../engine/delivery/adoption";
import { profiles } from "../../engine/delivery/phasing";
import { illustrativeWeights } from "../../engine/delivery/rating";
import {
  anyError,
  choiceOf,
  type FunctionLambda,
  functionLambda,
  misfit,
  numbers,
  oneNumber,
  optionalNumber,
  unless,
} from "./lambdaText";

const yearCount = oneNumber("years", "(v>=1)*(v<=16384)*(v=INT(v))");

const phased = functionLambda(
  "PHASE",
  ["years", "[profile]", "[ramp]", "[start]"],
  {
    ys: yearCount,
    way: choiceOf("profile", profiles),
    rp: optionalNumber("ramp", "1", "(v>0)"),
    st: optionalNumber("start", "1", "(v=INT(v))"),
  },
  unless(
    [anyError("ys", "way", "rp", "st")],
    `LET(ts,SEQUENCE(,ys)+1-st,xs,IF(ts/rp<1,ts/rp,1),
      IF(ts<=0,0,CHOOSE(way,1+0*ts,xs,xs*xs*(3-2*xs),IF(ts<=1,1,2^-((ts-1)/rp)))))`,
  ),
);

const adopted = functionLambda(
  "ADOPTION",
  ["years", "[most]", "[innovation]", "[imitation]"],
  {
    ys: yearCount,
    top: optionalNumber("most", "1", "(v>=0)*(v<=1)"),
    pp: optionalNumber("innovation", String(usualInnovation), "(v>=0)*(v<=1)"),
    qq: optionalNumber("imitation", String(usualImitation), "(v>=0)"),
  },
  unless(
    [anyError("ys", "top", "pp", "qq")],
    "LET(xs,EXP(-(pp+qq)*SEQUENCE(,ys)),IF(pp=0,0*xs,top*pp*(1-xs)/(pp+qq*xs)))",
  ),
);

const illustrative = `{${illustrativeWeights.map(([name, weight]) => `"${name}",${weight}`).join(";")}}`;

const adjusted = functionLambda(
  "RISKADJUST",
  ["amounts", "ratings", "[weights]"],
  {
    am: numbers("amounts"),
    label_of: 'LAMBDA(x,IF(ISERROR(x),#VALUE!,IF(x=0,"",TRIM(x))))',
    rt: "label_of(ratings)",
    own: `IF(ISOMITTED(weights),FALSE,IF(ROWS(weights)*COLUMNS(weights)>1,TRUE,LET(k,INDEX(weights,1,1),IFERROR((k<>0)*(k<>"")=1,TRUE))))`,
    table: `IF(own,IF(COLUMNS(weights)=2,weights,#VALUE!),${illustrative})`,
    ks: "label_of(INDEX(table,0,1))",
    ws: `LET(w,INDEX(table,0,2),IF(ks="","",${numbers("w", "(v>=0)*(v<=1)")}))`,
  },
  unless(
    [anyError("am", "rt", "ks", "ws"), misfit("am", "rt"), 'SUM((ks<>"")*(XLOOKUP(ks,ks,ws)<>ws))>0'],
    'IF(rt="",IF(am=0,"",#N/A),am*XLOOKUP(rt,ks,ws))',
  ),
  "Doubled spaces within a rating count as one.",
);

const rated = functionLambda(
  "RAG",
  ["planned", "actual", "[green_at]", "[amber_at]"],
  {
    pl: numbers("planned"),
    ac: numbers("actual"),
    gr: `IF(ISOMITTED(green_at),0.95,${numbers("green_at", "(v>=0)")})`,
    ab: `IF(ISOMITTED(amber_at),IF(gr<0.75,gr,0.75),${numbers("amber_at", "(v>=0)")})`,
  },
  unless(
    [anyError("pl", "ac", "gr", "ab"), misfit("pl", "ac", "gr", "ab"), "SUM(--(ab>gr))>0"],
    'IF(pl+0*(gr+ab)=0,#DIV/0!,IF(ac/pl>=gr*(1-1E-12),"Green",IF(ac/pl>=ab*(1-1E-12),"Amber","Red")))',
  ),
);

const delivered = functionLambda(
  "DELIVERYRATE",
  ["planned", "actual"],
  { pl: numbers("planned"), ac: numbers("actual") },
  unless(
    [anyError("pl", "ac"), "(ROWS(pl)<>ROWS(ac))+(COLUMNS(pl)<>COLUMNS(ac))"],
    "IF(SUM(pl)=0,#DIV/0!,SUM(ac)/SUM(pl))",
  ),
);

const biased = functionLambda(
  "OPTIMISMBIAS",
  ["amount", "bias", "[mitigation]"],
  {
    am: numbers("amount"),
    bi: numbers("bias", "(v>=0)"),
    mi: `IF(ISOMITTED(mitigation),0,${numbers("mitigation", "(v>=0)*(v<=1)")})`,
  },
  unless([anyError("am", "bi", "mi"), misfit("am", "bi", "mi")], "am*(1+bi*(1-mi))"),
);

export const deliveryLambdas: readonly FunctionLambda[] = [phased, adopted, adjusted, rated, delivered, biased];
