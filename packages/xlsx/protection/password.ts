import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import type { PasswordContent } from "../content";

/** Whether a password is the one that is kept. Kept in a way that is not known here, no password is. */
export function isPassword(password: string, kept: PasswordContent): boolean {
  if (!("algorithm" in kept)) return shortHash(password) === parseInt(kept.hash, 16);
  const hash = spunHash(password, kept);
  return hash !== null && base64(hash) === kept.hash;
}

/** A password as Excel keeps it since 2013: SHA-512 over 16 random bytes and the password, a hundred thousand times. */
export function keepPassword(password: string, salt: Uint8Array): PasswordContent {
  const how = { algorithm: "SHA-512", salt: base64(salt), spins: 100_000 };
  return { ...how, hash: base64(spunHash(password, how)!) };
}

/**
 * The 16 bits that Excel kept before 2013 (ECMA-376 part 4, 14.7.1): from the last character to the first, the sum so far
 * is turned by a bit within 15 and joined with the character; then with the length and a constant.
 */
function shortHash(password: string): number {
  if (password === "") return 0;
  const turned = (hash: number) => ((hash << 1) & 0x7fff) | (hash >> 14);
  let hash = 0;
  for (let at = password.length - 1; at >= 0; at--) hash = turned(hash) ^ (password.charCodeAt(at) & 0xff);
  return turned(hash) ^ password.length ^ 0xce4b;
}

type Spun = Extract<PasswordContent, { algorithm: string }>;

/**
 * H₀ = hash(salt + password), Hᵢ = hash(Hᵢ₋₁ + i), i in four bytes (ECMA-376 part 1, 18.2.29 and 18.3.1.85). Null where the
 * algorithm is not known, the salt is no base64, or there are more spins than Excel allows. Not by WebCrypto: that answers
 * each of a hundred thousand hashes in a turn of its own, which takes a busy machine a minute instead of a moment.
 */
function spunHash(password: string, { algorithm, salt, spins }: Omit<Spun, "hash">): Uint8Array | null {
  const hashOf = ALGORITHMS.get(algorithm.toUpperCase());
  const saltBytes = bytesOf(salt);
  if (!hashOf || !saltBytes || spins > MOST_SPINS) return null;
  let hash = hashOf(concatenate(saltBytes, utf16(password)));
  const next = new Uint8Array(hash.length + 4);
  const count = new DataView(next.buffer);
  for (let spin = 0; spin < spins; spin++) {
    next.set(hash);
    count.setUint32(hash.length, spin, true);
    hash = hashOf(next);
  }
  return hash;
}

/** By the names that files give them (ECMA-376 part 1, 22.9.2.19); MD2, MD4, RIPEMD-128 and Whirlpool are out of use. */
const ALGORITHMS: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ["MD5", md5],
  ["RIPEMD-160", ripemd160],
  ["SHA-1", sha1],
  ["SHA-256", sha256],
  ["SHA-384", sha384],
  ["SHA-512", sha512],
]);

/** As Excel's own limit ([MS-OFFCRYPTO] 2.3.4.10). */
const MOST_SPINS = 10_000_000;

function utf16(text: string): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), true);
  return new Uint8Array(bytes.buffer);
}

function concatenate(one: Uint8Array, other: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Null where the text is no base64. */
function bytesOf(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
