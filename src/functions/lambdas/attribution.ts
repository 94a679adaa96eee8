import { methods, orderEnds } from "../../engine/attribution/methods";
import {
  anyError,
  asColumn,
  asOneError,
  choiceOf,
  type FunctionLambda,
  functionLambda,
  numbers,
  oneNumber,
  unless,
} from "./lambdaText";
import { quadratureBindings, quadratureLimit } from "./quadrature";

const arguments_ = {
  bs: numbers("bases"),
  ef: numbers("effects", "(v<=1)"),
  years: "MAX(COLUMNS(bs),COLUMNS(ef))",
};

const refusals = [anyError("bs", "ef"), "ROWS(bs)>1", "LET(q,HSTACK(COLUMNS(bs),COLUMNS(ef)),SUM((q>1)*(q<MAX(q))))>0"];

/** The base and the column of effects of a year, and what the levers before each one leave of the base. */
const yearly = {
  base_of: "LAMBDA(j,INDEX(bs,1,MIN(j,COLUMNS(bs))))",
  column_of: "LAMBDA(j,INDEX(ef,0,MIN(j,COLUMNS(ef))))",
  left_before: "LAMBDA(es,MAP(SEQUENCE(ROWS(es)),LAMBDA(i,PRODUCT(IF(SEQUENCE(ROWS(es))<i,1-es,1)))))",
};

const attributed = functionLambda(
  "ATTRIBUTE",
  ["bases", "effects", "[method]"],
  {
    ...arguments_,
    way: choiceOf("method", [...methods, ...orderEnds]),
    ...yearly,
    ...quadratureBindings(),
    enough: "LAMBDA(es,(SUM(--(es<>0))<=64)+(SUM(IF(ABS(es)<1,ABS(es),1))<=64)>0)",
    shared: `LAMBDA(amount,es,LET(fs,1-es*us,ps,BYCOL(fs,LAMBDA(w,PRODUCT(w)))*ws,
      IF(enough(es),amount*es*MMULT(1/fs,TRANSPOSE(ps)),es*#N/A)))`,
    others: `LAMBDA(es,LET(whole,SUM(--(es=1)),ps,PRODUCT(IF(es=1,1,1-es)),
      IF(whole>(es=1)*1,0,IF(es=1,ps,ps/(1-es)))))`,
    logs: `LAMBDA(amount,es,LET(whole,SUM(--(es=1)),IF(whole>0,IF(es=1,amount/whole,0),
      LET(ls,LN(1-es),total,SUM(ls),-ls*amount*IF(ABS(total)<0.00001,1+total/2+total^2/6,(EXP(total)-1)/total)))))`,
    spread: `LAMBDA(amount,es,LET(total,SUM(es),IF((SUM(ABS(es))=0)+(amount=0),0*es,
      IF(ABS(total)<=SUM(ABS(es))*8.88E-16,es*#DIV/0!,es*amount*(1-PRODUCT(1-es))/total))))`,
    lowest: "LAMBDA(amount,es,amount*es*others(IF(es>0,es,0)))",
    highest: "LAMBDA(amount,es,amount*es*others(IF(es<0,es,0)))",
    by_year: `LAMBDA(j,LET(amount,base_of(j),es,column_of(j),CHOOSE(way,shared(amount,es),logs(amount,es),amount*es*left_before(es),
      spread(amount,es),amount*es,amount*es*others(es),
      LET(lo,lowest(amount,es),hi,highest(amount,es),IF(lo<hi,lo,hi)),
      LET(lo,lowest(amount,es),hi,highest(amount,es),IF(lo<hi,hi,lo)))))`,
  },
  unless(
    [anyError("way"), ...refusals],
    asOneError("IF(years=1,by_year(1),REDUCE(by_year(1),SEQUENCE(years-1,,2),LAMBDA(a,j,HSTACK(a,by_year(j)))))"),
  ),
  quadratureLimit,
);

const combined = functionLambda(
  "COMBINED",
  ["bases", "effects"],
  { ...arguments_, ...yearly },
  unless(refusals, "MAP(SEQUENCE(,years),LAMBDA(j,base_of(j)*(1-PRODUCT(1-column_of(j)))))"),
);

/** Each effect times what is saved before it: of small effects this keeps the digits that a difference would lose. */
const overlapped = functionLambda(
  "OVERLAP",
  ["bases", "effects"],
  { ...arguments_, ...yearly },
  unless(refusals, "MAP(SEQUENCE(,years),LAMBDA(j,LET(es,column_of(j),base_of(j)*SUM(es*(1-left_before(es))))))"),
);

