import { X509Certificate } from 'node:crypto';
import type { State } from '../state/state.ts';

/** The certificates that an administrator has uploaded to app registrations; they outlive a restart and a reset. */
export interface Certificates {
  /** Adds a certificate (PEM) to a registration. Throws when it is none. */
  register(appId: string, pem: string): void;
  /** The certificates of a registration, as PEM. */
  of(appId: string): readonly string[];
}

/** Opens what has been uploaded so far. */
export function openCertificates(state: Pick<State, 'get' | 'set'>): Certificates {
  const place = (appId: string) => `entra.certificates.${appId}`;
  const of = (appId: string) => state.get<readonly string[]>(place(appId)) ?? [];
  return {
    of,
    register(appId, pem) {
      const certificate = new X509Certificate(pem).toString();
      if (!of(appId).includes(certificate)) state.set(place(appId), [...of(appId), certificate]);
    },
  };
}
