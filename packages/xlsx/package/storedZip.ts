import { crc32 } from "./crc32";

/** A zip container of a few small text files, not compressed, made at once (JSZip only makes them in its own time). */
export function storedZip(files: Record<string, string>): Uint8Array {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const nameBytes = encoder.encode(name);
    const bytes = encoder.encode(text);
    const common = [20, 0x800, 0, 0, FIXED_DATE] as const;
    const head = new DataView(new ArrayBuffer(26));
    common.forEach((value, index) => head.setUint16(index * 2, value, true));
    head.setUint32(10, crc32(bytes), true);
    head.setUint32(14, bytes.length, true);
    head.setUint32(18, bytes.length, true);
    head.setUint16(22, nameBytes.length, true);
    const shared = new Uint8Array(head.buffer);
    pieces.push(signature(0x04034b50), shared, nameBytes, bytes);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, offset, true);
    directory.push(signature(0x02014b50), Uint8Array.of(20, 0), shared, new Uint8Array(tail.buffer), nameBytes);
    offset += 30 + nameBytes.length + bytes.length;
  }
  const count = Object.keys(files).length;
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = new DataView(new ArrayBuffer(18));
  end.setUint16(4, count, true);
  end.setUint16(6, count, true);
  end.setUint32(8, directorySize, true);
  end.setUint32(12, offset, true);
  return concatenate([...pieces, ...directory, signature(0x06054b50), new Uint8Array(end.buffer)]);
}

/** 1 January 2020, in the container's own measure. */
const FIXED_DATE = (40 << 9) | (1 << 5) | 1;

function signature(value: number): Uint8Array {
  return Uint8Array.of(value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255);
}

function concatenate(pieces: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
