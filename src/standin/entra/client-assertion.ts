import { createHash, X509Certificate } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { EntraRefusal } from './answers.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** How far clocks may differ, in seconds. */
const SKEW = 300;

/** What an assertion is checked against. `certificates` are PEM, as uploaded; `audiences` the token endpoint and the issuer. */
export interface AssertionCheck {
  readonly clientId: string;
  readonly certificates: readonly string[];
  readonly audiences: readonly string[];
}

/**
 * Checks the client assertion in a form as Entra does ("certificate credentials"): its type, its header, that it is by and about
 * the client and for this token endpoint, its time (machine's clock), and its signature by a certificate that is registered
 * and has not run out. Throws EntraRefusal with the AADSTS number.
 */
export async function checkAssertion(form: URLSearchParams, check: AssertionCheck): Promise<void> {
  const type = form.get('client_assertion_type');
  if (type === null || type === '') {
    throw malformed(900144, "The request body must contain the following parameter: 'client_assertion_type'.");
  }
  if (type !== JWT_BEARER) throw malformed(90023, `The client assertion type '${type}' is not supported.`);
  if (form.has('client_secret')) {
    throw malformed(90023, "Only one of 'client_assertion' and 'client_secret' may be presented.");
  }
  const assertion = form.get('client_assertion') ?? '';
  const certificate = signerOf(assertion, check.certificates);
  refuseForeign(assertion, check);
  try {
    await jwtVerify(assertion, certificate.publicKey, {
      algorithms: ['PS256', 'RS256'],
      issuer: check.clientId,
      subject: check.clientId,
      audience: [...check.audiences],
      requiredClaims: ['exp', 'nbf', 'jti'],
      clockTolerance: SKEW,
    });
  } catch (error) {
    throw refusalFor(error);
  }
  if (Date.parse(certificate.validTo) <= Date.now()) throw notSigned('The key used is expired.');
}

/** The registered certificate that the header names by its thumbprint. */
function signerOf(assertion: string, certificates: readonly string[]): X509Certificate {
  const header = readOr(() => decodeProtectedHeader(assertion));
  const [wanted, hash] = typeof header['x5t#S256'] === 'string' ? [header['x5t#S256'], 'sha256'] : [header.x5t, 'sha1'];
  if (typeof wanted !== 'string') {
    throw malformed(
      50027,
      'JWT token is invalid or malformed. No certificate SHA-256 thumbprint, certificate SHA-1 thumbprint, nor keyId specified in token header.',
    );
  }
  const found = certificates
    .map((pem) => new X509Certificate(pem))
    .find((one) => createHash(String(hash)).update(one.raw).digest('base64url') === wanted);
  if (found === undefined) {
    throw new EntraRefusal(
      401,
      'invalid_client',
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${wanted}']`,
    );
  }
  return found;
}

function refuseForeign(assertion: string, { clientId, audiences }: AssertionCheck): void {
  const { iss, sub, aud } = readOr(() => decodeJwt(assertion));
  if (iss !== clientId || sub !== clientId) {
    throw new EntraRefusal(
      401,
      'invalid_client',
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials.",
    );
  }
  if (typeof aud !== 'string' || !audiences.includes(aud)) {
    throw new EntraRefusal(
      401,
      'invalid_client',
      700023,
      'Client assertion audience claim does not match Realm issuer. Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials.',
    );
  }
}

function refusalFor(error: unknown): EntraRefusal {
  if (
    error instanceof errors.JWTExpired ||
    (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf')
  ) {
    if (error.reason === 'missing') return malformed(50027, 'JWT token is invalid or malformed. A claim is missing.');
    return new EntraRefusal(
      401,
      'invalid_client',
      700024,
      `Client assertion is not within its valid time range. Current time: ${new Date().toISOString()}.`,
    );
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return notSigned('The key was found, but use of the key to verify the signature failed.');
  }
  return malformed(50027, 'JWT token is invalid or malformed.');
}

function notSigned(reason: string): EntraRefusal {
  return new EntraRefusal(
    401,
    'invalid_client',
    700027,
    `Client assertion failed signature validation. [Reason - ${reason}]`,
  );
}

function malformed(code: number, says: string): EntraRefusal {
  return new EntraRefusal(400, 'invalid_request', code, says);
}

function readOr<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw malformed(50027, 'JWT token is invalid or malformed.');
  }
}
