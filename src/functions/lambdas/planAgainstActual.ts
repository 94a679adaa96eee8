import { varianceMethods } from "../../engine/variance/planVariance";
import { anyError, choiceOf, type FunctionLambda, functionLambda, misfit, numbers, unless } from "./lambdaText";

const variance = functionLambda(
  "PLANVARIANCE",
  ["plan_volume", "plan_unit_cost", "actual_volume", "actual_unit_cost", "[method]"],
  {
    pq: numbers("plan_volume"),
    pc: numbers("plan_unit_cost"),
    av: numbers("actual_volume"),
    ac: numbers("actual_unit_cost"),
    way: choiceOf("method", varianceMethods),
  },
  unless(
    [
      anyError("pq", "pc", "av", "ac", "way"),
      "COLUMNS(pq)+COLUMNS(pc)+COLUMNS(av)+COLUMNS(ac)>4",
      misfit("pq", "pc", "av", "ac"),
    ],
    `LET(zs,0*(pq+pc+av+ac),dv,av-pq,dc,ac-pc,all,av*ac-pq*pc+zs,CHOOSE(way,HSTACK(dv*pc+zs,dc*av+zs,all),
      HSTACK(dv*(pc+dc/2)+zs,dc*(pq+dv/2)+zs,all),HSTACK(dv*pc+zs,dc*pq+zs,dv*dc+zs,all)))`,
  ),
);

const mix = functionLambda(
  "MIXVARIANCE",
  ["plan_units", "actual_units", "plan_value"],
  { pu: numbers("plan_units"), au: numbers("actual_units"), pw: numbers("plan_value") },
  unless(
    [anyError("pu", "au", "pw"), "COLUMNS(pu)+COLUMNS(au)+COLUMNS(pw)>3", misfit("pu", "au", "pw")],
    `LET(zs,0*(pu+au+pw),ps,pu+zs,as,au+zs,IF(SUM(ps)=0,#DIV/0!,
      LET(more,as-ps,alike,ps*(SUM(as)-SUM(ps))/SUM(ps),HSTACK(more*pw,alike*pw,(more-alike)*pw))))`,
  ),
);

const implied = functionLambda(
  "IMPLIEDUNITCOST",
  ["cost", "planned_change", "actual_change"],
  { co: numbers("cost"), pl: numbers("planned_change"), ac: numbers("actual_change") },
  unless([anyError("co", "pl", "ac"), misfit("co", "pl", "ac")], "co/(ac-pl)"),
);

/** Observations, a column; anything but a number is #VALUE!, a blank too. */
const observations = (argument: string): string =>
  `IF(MIN(ROWS(${argument}),COLUMNS(${argument}))>1,#VALUE!,LET(w,IF(COLUMNS(${argument})=1,${argument},TRANSPOSE(IF(ISBLANK(${argument}),"",${argument}))),
    IF(ISNUMBER(w),w,#VALUE!)))`;

const comparison = functionLambda(
  "DIFFINDIFF",
  ["treated_before", "treated_after", "control_before", "control_after", "[paired]"],
  {
    tb: observations("treated_before"),
    ta: observations("treated_after"),
    cb: observations("control_before"),
    ca: observations("control_after"),
    alike: `IF(ISOMITTED(paired),FALSE,LET(k,IF(ROWS(paired)*COLUMNS(paired)=1,INDEX(paired,1,1),#VALUE!),
      IF(ISERROR(k),#VALUE!,IF(ISLOGICAL(k),k,IF(k=0,FALSE,IF(k="",FALSE,IF(k=1,TRUE,#VALUE!)))))))`,
    /** Changes that differ by rounding only are the same change. */
    moved: `LAMBDA(f,u,LET(ds,u-f,IF(MAX(ABS(ds-INDEX(ds,1,1)))<=8.88178419700125E-16*MAX(ABS(f),ABS(u)),INDEX(ds,1,1)+0*ds,ds)))`,
    noise: "LAMBDA(x,IF(MAX(x)-MIN(x)=0,0,DEVSQ(x)/(ROWS(x)-1)/ROWS(x)))",
    parts: "LAMBDA(x,HSTACK(AVERAGE(x),noise(x),ROWS(x)-1))",
  },
  unless(
    [
      anyError("tb", "ta", "cb", "ca", "alike"),
      "MIN(ROWS(tb),ROWS(ta),ROWS(cb),ROWS(ca))<2",
      "alike*((ROWS(tb)<>ROWS(ta))+(ROWS(cb)<>ROWS(ca)))>0",
    ],
    `LET(ps,IF(alike,VSTACK(parts(moved(tb,ta)),parts(moved(cb,ca))),VSTACK(parts(ta),parts(tb),parts(ca),parts(cb))),
      sg,IF(alike,{1;-1},{1;-1;-1;1}),vs,INDEX(ps,0,2),total,SUM(vs),change,SUM(sg*INDEX(ps,0,1)),error,SQRT(total),
      free,IF(total=0,1,total^2/SUM(vs^2/INDEX(ps,0,3))),
      reach,IF(error=0,0,LET(y,BETA.INV(0.95,0.5,free/2),error*SQRT(free*y/(1-y)))),
      HSTACK({"Effect";"Standard error";"Lower 95%";"Upper 95%";"p-value"},VSTACK(change,error,change-reach,change+reach,
        IF(error=0,#N/A,BETA.DIST(free/(free+(change/error)^2),free/2,0.5,TRUE)))))`,
  ),
);

