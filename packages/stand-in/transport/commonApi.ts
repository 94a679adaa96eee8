/** What Office's common API (`Office.context.document`) needs of the stand-in. */
export interface CommonApiOptions {
  /** The add-in's settings in the document, each value as JSON. */
  settings(): [string, string][];
  saveSettings(settings: [string, string][]): Promise<void> | void;
  /** The file as it would be saved now. */
  file(): Promise<Uint8Array>;
  documentUrl: string;
}

/** A call of the common API: the number of its method and its arguments, as Office.js sends them. */
export type CommonCall = Record<string, unknown>;

/** Office's number for "not supported", and others of its error codes. */
const FILE_TYPE_NOT_SUPPORTED = 1009;
const INTERNAL_ERROR = 5001;
const INVALID_PARAMETER = 5010;

const LOAD_SETTINGS = 75;
const SAVE_SETTINGS = 76;
const GET_FILE = 77;
const GET_SLICE = 80;
const CLOSE_FILE = 81;
const GET_FILE_PROPERTIES = 86;

/** "compressed": the whole package. Office.js numbers what it asks for: text 0, compressed 1, PDF 2. */
const COMPRESSED = 1;
/** Excel keeps no more copies of the file for an add-in at a time; it has to close one first. */
const MOST_OPEN_FILES = 2;

/**
 * The part of Office's common API that the stand-in has, as both transports use it: the settings of the document, its
 * file in slices, and where it lies. What is not here is null, for the transport to refuse by its number.
 */
export class CommonApi {
  private readonly open = new Map<number, { bytes: Uint8Array; sliceSize: number }>();
  private nextHandle = 1;

  constructor(private readonly options: CommonApiOptions) {}

  async execute(dispatchId: number | undefined, call: CommonCall): Promise<Record<string, unknown> | null> {
    switch (dispatchId) {
      case LOAD_SETTINGS: {
        const Settings = this.options.settings().map(([Name, Value]) => ({ Name, Value }));
        return answered({ Properties: { Settings } });
      }
      case SAVE_SETTINGS: {
        const { Properties } = call["DdaSettingsMethod"] as { Properties: [string, string][] };
        await this.options.saveSettings(Properties);
        return answered({});
      }
      case GET_FILE:
        return this.openFile(Number(call["0"]), Number(call["1"]));
      case GET_SLICE:
        return this.slice(Number(call["2"]), Number(call["3"]));
      case CLOSE_FILE:
        return this.open.delete(Number(call["2"])) ? answered({}) : failed(INVALID_PARAMETER);
      case GET_FILE_PROPERTIES:
        return answered({ 0: { 1: this.options.documentUrl } });
      default:
        return null;
    }
  }

  private async openFile(type: number, sliceSize: number): Promise<Record<string, unknown>> {
    if (type !== COMPRESSED) return failed(FILE_TYPE_NOT_SUPPORTED);
    if (this.open.size >= MOST_OPEN_FILES) return failed(INTERNAL_ERROR);
    const bytes = await this.options.file();
    const handle = this.nextHandle++;
    this.open.set(handle, { bytes, sliceSize });
    return answered({ 0: handle, 1: bytes.length });
  }

  private slice(handle: number, index: number): Record<string, unknown> {
    const file = this.open.get(handle);
    if (!file) return failed(INVALID_PARAMETER);
    const bytes = file.bytes.subarray(index * file.sliceSize, (index + 1) * file.sliceSize);
    return answered({ 0: Array.from(bytes), 1: bytes.length });
  }
}

function answered(payload: object): Record<string, unknown> {
  return { Error: 0, Version: 1, ...payload };
}

function failed(code: number): Record<string, unknown> {
  return { Error: code, Version: 1 };
}
