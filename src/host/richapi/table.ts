import type { WorkbookContent } from "../../xlsx/content";
import type { ReferenceChange } from "../workbook/references";
import type { Workbook } from "../workbook/workbook";
import { hexColor } from "../workbook/cellStyle";
import { invalidArgument } from "../workbook/excelError";

/** What a member may use beside its object. */
export interface Context {
  workbook: Workbook;
  host: ContextHost;
}

/** The little that members ask of the host around the workbook. */
export interface ContextHost {
  /** The workbook was opened from a file, not made. */
  readonly isFromFile: boolean;
  readonly customFunctions: { forgetAnswers(): void };
  /** The workbook as it would be saved now. */
  content(): WorkbookContent;
  /** @throws ApiNotFound where the host cannot show a second workbook */
  openWorkbook(base64: string): void;
}

/** An object as the wire knows it: which class of Office.js it plays, and what it stands for. */
export interface WireObject {
  type: ClassEntry;
  target: unknown;
}

/** A property: a plain value (`get`, `set`) or an object of another class (`object`). Names are those of Office.js. */
export interface Property<T> {
  get?(target: T, context: Context): unknown;
  set?(target: T, value: unknown, context: Context): void | Promise<void>;
  object?(target: T, context: Context): WireObject | null;
  /** The name under which Office.js sets it, where that is another. */
  setAs?: string;
}

/** A method. Its answer is a plain value, a WireObject, or null. */
export interface Method<T> {
  call(target: T, args: unknown[], context: Context): unknown;
  /** What it answers depends on calculated cells: calculation is finished first. */
  reads?: boolean;
  /** There is also `…OrNullObject`, which answers null where this one is ItemNotFound. */
  orNull?: boolean;
}

/** A class of Office.js as far as the stand-in has it; see docs/host-coverage.md. */
export interface ClassEntry<T = never> {
  name: string;
  properties: Record<string, Property<T>>;
  methods: Record<string, Method<T>>;
  /** The Id that answers an Instantiate, by which Office.js finds the object again in a later request. */
  id?(target: T): string;
  /** Kept by reference (ranges): the answer holds a _ReferenceId. */
  byReference?: boolean;
  /** Cells were put in or taken out: the object goes where its cells are now. False where nothing of it is left. */
  follow?(target: T, change: ReferenceChange): boolean;
  /** A collection's members, in order. */
  items?(target: T, context: Context): WireObject[];
  /** `collection(key)` on the wire; without it the method getItem answers. */
  item?(target: T, key: unknown, context: Context): WireObject;
  /** Names of its events as in _Register…Event. */
  events?: string[];
  /** By what its events are told from those of its kind, where that is not the Id. */
  eventId?(target: T): string;
  of(target: T): WireObject;
}

/** Writes down a class; `of` makes its objects. */
export function defineClass<T>(
  name: string,
  entry: Omit<ClassEntry<T>, "name" | "of" | "methods"> & { methods?: Record<string, Method<T>> },
): ClassEntry<T> {
  const type: ClassEntry<T> = {
    methods: {},
    ...entry,
    name,
    of: (target) => ({ type: type as unknown as ClassEntry, target }),
  };
  return type;
}

export function isWireObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && "type" in value && "target" in value;
}

/** The target of an argument that has to be an object of that class. @throws InvalidArgument */
export function targetOf<T>(value: unknown, type: ClassEntry<T>): T {
  if (!isWireObject(value) || (value.type as unknown) !== type) throw invalidArgument();
  return value.target as T;
}

export function asText(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

/** A width or height in points. */
export function asSize(value: unknown): number {
  const size = asNumber(value);
  if (size < 0) throw invalidArgument();
  return size;
}

/** A colour as "#RRGGBB". @throws InvalidArgument for what is neither a colour's code nor a name that is known here. */
export function asColor(value: unknown): string {
  const color = hexColor(asText(value));
  if (!/^#[0-9A-F]{6}$/.test(color)) throw invalidArgument();
  return color;
}

/** One of the names of an enumeration of Office.js, without regard to case. @throws InvalidArgument */
export function oneOf<const N extends string>(value: unknown, names: readonly N[]): N {
  const found = names.find((name) => name.toLowerCase() === String(value).toLowerCase());
  if (found === undefined) throw invalidArgument();
  return found;
}
