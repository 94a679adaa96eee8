import { invalidArgument } from "../workbook/excelError";
import { isWireObject, type ClassEntry, type ClassMembers, type WireObject } from "./table";
import type { ClassName, Targets } from "./targets";

const classes = new Map<string, ClassEntry>();

/** Writes a class into the table. Others know it by its name alone, so that no class needs to import another. */
export function defineClass<N extends ClassName>(name: N, members: ClassMembers<Targets[N]>): ClassEntry {
  if (classes.has(name)) throw new Error(`The class ${name} is defined twice.`);
  const entry = { methods: {}, ...members, name } as ClassEntry;
  classes.set(name, entry);
  return entry;
}

/** An object of a class. */
export function objectOf<N extends ClassName>(name: N, target: Targets[N]): WireObject {
  return { type: classNamed(name), target };
}

export function isObjectOf(value: unknown, name: ClassName): value is WireObject {
  return isWireObject(value) && value.type === classNamed(name);
}

/** The target of an argument that has to be an object of that class. @throws InvalidArgument */
export function targetOf<N extends ClassName>(value: unknown, name: N): Targets[N] {
  if (!isObjectOf(value, name)) throw invalidArgument();
  return value.target as Targets[N];
}

/** All classes whose files have been imported; `classList.ts` imports every one. */
export function definedClasses(): ClassEntry[] {
  return [...classes.values()];
}

function classNamed(name: ClassName): ClassEntry {
  const found = classes.get(name);
  if (!found) throw new Error(`The class ${name} is not defined: classList.ts has to import its file.`);
  return found;
}