const decomposed = functionLambda(
  "DECOMPOSE",
  ["before", "after", "[method]"],
  {
    was: numbers("before"),
    is: numbers("after"),
    way: choiceOf("method", ["shapley", "lmdi", "sequential"]),
    many: "ROWS(was)",
    ks: "SEQUENCE(many)",
    ...quadratureBindings(),
    /** From and to of one category, a row each factor. */
    shared: `LAMBDA(fs,ts,LET(gs,fs*(1-us)+ts*us,IF(many>64,fs*#N/A,
      (ts-fs)*MAP(ks,LAMBDA(i,SUM(ws*BYCOL(IF(ks=i,1,gs),LAMBDA(w,PRODUCT(w)))))))))`,
    logs: `LAMBDA(fs,ts,LET(came,(fs=0)*(ts>0),gone,(fs>0)*(ts=0),none,SUM(--(fs=0)),ends,SUM(--(ts=0)),
      IF((none>0)*(ends>0),0*fs,IF(none>0,came*PRODUCT(ts)/SUM(came),IF(ends>0,-gone*PRODUCT(fs)/SUM(gone),
      LET(ls,LN(ts/fs),total,ABS(SUM(ls)),
        ls*MAX(PRODUCT(fs),PRODUCT(ts))*IF(total<0.00001,1-total/2+total^2/6,(1-EXP(-total))/total)))))))`,
    swapped: `LAMBDA(fs,ts,MAP(ks,LAMBDA(i,(INDEX(ts,i,1)-INDEX(fs,i,1))*PRODUCT(IF(ks<i,ts,IF(ks>i,fs,1))))))`,
  },
  unless(
    [
      anyError("was", "is", "way"),
      "(ROWS(was)<>ROWS(is))+(COLUMNS(was)<>COLUMNS(is))",
      "(way=2)*SUM((was<0)+(is<0))>0",
    ],
    `REDUCE(0*ks,SEQUENCE(COLUMNS(was)),LAMBDA(a,j,LET(fs,INDEX(was,0,j),ts,INDEX(is,0,j),
      a+CHOOSE(way,shared(fs,ts),logs(fs,ts),swapped(fs,ts)))))`,
  ),
  "With shapley at most 64 factors; more are #N/A.",
);

const shapley = functionLambda(
  "SHAPLEY",
  ["coalitions", "values"],
  {
    on: numbers("coalitions", "((v=0)+(v=1))"),
    vs: `LET(w,${asColumn("values")},${numbers("w")})`,
    many: "COLUMNS(on)",
    ids: "IF(many>16,0,MMULT(IF(ISERROR(on),0,on),2^SEQUENCE(many,,0)))",
    sizes: "MMULT(IF(ISERROR(on),0,on),SEQUENCE(many,,1,0))",
  },
  unless(
    [anyError("on", "vs"), "many>16", "ROWS(vs)<>ROWS(on)", "(ROWS(UNIQUE(ids))<ROWS(ids))+(SUM(--(ids>0))<2^many-1)"],
    "BYCOL(on,LAMBDA(w,SUM(vs*IF(w=1,1/(many*COMBIN(many-1,IF(sizes>0,sizes-1,0))),-1/(many*COMBIN(many-1,IF(sizes<many,sizes,0)))))))",
  ),
);

/** A label: the text without outer spaces; a blank and 0 are none. */
const labels = (argument: string): string => `LET(v,${argument},IF(ISERROR(v),#VALUE!,IF(v=0,"",TRIM(v))))`;

const oneLabel = (argument: string, otherwise: string): string =>
  `IF(ISOMITTED(${argument}),"${otherwise}",LET(k,IF(ROWS(${argument})*COLUMNS(${argument})=1,INDEX(${argument},1,1),#VALUE!),
    tx,${labels("k")},IF(tx="","${otherwise}",tx)))`;

const bridge = functionLambda(
  "BRIDGE",
  ["labels", "savings", "start", "[start_label]", "[end_label]"],
  {
    named: `LET(w,${asColumn("labels")},${labels("w")})`,
    saved: `LET(w,${asColumn("savings")},IF(named="",0,${numbers("w")}))`,
    opening: oneNumber("start"),
    first: oneLabel("start_label", "Start"),
    last: oneLabel("end_label", "End"),
    heads: '{"Step","Amount","Base","Fall","Rise","Fall below zero","Rise below zero","Total"}',
    bar: "LAMBDA(tx,x,HSTACK(tx,x,0,0,0,0,0,x))",
  },
  unless(
    [
      "(MIN(ROWS(labels),COLUMNS(labels))>1)+(MIN(ROWS(savings),COLUMNS(savings))>1)",
      "ROWS(labels)*COLUMNS(labels)<>ROWS(savings)*COLUMNS(savings)",
      anyError("named", "saved", "opening", "first", "last"),
    ],
    `IF(SUM(--(named<>""))=0,VSTACK(heads,bar(first,opening),bar(last,opening)),
      LET(ns,FILTER(named,named<>""),am,FILTER(saved,named<>""),ks,SEQUENCE(ROWS(am)),
        ls,SCAN(opening,ks,LAMBDA(a,i,LET(b,a-INDEX(am,i,1),
          IF(ABS(b)<=(i+1)*2.220446049250313E-16*(ABS(opening)+SUM(IF(ks<=i,ABS(am),0))),0,b)))),
        bf,TAKE(VSTACK(opening,ls),ROWS(am)),lo,IF(bf<ls,bf,ls),hi,IF(bf<ls,ls,bf),
        up,IF(hi>0,hi,0)-IF(lo>0,lo,0),dn,IF(lo<0,lo,0)-IF(hi<0,hi,0),
        VSTACK(heads,bar(first,opening),
          HSTACK(ns,-am,IF(lo>0,lo,IF(hi<0,hi,0)),IF(am>0,up,0),IF(am>0,0,up),IF(am>0,dn,0),IF(am>0,0,dn),0*am),
          bar(last,INDEX(ls,ROWS(ls),1)))))`,
  ),
);

export const attributionLambdas: readonly FunctionLambda[] = [
  attributed,
  combined,
  overlapped,
  decomposed,
  shapley,
  bridge,
];
