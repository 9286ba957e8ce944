/** Before the opaque id of a visit, in the browser's own storage. */
const prefix = 'ap-visit:';

/**
 * Keeps a text in the browser's own storage under an opaque id, locked (AES-GCM) with a key that the app gives only to who may
 * write the visit up: nobody reads a name out of a phone that was left behind. Answers whether it is kept.
 */
export async function keepLocked(id: string, key: string, text: string): Promise<boolean> {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(text);
    const locked = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFrom(key), plain);
    localStorage.setItem(`${prefix}${id}`, `${asText(iv)}.${asText(new Uint8Array(locked))}`);
    return true;
  } catch {
    // A browser that lets the tab keep nothing: the form works on, and says that nothing is kept.
    return false;
  }
}

/** The text that was kept; `undefined` where there is none, or it cannot be opened with this key. */
export async function readLocked(id: string, key: string): Promise<string | undefined> {
  try {
    const [iv, locked] = (localStorage.getItem(`${prefix}${id}`) ?? '').split('.');
    if (!iv || !locked) return undefined;
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: asBytes(iv) },
      await keyFrom(key),
      asBytes(locked),
    );
    return new TextDecoder().decode(plain);
  } catch {
    return undefined;
  }
}

/** Takes away what was kept. */
export function forgetLocked(id: string): void {
  try {
    localStorage.removeItem(`${prefix}${id}`);
  } catch {
    // Nothing could be kept, so nothing is there.
  }
}

async function keyFrom(key: string): Promise<CryptoKey> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return await crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function asText(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function asBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
