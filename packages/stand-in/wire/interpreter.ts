import {
  apiNotFound,
  ExcelError,
  generalException,
  invalidReference,
  invalidRequest,
  itemNotFound,
} from "../workbook/excelError";
import { isWireObject, ownMember, type Context, type WireObject } from "./table";
import type { ReferenceChange } from "../workbook/formulas/references";
import { answerQuery } from "./query";
import {
  ActionType,
  ObjectPathType,
  type RichApiRequest,
  type RichApiResponse,
  type WireAction,
  type WireArguments,
  type WireObjectPath,
  type WireQuery,
} from "./protocol";

/** What one batch needs of the stand-in around it. */
interface Surroundings extends Context {
  root: WireObject;
  /** Objects beside the workbook, by the names under which Office.js asks for them. */
  services: Record<string, WireObject>;
  settle(): Promise<void>;
  register(event: string, target: WireObject, on: boolean): void;
  /** Something that no member meant to say: a fault of the stand-in itself. */
  internalError(error: unknown): void;
  /** Called before each action, to play a failure. */
  beforeAction(): void;
  /** Called before a method or a setting of an object of that class, to refuse it. */
  beforeMember(className: string, member: string, target: unknown): void;
  /** Called before an object is reached from an object of that class, to refuse it. */
  beforeObject(className: string, member: string, target: unknown): void;
}

/** Runs batches of the rich API over the table of classes; keeps what the add-in holds on to between batches. */
export class Interpreter {
  private readonly references = new Map<string, WireObject>();
  private referenceIds = new WeakMap<object, string>();
  private nextReference = 1;

  constructor(private readonly around: Surroundings) {}

  /** Runs the actions in order. The first that fails ends the batch; what was done before it stays done. */
  async run(request: RichApiRequest): Promise<RichApiResponse> {
    const batch: Batch = { request, objects: new Map(), underWay: new Set() };
    const response: RichApiResponse = { Results: [], TraceIds: [] };
    let index = 0;
    try {
      for (; index < request.Actions.length; index++) {
        this.around.beforeAction();
        await this.act(batch, request.Actions[index] as WireAction, response);
      }
    } catch (error) {
      const known = error instanceof ExcelError ? error : generalException();
      this.around.internalError(known === error ? null : error);
      const action = request.Actions[index] as WireAction;
      response.Error = {
        Code: known.code,
        Message: known.message,
        Location: locationOf(batch, action),
        HttpStatusCode: known.status,
        ActionIndex: index,
      };
    }
    return response;
  }

  /** The add-in's page has gone, and with it what it held on to. */
  forget(): void {
    this.references.clear();
    this.referenceIds = new WeakMap();
  }

  /** What the add-in holds on to goes with its cells, as tracked objects do; what is gone is an invalid reference. */
  followReferences(change: ReferenceChange): void {
    for (const [id, { type, target }] of this.references)
      if (type.follow && !type.follow(target as never, change)) this.references.delete(id);
  }

  private async act(batch: Batch, action: WireAction, response: RichApiResponse): Promise<void> {
    const answer = (value: unknown) => response.Results.push({ ActionId: action.Id, Value: value ?? null });
    switch (action.ActionType) {
      case ActionType.Instantiate:
        answer(this.identity(await this.resolve(batch, action.ObjectPathId), batch));
        break;
      case ActionType.Query:
      case ActionType.QueryAsJson: {
        const object = await this.resolve(batch, action.ObjectPathId);
        await this.around.settle();
        answer(this.queried(object, action.QueryInfo ?? {}, batch, action.ActionType === ActionType.QueryAsJson));
        break;
      }
      case ActionType.RecursiveQuery: {
        const object = await this.resolve(batch, action.ObjectPathId);
        await this.around.settle();
        answer(this.recursiveAnswer(object, action, batch));
        break;
      }
      case ActionType.Method:
        answer(await this.callAsAction(batch, action));
        break;
      case ActionType.SetProperty:
        await this.set(
          await this.resolve(batch, action.ObjectPathId),
          action.Name,
          (await this.arguments(batch, action.ArgumentInfo))[0],
        );
        break;
      case ActionType.Update:
        await this.update(await this.resolve(batch, action.ObjectPathId), action.ObjectState ?? {});
        break;
      case ActionType.Trace:
        answer(null);
        response.TraceIds.push(action.Id);
        break;
      case ActionType.EnsureUnchanged: {
        // Nothing public says with which error Excel answers where something has changed.
        const object = await this.resolve(batch, action.ObjectPathId);
        throw apiNotFound(`${object?.type.name ?? "Object"}.ensureUnchanged`);
      }
      default:
        throw apiNotFound(`ActionType ${String(action.ActionType)}`);
    }
  }

