const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A fresh opaque id, lower-case base32: `je-` and 16 letters. */
export function freshId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `${prefix}-${[...bytes].map((byte) => letters[byte & 31]).join('')}`;
}
