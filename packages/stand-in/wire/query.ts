import { apiNotFound, invalidArgument } from "../workbook/excelError";
import { isWireObject, ownMember, type Context, type WireObject } from "./table";
import type { WireQuery } from "./protocol";

type Answer = Record<string, unknown>;

/** In what form a query is answered: the wire's own (`Name`, `_Items`), or JSON as an add-in reads it (`name`, `items`). */
interface Form {
  context: Context;
  identity(object: WireObject): Answer | null;
  isJson: boolean;
}

/** Answers a query: the properties asked for, nested as asked; without any, all plain values that the class has. */
export function answerQuery(object: WireObject | null, query: WireQuery, form: Form): Answer | null {
  if (object === null) return null;
  const asked: unknown[] = [...(query.Select ?? []), ...(query.Expand ?? [])];
  if (!asked.every((path) => typeof path === "string")) throw invalidArgument();
  const paths = asked.map((path) => path.split(/[/.]/).filter((part) => part !== ""));
  return answer(object, paths, query, form);
}

function answer(object: WireObject, paths: string[][], query: WireQuery, form: Form): Answer {
  const result: Answer = form.isJson ? {} : { ...form.identity(object) };
  const isCollection = object.type.items !== undefined;
  const own = isCollection
    ? paths.filter(([name]) => name !== undefined && ownMember(object.type.properties, name) !== undefined)
    : paths;
  for (const path of own) put(result, object, path, form);
  if (!isCollection) {
    if (paths.length === 0) putAll(result, object, form);
    return result;
  }
  const forItems = paths
    .filter((path) => !own.includes(path))
    .map((path) => (path[0]?.toLowerCase() === "items" ? path.slice(1) : path));
  const items = object.type.items?.(object.target as never, form.context) ?? [];
  const first = query.Skip ?? 0;
  if (!isCount(first) || (query.Top !== undefined && !isCount(query.Top))) throw invalidArgument();
  const chosen = items.slice(first, query.Top === undefined ? undefined : first + query.Top);
  const itemPaths = (forItems.length === 0 ? [["*"]] : forItems).map((path) => (path.length === 0 ? ["*"] : path));
  result[itemsKey(form)] = chosen.map((item, index) => ({
    ...answer(item, itemPaths, {}, form),
    ...(form.isJson ? {} : { _Index: first + index }),
  }));
  return result;
}

function put(result: Answer, object: WireObject, path: string[], form: Form): void {
  const [name, ...rest] = path;
  if (name === undefined || name === "*" || name === "$all") return putAll(result, object, form);
  if (name === "$none") return;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  const property = ownMember(object.type.properties, member);
  if (!property) throw apiNotFound(`${object.type.name}.${member}`);
  const key = keyOf(member, form);
  if (property.object) {
    const child = property.object(object.target as never, form.context);
    const value = child === null ? null : answer(child, rest.length === 0 ? [] : [rest], {}, form);
    result[key] = merge(result[key], value, form);
  } else if (property.get) {
    if (rest.length > 0) throw apiNotFound(`${object.type.name}.${[member, ...rest].join("/")}`);
    result[key] = property.get(object.target as never, form.context) ?? null;
  } else {
    throw apiNotFound(`${object.type.name}.${member}`);
  }
}

function putAll(result: Answer, object: WireObject, form: Form): void {
  for (const [name, property] of Object.entries(object.type.properties)) {
    if (property.get) result[keyOf(name, form)] = property.get(object.target as never, form.context) ?? null;
  }
}

function keyOf(member: string, form: Form): string {
  return form.isJson ? member : member.charAt(0).toUpperCase() + member.slice(1);
}

function itemsKey(form: Form): string {
  return form.isJson ? "items" : "_Items";
}

/** Two answers for the same object, asked for by two paths such as "format/fill" and "format/font". */
function merge(one: unknown, other: unknown, form: Form): unknown {
  if (!isPlain(one) || !isPlain(other)) return other;
  const all: Answer = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = all[key];
    all[key] =
      Array.isArray(before) && Array.isArray(value) && key === itemsKey(form)
        ? value.map((item, i) => merge(before[i], item, form))
        : merge(before, value, form);
  }
  return all;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isPlain(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isWireObject(value);
}