  private async callAsAction(batch: Batch, action: WireAction): Promise<unknown> {
    const object = await this.resolve(batch, action.ObjectPathId);
    const args = await this.arguments(batch, action.ArgumentInfo);
    if (action.Name === "_RemoveReference") return void this.references.delete(String(args[0]));
    if (object === null) return null;
    if (action.Name === "_KeepReference") return void this.referenceOf(object);
    // _RegisterDataChangedEvent, and of the newer ones _RegisterEventNameChanged.
    const event = /^_(Un)?[Rr]egister(?:(\w+)Event|Event(\w+))$/.exec(action.Name);
    const eventName = event?.[2] ?? event?.[3] ?? "";
    if (event && object.type.events?.includes(eventName)) return this.around.register(eventName, object, !event[1]);
    const result = await this.call(object, action.Name, args);
    return isWireObject(result) ? this.identity(result, batch) : result;
  }

  private async resolve(batch: Batch, id: number): Promise<WireObject | null> {
    const known = batch.objects.get(id);
    if (known !== undefined) return known;
    const path = ownMember(batch.request.ObjectPaths, String(id));
    if (!path) throw invalidReference();
    // A path that leads through itself leads nowhere.
    if (batch.underWay.has(id)) throw invalidRequest();
    batch.underWay.add(id);
    try {
      const object = await this.follow(batch, path);
      batch.objects.set(id, object);
      return object;
    } finally {
      batch.underWay.delete(id);
    }
  }

  private async follow(batch: Batch, path: WireObjectPath): Promise<WireObject | null> {
    if (path.ObjectPathType === ObjectPathType.Global) return this.around.root;
    if (path.ObjectPathType === ObjectPathType.Null) return null;
    if (path.ObjectPathType === ObjectPathType.NewObject) {
      const service = ownMember(this.around.services, path.Name);
      if (!service) throw apiNotFound(path.Name);
      return service;
    }
    if (path.ObjectPathType === ObjectPathType.ReferenceId) {
      const held = this.references.get(path.Name);
      if (!held) throw invalidReference();
      return held;
    }
    const parent = await this.resolve(batch, path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === ObjectPathType.Property) return this.member(parent, path.Name);
    const args = await this.arguments(batch, path.ArgumentInfo);
    if (path.ObjectPathType === ObjectPathType.Indexer) return (await this.call(parent, "GetItem", args)) as WireObject;
    if (path.ObjectPathType !== ObjectPathType.Method)
      throw apiNotFound(`ObjectPathType ${String(path.ObjectPathType)}`);
    const result = await this.call(parent, path.Name, args);
    return isWireObject(result) ? result : null;
  }

  private async arguments(batch: Batch, info: WireArguments | undefined): Promise<unknown[]> {
    const values: unknown[] = [];
    const paths = info?.ReferencedObjectPathIds ?? [];
    for (const [index, value] of (info?.Arguments ?? []).entries()) {
      const path = paths[index];
      if (Array.isArray(path)) values.push(await this.objectsAmong(batch, value, path));
      else values.push(typeof path === "number" && path > 0 ? await this.resolve(batch, path) : value);
    }
    return values;
  }

  /** An argument that is a list: its objects where there are paths, its plain values elsewhere. */
  private async objectsAmong(batch: Batch, value: unknown, paths: number[]): Promise<unknown[]> {
    const list = Array.isArray(value) ? (value as unknown[]) : [];
    const all: unknown[] = [];
    for (const [index, path] of paths.entries())
      all.push(path > 0 ? await this.resolve(batch, path) : (list[index] ?? null));
    return all;
  }

  /** `loadRecursive` names a query for each class; here it answers for the object itself, one level deep. */
  private recursiveAnswer(object: WireObject | null, action: WireAction, batch: Batch): unknown {
    if (object === null) return null;
    const { Queries = {}, MaxDepth } = action.RecursiveQueryInfo ?? {};
    const query = ownMember(Queries, object.type.name);
    const isOneLevel = Object.keys(Queries).length === 1 && query !== undefined && (MaxDepth ?? 1) <= 1;
    if (!isOneLevel) throw apiNotFound("RequestContext.loadRecursive (several levels)");
    return this.queried(object, query, batch, false);
  }

