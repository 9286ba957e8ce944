import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** How an app registration proves who it is: by a secret, or by the private key of a certificate that is uploaded in Entra. */
export type Credential = { readonly secret: string } | AppCertificate;

/** The private half of a certificate, and by which name Entra knows the public half. */
export interface AppCertificate {
  readonly privateKey: KeyObject;
  /** SHA-256 of the certificate's DER, base64url: `x5t#S256`. */
  readonly thumbprint: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `<prefix>_CLIENT_SECRET`, or `<prefix>_CERTIFICATE_KEY` (a file with the RSA private key, PEM, without a password) and
 * with it `<prefix>_CERTIFICATE` (a file, PEM) or `<prefix>_CERTIFICATE_THUMBPRINT` (SHA-256, hexadecimal or base64url).
 * Refuses neither, both, a key that is not the certificate's and a certificate that has run out (machine's clock), a sentence
 * each; none of them holds the secret or the key. `where` says where the registration is found.
 */
export function readCredential(
  env: Environment,
  prefix: 'API' | 'PROVISION',
  where: string,
): { readonly credential: Credential } | { readonly troubles: readonly string[] } {
  const [secretName, keyName] = [`${prefix}_CLIENT_SECRET`, `${prefix}_CERTIFICATE_KEY`];
  const [fileName, thumbprintName] = [`${prefix}_CERTIFICATE`, `${prefix}_CERTIFICATE_THUMBPRINT`];
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;
  const [secret, keyFile, file, thumbprint] = [secretName, keyName, fileName, thumbprintName].map(value);
  const first = [keyName, fileName, thumbprintName].find((name) => value(name) !== undefined);
  if (secret !== undefined && first !== undefined) {
    return refused(`${secretName} and ${first} are both set. Keep one, and take the other away in Entra too.`);
  }
  if (secret !== undefined) return { credential: { secret } };
  if (first === undefined) {
    return refused(
      `${secretName} is not set. ${where}, Certificates & secrets. Or sign in with a certificate: ${keyName} and ${fileName}.`,
    );
  }
  if (keyFile === undefined) return refused(`${keyName} is not set. Name the file of the certificate’s private key.`);
  const key = read(keyName, keyFile, 'an RSA private key (PEM, without a password)', privateKeyIn);
  if ('trouble' in key) return refused(key.trouble);
  if (file === undefined) {
    if (thumbprint === undefined)
      return refused(`${fileName} is not set. Name the file of the certificate (PEM), or give ${thumbprintName}.`);
    const name = base64urlOf(thumbprint);
    return name === undefined
      ? refused(`${thumbprintName} is not a SHA-256 thumbprint: 64 hexadecimal digits, or 43 characters of base64url.`)
      : { credential: { privateKey: key.found, thumbprint: name } };
  }
  const certificate = read(fileName, file, 'a certificate (PEM)', (pem) => new X509Certificate(pem));
  if ('trouble' in certificate) return refused(certificate.trouble);
  const { found } = certificate;
  const own = base64urlOf(found.fingerprint256) ?? '';
  const troubles = [
    ...(found.checkPrivateKey(key.found) ? [] : [`${keyName} is not the private key of ${fileName}.`]),
    ...(Date.parse(found.validTo) > Date.now()
      ? []
      : [`${fileName} ran out on ${found.validTo}. Make a new one, and upload it in Entra.`]),
    ...(thumbprint === undefined || base64urlOf(thumbprint) === own
      ? []
      : [`${thumbprintName} is not the thumbprint of ${fileName}. Leave it out: the file is enough.`]),
  ];
  return troubles.length > 0 ? { troubles } : { credential: { privateKey: key.found, thumbprint: own } };
}

function refused(sentence: string): { readonly troubles: readonly string[] } {
  return { troubles: [sentence] };
}

function read<T>(
  name: string,
  file: string,
  wanted: string,
  parse: (pem: string) => T,
): { readonly found: T } | { readonly trouble: string } {
  if (!existsSync(file)) return { trouble: `${name} names ${file}, and there is no such file.` };
  try {
    return { found: parse(readFileSync(file, 'utf8')) };
  } catch {
    return { trouble: `${name} names ${file}, which cannot be read as ${wanted}.` };
  }
}

/** Entra takes RSA keys only, of 2,048 bits or more. */
function privateKeyIn(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new Error('Not an RSA key of 2,048 bits.');
  return key;
}

function base64urlOf(thumbprint: string): string | undefined {
  const hex = thumbprint.replaceAll(/[:\s]/g, '');
  if (/^[0-9a-f]{64}$/i.test(hex)) return Buffer.from(hex, 'hex').toString('base64url');
  return /^[\w-]{43}$/.test(thumbprint) ? thumbprint : undefined;
}