const trend = functionLambda(
  "TRENDBREAK",
  ["observed", "break_at", "[lags]"],
  {
    ys: observations("observed"),
    many: "ROWS(ys)",
    br: `LET(k,IF(ROWS(break_at)*COLUMNS(break_at)=1,INDEX(break_at,1,1),#VALUE!),${numbers("k", "(v=INT(v))")})`,
    lg: `IF(ISOMITTED(lags),0,LET(k,IF(ROWS(lags)*COLUMNS(lags)=1,INDEX(lags,1,1),#VALUE!),${numbers("k", "(v=INT(v))*(v>=0)")}))`,
  },
  unless(
    [anyError("ys", "br", "lg"), "(many<5)+(br<3)+(br>many-1)+(lg>=many)>0"],
    `LET(size,IF(MAX(ABS(ys))=0,1,MAX(ABS(ys))),zs,ys/size,ts,SEQUENCE(many),old,ts<br,
      nx,br-1,ny,many-nx,ma,br/2,mb,(br+many)/2,
      dx,IF(old,ts-ma,0),dy,IF(old,0,ts-mb),sa,SUMSQ(dx),sb,SUMSQ(dy),
      ya,SUM(IF(old,zs,0))/nx,yb,SUM(IF(old,0,zs))/ny,ka,SUM(dx*zs)/sa,kb,SUM(dy*zs)/sb,
      rs,LET(q,zs-IF(old,ya+ka*dx,yb+kb*dy),IF(MAX(ABS(q))<1.4210854715202E-14,0*q,q)),
      lw,IF(old,-(1/nx+(br-ma)*dx/sa),1/ny+(br-mb)*dy/sb),sw,IF(old,-dx/sa,dy/sb),
      spread,LAMBDA(w,IF(lg=0,SQRT(SUMSQ(rs)/(many-4)*SUMSQ(w)),LET(q,w*rs,
        SQRT(MAX(0,SUM(MAP(SEQUENCE(lg+1,,0),LAMBDA(l,IF(l=0,SUMSQ(q),2*(1-l/(lg+1))*SUM(DROP(q,l)*DROP(q,-l))))))*many/(many-4)))))),
      chance,LAMBDA(x,e,IF(e=0,#N/A,LET(f,many-4,BETA.DIST(f/(f+(x/e)^2),f/2,0.5,TRUE)))),
      lc,(yb+kb*(br-mb)-ya-ka*(br-ma))*size,sc,(kb-ka)*size,le,spread(lw)*size,se,spread(sw)*size,
      HSTACK({"Level change";"Level change SE";"Level change p";"Slope change";"Slope change SE";"Slope change p";
        "Counterfactual at the end";"Actual at the end"},
        VSTACK(lc,le,chance(lc,le),sc,se,chance(sc,se),(ya+ka*(many-ma))*size,INDEX(ys,many,1))))`,
  ),
);

export const planAgainstActualLambdas: readonly FunctionLambda[] = [variance, mix, implied, comparison, trend];