  private queried(object: WireObject | null, query: WireQuery, batch: Batch, isJson: boolean): unknown {
    return answerQuery(object, query, { context: this.around, identity: (each) => this.identity(each, batch), isJson });
  }

  private async call(object: WireObject, wireName: string, args: unknown[]): Promise<unknown> {
    const name = memberName(wireName);
    const methods = object.type.methods;
    const own = ownMember(methods, name);
    const base = name.endsWith("OrNullObject") ? ownMember(methods, name.slice(0, -"OrNullObject".length)) : undefined;
    const method = own ?? (base?.orNull ? base : undefined);
    if (!method) throw apiNotFound(`${object.type.name}.${name}`);
    this.around.beforeMember(object.type.name, name, object.target);
    if (method.reads) await this.around.settle();
    try {
      return await method.call(object.target as never, args, this.around);
    } catch (error) {
      if (!own && error instanceof ExcelError && error.code === "ItemNotFound") return null;
      throw error;
    }
  }

  private member(object: WireObject, wireName: string): WireObject | null {
    const name = memberName(wireName);
    const property = ownMember(object.type.properties, name);
    if (!property?.object) throw apiNotFound(`${object.type.name}.${name}`);
    this.around.beforeObject(object.type.name, name, object.target);
    return property.object(object.target as never, this.around);
  }

  private async set(object: WireObject | null, wireName: string, value: unknown): Promise<void> {
    if (object === null) throw itemNotFound();
    const name = memberName(wireName);
    const { properties } = object.type;
    const property = ownMember(properties, name) ?? Object.values(properties).find((each) => each.setAs === name);
    if (!property?.set) throw apiNotFound(`${object.type.name}.${name} (to be set)`);
    this.around.beforeMember(object.type.name, name, object.target);
    await property.set(object.target as never, value, this.around);
  }

  private async update(object: WireObject | null, state: Record<string, unknown>): Promise<void> {
    for (const [name, value] of Object.entries(state)) {
      const property = object ? ownMember(object.type.properties, memberName(name)) : undefined;
      if (object && property?.object)
        await this.update(property.object(object.target as never, this.around), value as Record<string, unknown>);
      else await this.set(object, name, value);
    }
  }

  /** The answer to an Instantiate: null for no object, else its Id or its reference. */
  private identity(object: WireObject | null, batch: Batch): Record<string, string> | null {
    if (object === null) return null;
    const answer: Record<string, string> = {};
    const held = this.referenceIds.get(object);
    if (object.type.byReference && (batch.request.AutoKeepReference || (held && this.references.has(held))))
      answer["_ReferenceId"] = this.referenceOf(object);
    if (object.type.id) answer["Id"] = object.type.id(object.target as never);
    return answer;
  }

  private referenceOf(object: WireObject): string {
    let id = this.referenceIds.get(object);
    if (!id) {
      id = `${object.type.name}_${this.nextReference++}`;
      this.referenceIds.set(object, id);
    }
    this.references.set(id, object);
    return id;
  }
}

interface Batch {
  request: RichApiRequest;
  objects: Map<number, WireObject | null>;
  /** Object paths that are being followed. */
  underWay: Set<number>;
}

/** "GetRange" on the wire is getRange; "_GetRange…" keeps its underscore. */
function memberName(wireName: string): string {
  const start = wireName.startsWith("_") ? 1 : 0;
  return wireName.slice(0, start) + wireName.charAt(start).toLowerCase() + wireName.slice(start + 1);
}

/** Where an error happened, as Excel says it: "Range.values", "WorksheetCollection.getItem". */
function locationOf(batch: Batch, action: WireAction): string {
  const path = ownMember(batch.request.ObjectPaths, String(action.ObjectPathId));
  const parent = path?.ParentObjectPathId === undefined ? undefined : batch.objects.get(path.ParentObjectPathId);
  const own = batch.objects.get(action.ObjectPathId);
  if (own && action.Name) return `${own.type.name}.${memberName(action.Name)}`;
  if (!own && parent && path) return `${parent.type.name}.${path.Name ? memberName(path.Name) : "getItem"}`;
  return own?.type.name ?? "";
}
