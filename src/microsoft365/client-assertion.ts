import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { AppCertificate } from './credential.ts';

/** Five minutes: long enough for a slow answer and clocks that differ, and at most ten as Entra advises. */
const LIFETIME_SECONDS = 300;

/**
 * What a registration with a certificate sends in place of a secret: a statement for this token endpoint alone, good for five
 * minutes on the machine's clock, each with an id of its own (Entra, "certificate credentials": PS256, `x5t#S256`).
 */
export async function clientAssertion(
  { privateKey, thumbprint }: AppCertificate,
  clientId: string,
  tokenEndpoint: string,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return await new SignJWT({})
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenEndpoint)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(privateKey);
}
