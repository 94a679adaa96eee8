import type { ChartAxisContent } from "../content";
import { child, flag, type XmlElement } from "../xml/parseXml";
import type { XmlDraft } from "../xml/xmlDraft";
import { escapeAttribute } from "../xml/xmlText";
import { readFormat, readLine, updateFormat, updateLine, type Scheme } from "./chartFormat";
import { titleFormat, titleText, updateTitle } from "./chartTitle";
import { wordTable } from "../xml/wordTable";

/** An axis of which nothing is said. */
export const plainAxis: ChartAxisContent = { title: null, numberFormat: null };

/** `crossing` is the axis that crosses this one: the file says with it where. */
export function readAxis(
  axis: XmlElement | undefined,
  crossing: XmlElement | undefined,
  scheme: Scheme,
): ChartAxisContent {
  const title = child(axis, "title");
  const number = (...path: string[]) => {
    const value = child(axis, ...path)?.attributes["val"];
    return value === undefined || Number.isNaN(Number(value)) ? undefined : Number(value);
  };
  const said = (...path: string[]) => child(axis, ...path)?.attributes["val"];
  const format = child(axis, "numFmt")?.attributes;
  const turned = Number(child(axis, "txPr", "bodyPr")?.attributes["rot"] ?? 0);
  const optional: { [K in keyof ChartAxisContent]?: ChartAxisContent[K] | undefined } = {
    titleFormat: titleFormat(title, scheme),
    hidden: child(axis, "delete") && flag(said("delete"), true) ? true : undefined,
    minimum: number("scaling", "min"),
    maximum: number("scaling", "max"),
    logBase: number("scaling", "logBase"),
    reversed: said("scaling", "orientation") === "maxMin" ? true : undefined,
    majorUnit: number("majorUnit"),
    minorUnit: number("minorUnit"),
    majorGridlines: readGridlines(child(axis, "majorGridlines"), scheme),
    minorGridlines: readGridlines(child(axis, "minorGridlines"), scheme),
    labelPosition: LABELS[said("tickLblPos") ?? ""],
    labelSpacing: number("tickLblSkip"),
    tickMarkSpacing: number("tickMarkSkip"),
    // The schema's default, "cross", is what LibreOffice and Excel take where the element is not there.
    majorTickMark: axis ? TICKS[said("majorTickMark") ?? "cross"] : undefined,
    minorTickMark: axis ? TICKS[said("minorTickMark") ?? "cross"] : undefined,
    crossedAt: readCrossing(crossing),
    crossedMidCategory:
      isOfCategories(axis) && child(crossing, "crossBetween")?.attributes["val"] === "midCat" ? true : undefined,
    labelAngle: turned === 0 || Math.abs(turned) > 5_400_000 ? undefined : -turned / 60_000,
    format: readFormat(child(axis, "spPr"), child(axis, "txPr"), scheme),
  };
  const known = Object.entries(optional).filter(([, value]) => value !== undefined);
  return {
    title: titleText(title),
    numberFormat: format && !flag(format["sourceLinked"]) ? (format["formatCode"] ?? null) : null,
    ...(Object.fromEntries(known) as Partial<ChartAxisContent>),
  };
}

