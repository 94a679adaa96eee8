import type { WorkbookContent } from "@workbooks/xlsx/content";
import type { Difficulties } from "../difficulties";
import type { ReferenceChange } from "../workbook/formulas/references";
import type { Workbook } from "../workbook/workbook";

/** What a member may use beside its object. */
export interface Context {
  workbook: Workbook;
  standIn: ContextStandIn;
}

/** The little that members ask of the stand-in around the workbook. */
interface ContextStandIn {
  readonly play: Difficulties;
  /** The workbook was opened from a file, not made. */
  readonly isFromFile: boolean;
  /** `namespaces`: the words before the names of the add-in's functions. */
  readonly customFunctions: { readonly namespaces: readonly string[]; forgetAnswers(): void };
  /** The workbook as it would be saved now. */
  content(): WorkbookContent;
  /** @throws ApiNotFound where the stand-in cannot show a second workbook */
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

/** What a class of Office.js has, as its file writes it down. */
export interface ClassMembers<T> {
  properties: Record<string, Property<T>>;
  methods?: Record<string, Method<T>>;
  /** The Id that answers an Instantiate, by which Office.js finds the object again in a later request. */
  id?(target: T): string;
  /** Kept by reference (ranges): the answer holds a _ReferenceId. */
  byReference?: boolean;
  /** Cells were put in or taken out: the object goes where its cells are now. False where nothing of it is left. */
  follow?(target: T, change: ReferenceChange): boolean;
  /** A collection's members, in order. */
  items?(target: T, context: Context): WireObject[];
  /** Names of its events as in _Register…Event. */
  events?: string[];
  /** By what its events are told from those of its kind, where that is not the Id. */
  eventId?(target: T): string;
}

/** A class of Office.js as far as the stand-in has it; see docs/host-coverage.md. */
export interface ClassEntry extends ClassMembers<never> {
  name: string;
  methods: Record<string, Method<never>>;
}

/** A member by a name that came over the wire: `constructor`, which every object has, is none. */
export function ownMember<M>(members: Record<string, M>, name: string): M | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

export function isWireObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && "type" in value && "target" in value;
}
