import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { State } from '../state/state.ts';

/** One issuer's RSA key pair, with the id under which its public half is published. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The public half as the `keys` endpoint shows it. */
  readonly jwk: JsonWebKey & { readonly kid: string; readonly use: 'sig'; readonly alg: 'RS256' };
}

/** Gives the signing key of an authority, such as a tenant id or `botframework.com`: made once, then kept on disk. */
export type KeyRing = (authority: string) => SigningKey;

/** Opens the ring of signing keys; they outlive a restart and a reset, so that tokens in use stay good. */
export function createKeyRing(state: Pick<State, 'get' | 'set'>): KeyRing {
  const ring = new Map<string, SigningKey>();
  return (authority) => {
    const known = ring.get(authority);
    if (known !== undefined) return known;
    const place = `entra.key.${authority}`;
    const kept = state.get<string>(place);
    const pem = kept ?? newPrivateKey();
    if (kept === undefined) state.set(place, pem);
    const key = fromPem(pem);
    ring.set(authority, key);
    return key;
  };
}

function newPrivateKey(): string {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function fromPem(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const bare = publicKey.export({ format: 'jwk' });
  const kid = (bare.n ?? '').slice(0, 27);
  return { kid, privateKey, publicKey, jwk: { ...bare, kid, use: 'sig', alg: 'RS256' } };
}