/** Brings an axis, and what its `crossing` axis says of it, from `before` to `after`. */
export function updateAxis(
  draft: XmlDraft,
  axis: XmlElement,
  crossing: XmlElement | undefined,
  before: ChartAxisContent,
  after: ChartAxisContent,
): void {
  const changed = <K extends keyof ChartAxisContent>(key: K, put: (value: ChartAxisContent[K] | undefined) => void) => {
    if (JSON.stringify(before[key]) !== JSON.stringify(after[key])) put(after[key]);
  };
  const value = (name: string) => (to: number | string | undefined) => draft.value(axis, name, to ?? null);
  const scaling = () => draft.ensure(axis, "c:scaling");
  updateTitle(draft, axis, before, after);
  changed("numberFormat", (format) =>
    draft.put(
      axis,
      format === null || format === undefined
        ? `<c:numFmt formatCode="General" sourceLinked="1"/>`
        : `<c:numFmt formatCode="${escapeAttribute(format)}" sourceLinked="0"/>`,
    ),
  );
  changed("hidden", (hidden) => draft.value(axis, "c:delete", hidden ? 1 : 0));
  changed("minimum", (to) => draft.value(scaling(), "c:min", to ?? null));
  changed("maximum", (to) => draft.value(scaling(), "c:max", to ?? null));
  changed("logBase", (to) => draft.value(scaling(), "c:logBase", to ?? null));
  changed("reversed", (to) => draft.value(scaling(), "c:orientation", to ? "maxMin" : "minMax"));
  if (axis.local !== "catAx") {
    changed("majorUnit", value("c:majorUnit"));
    changed("minorUnit", value("c:minorUnit"));
  }
  for (const key of ["majorGridlines", "minorGridlines"] as const) {
    changed(key, (line) => {
      if (!line) return draft.drop(axis, key);
      updateLine(draft, draft.ensure(axis, `c:${key}`), before[key], line);
    });
  }
  changed("labelPosition", (to) => draft.value(axis, "c:tickLblPos", LABELS_IN_FILE[to ?? "NextToAxis"]!));
  if (axis.local === "catAx") {
    changed("labelSpacing", value("c:tickLblSkip"));
    changed("tickMarkSpacing", value("c:tickMarkSkip"));
  }
  for (const key of ["majorTickMark", "minorTickMark"] as const) {
    changed(key, (to) => draft.value(axis, `c:${key}`, TICKS_IN_FILE[to ?? "None"]!));
  }
  changed("labelAngle", (angle) => turnLabels(draft, axis, angle));
  updateFormat(draft, axis, before.format, after.format);
  if (!crossing) return;
  changed("crossedAt", (at) => {
    draft.drop(crossing, typeof at === "number" ? "crosses" : "crossesAt");
    if (typeof at === "number") draft.value(crossing, "c:crossesAt", at);
    else draft.value(crossing, "c:crosses", at === "Maximum" ? "max" : at === "Minimum" ? "min" : "autoZero");
  });
  if (isOfCategories(axis)) {
    changed("crossedMidCategory", (mid) => draft.value(crossing, "c:crossBetween", mid ? "midCat" : "between"));
  }
}

function isOfCategories(axis: XmlElement | undefined): boolean {
  return axis?.local === "catAx" || axis?.local === "dateAx";
}

function turnLabels(draft: XmlDraft, axis: XmlElement, angle: number | undefined): void {
  const text = child(axis, "txPr") ?? draft.put(axis, TURNED_TEXT);
  draft.setAttribute(
    draft.ensure(text, "a:bodyPr"),
    "rot",
    angle === undefined ? null : String(Math.round(-angle * 60_000)),
  );
}

const TURNED_TEXT = `<c:txPr><a:bodyPr vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>`;

function readGridlines(lines: XmlElement | undefined, scheme: Scheme): ChartAxisContent["majorGridlines"] {
  return lines && (readLine(child(lines, "spPr", "ln"), scheme) ?? {});
}

function readCrossing(crossing: XmlElement | undefined): ChartAxisContent["crossedAt"] {
  const at = child(crossing, "crossesAt")?.attributes["val"];
  if (at !== undefined) return Number(at);
  const end = child(crossing, "crosses")?.attributes["val"];
  return end === "max" ? "Maximum" : end === "min" ? "Minimum" : undefined;
}

const LABELS = wordTable<ChartAxisContent["labelPosition"]>({ high: "High", low: "Low", none: "None" });
const LABELS_IN_FILE = wordTable<string>({ NextToAxis: "nextTo", High: "high", Low: "low", None: "none" });
const TICKS = wordTable<ChartAxisContent["majorTickMark"]>({ cross: "Cross", in: "Inside", out: "Outside" });
const TICKS_IN_FILE = wordTable<string>({ None: "none", Cross: "cross", Inside: "in", Outside: "out" });
