import { notAvailable, type ErrorContent } from "./ownFunction";

/** Functions of Excel that are not calculated here, by the reason why. */
const reasons: Record<string, string> = {
  "its answer comes from a server or another program":
    "CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE EUROCONVERT FILTERXML IMAGE " +
    "RTD STOCKHISTORY TRANSLATE DETECTLANGUAGE COPILOT PY WEBSERVICE CALL REGISTER.ID",
  "its patterns are read by rules of their own": "REGEXEXTRACT REGEXREPLACE REGEXTEST",
  "nothing here calculates it":
    "FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT GETPIVOTDATA GROUPBY INFO " +
    "PERCENTOF PHONETIC PIVOTBY TRIMRANGE",
  "what calculates it here comes to other values than Excel": "F.TEST FTEST ODDFPRICE ODDFYIELD ODDLPRICE ODDLYIELD",
};

/** Why each of these functions is not calculated here. */
export const notCalculated: ReadonlyMap<string, string> = new Map(
  Object.entries(reasons).flatMap(([why, names]) => names.split(" ").map((name): [string, string] => [name, why])),
);

/** Why the formula that is being calculated cannot be: what a function of it was asked for, and does not know here. */
let refusal: string | null = null;

/** Tells that a formula is not calculated here, whatever becomes of the answer. `what` is what it asks for. */
export function refuse(what: string): ErrorContent {
  refusal ??= what;
  return notAvailable;
}

/** What was refused since the last time, and forgets it. */
export function takeRefusal(): string | null {
  const taken = refusal;
  refusal = null;
  return taken;
}
