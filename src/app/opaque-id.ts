import { randomBytes } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A fresh opaque id: the prefix and 16 letters of lower-case base32, such as `je-4k2m…`. */
export function opaqueId(prefix: string): string {
  return `${prefix}${[...randomBytes(16)].map((byte) => letters[byte & 31]).join('')}`;
}
