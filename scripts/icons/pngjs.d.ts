/** The part of pngjs that the icons' scripts use. */
declare module "pngjs" {
  export class PNG {
    constructor(options: { width: number; height: number });
    width: number;
    height: number;
    data: Buffer;
    static sync: {
      write(png: PNG, options?: { deflateLevel?: number }): Buffer;
      read(bytes: Buffer): PNG;
    };
  }
}
