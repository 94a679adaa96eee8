import { classList } from "./classList";
import { ownMember, type ClassEntry } from "./table";

/** What the real Office.js knows of a class: the names of its members. */
interface OfficeClass {
  scalars: Set<string>;
  objects: Set<string>;
  methods: Set<string>;
}

/** One class of Office.js: which of its members the stand-in has, and which it refuses by name. */
interface ClassCoverage {
  name: string;
  done: string[];
  refused: string[];
}

/** Members that every object has and that need no stand-in. */
const everywhere = new Set([
  "load",
  "set",
  "update",
  "toJSON",
  "retrieve",
  "ensureUnchanged",
  "setMockData",
  "constructor",
  "track",
  "untrack",
]);

/** Reads all classes and members out of the loaded library (`globalThis.Excel`). */
export function readOfficeSchema(): Map<string, OfficeClass> {
  const classes = new Map<string, OfficeClass>();
  for (const [name, value] of Object.entries(Excel as unknown as Record<string, { prototype?: object } | undefined>)) {
    const prototype =
      typeof value === "function" ? (value as { prototype?: Record<string, unknown> }).prototype : undefined;
    if (!prototype || !(prototype instanceof (OfficeExtension.ClientObject as never))) continue;
    const names = (key: string): string[] => {
      try {
        return (prototype[key] as string[] | undefined) ?? [];
      } catch {
        return [];
      }
    };
    const methods = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(
      ([, each]) => typeof each.value === "function",
    );
    classes.set(name, {
      scalars: new Set(names("_scalarPropertyNames")),
      objects: new Set(names("_navigationPropertyNames")),
      methods: new Set(methods.map(([method]) => method)),
    });
  }
  return classes;
}

/** Whether the stand-in has a member, by the names of Office.js ("Range", "getUsedRangeOrNullObject"). */
export function hasMember(className: string, member: string): boolean {
  const type = classList.find(({ name }) => name === className);
  if (!type) return false;
  if (everywhere.has(member) || member === "items" || member === "context" || member === "isNullObject") return true;
  return ownMember(type.properties, member) !== undefined || hasMethod(type, member) || isEvent(type, member);
}

/** Every class of the library that the stand-in has at least in part; the others are refused as a whole. */
export function coverage(schema: Map<string, OfficeClass>): ClassCoverage[] {
  return [...schema].flatMap(([name, real]) => {
    if (!classList.some((type) => type.name === name)) return [];
    const methods = [...real.methods]
      .filter((method) => !everywhere.has(method) && !method.startsWith("_"))
      .map((method) => `${method}()`);
    const members = [...real.scalars, ...real.objects, ...methods].filter((member) => !member.startsWith("_"));
    const [done, refused] = [
      members.filter((member) => hasMember(name, member.replace("()", ""))),
      members.filter((member) => !hasMember(name, member.replace("()", ""))),
    ];
    return [{ name, done: done.sort(), refused: refused.sort() }];
  });
}

/** The page docs/host-coverage.md. */
export function coveragePage(schema: Map<string, OfficeClass>): string {
  const classes = coverage(schema).sort((one, other) => (one.name < other.name ? -1 : 1));
  const others = [...schema.keys()].filter((name) => !classes.some((each) => each.name === name)).sort();
  const count = (pick: "done" | "refused") => classes.reduce((sum, each) => sum + each[pick].length, 0);
  return [
    "# What the Excel stand-in has of Office.js",
    "",
    "Written by `npx tsx scripts/docs/standInCoverage.ts`; a test holds it to the code. A member that is not done fails with `ApiNotFound` and its name.",
    "",
    `${classes.length} of ${schema.size} classes, ${count("done")} members done, ${count("refused")} of these classes' members refused.`,
    "",
    "| class | done | refused |",
    "| --- | --- | --- |",
    ...classes.map(({ name, done, refused }) => `| ${name} | ${listed(done)} | ${listed(refused)} |`),
    "",
    `Refused as a whole: ${others.join(", ")}.`,
    "",
  ].join("\n");
}

function listed(names: string[]): string {
  return names.length === 0 ? "–" : names.join(", ");
}

function hasMethod(type: ClassEntry, member: string): boolean {
  if (ownMember(type.methods, member)) return true;
  if (!member.endsWith("OrNullObject")) return false;
  return ownMember(type.methods, member.slice(0, -"OrNullObject".length))?.orNull === true;
}

/** `onChanged` is registered on the wire as DataChanged, the others under their own names. */
function isEvent(type: ClassEntry, member: string): boolean {
  const name = member === "onChanged" ? "DataChanged" : member.replace(/^on/, "");
  return member.startsWith("on") && type.events?.includes(name) === true;
}
