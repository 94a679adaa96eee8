/** The request and response of Office.js's rich API, as they go over the wire (see docs/host.md). */
export interface RichApiRequest {
  AutoKeepReference?: boolean;
  Actions: WireAction[];
  ObjectPaths: Record<string, WireObjectPath>;
}

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
  RecursiveQuery = 6,
  QueryAsJson = 7,
  EnsureUnchanged = 8,
  Update = 9,
}

export enum ObjectPathType {
  Global = 1,
  NewObject = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  ReferenceId = 6,
  Null = 7,
}

export interface WireAction {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: WireArguments;
  QueryInfo?: WireQuery;
  RecursiveQueryInfo?: { MaxDepth?: number; Queries?: Record<string, WireQuery> };
  ObjectState?: Record<string, unknown>;
}

export interface WireObjectPath {
  Id: number;
  ObjectPathType: ObjectPathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: WireArguments;
}

export interface WireArguments {
  Arguments?: unknown[];
  /** For each argument the object path that it stands for, 0 where it is a plain value. */
  ReferencedObjectPathIds?: (number | number[])[];
}

export interface WireQuery {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface RichApiResponse {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: RichApiErrorBody;
}

interface RichApiErrorBody {
  Code: string;
  Message: string;
  Location: string;
  HttpStatusCode: number;
  /** Position in Actions of the action that failed; those before it are done. */
  ActionIndex: number;
}

/** One entry of a message to the add-in: category, type, target id, message as JSON, id, whether from a co-author. */
export type RichApiMessageEntry = [number, number, string, string, string, boolean];

/** Whether something that came over the wire has the shape of a request; what it asks for is another matter. */
export function isRequest(value: unknown): value is RichApiRequest {
  if (!isRecord(value)) return false;
  const { Actions, ObjectPaths } = value as Partial<RichApiRequest>;
  return (
    Array.isArray(Actions) &&
    Actions.every((action) => isRecord(action) && typeof action.ActionType === "number") &&
    isRecord(ObjectPaths) &&
    Object.values(ObjectPaths).every((path) => isRecord(path) && typeof path.Name === "string")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
