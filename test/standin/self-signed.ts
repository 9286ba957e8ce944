import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A certificate that signs itself, made for one test. */
export interface SelfSigned {
  readonly privateKey: KeyObject;
  /** The private key, PKCS#8 PEM. */
  readonly keyPem: string;
  /** The certificate, PEM. */
  readonly pem: string;
  /** SHA-256 of its DER, base64url. */
  readonly thumbprint: string;
}

/** Makes an RSA key and a certificate over it, good from `from` to `to` (instants; default: a day around now). */
export function selfSigned(from = daysFromNow(-1), to = daysFromNow(1), bits = 2048): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const name = sequence(tagged(0x31, sequence(commonName, tagged(0x0c, Buffer.from('Test')))));
  const body = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    sha256WithRsa,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, sha256WithRsa, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    privateKey,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    pem: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
    thumbprint: createHash('sha256').update(der).digest('base64url'),
  };
}

/** An instant so many days from now, on the machine's clock. */
export function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** DER: a tag, the length in one byte or in as many as it takes, the content. */
function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const bytes = content.length.toString(16).padStart(content.length > 255 ? 4 : 2, '0');
  const length = Buffer.from(bytes, 'hex');
  const head = content.length < 128 ? [tag, content.length] : [tag, 0x80 + length.length, ...length];
  return Buffer.concat([Buffer.from(head), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(value: number): Buffer {
  return tagged(0x02, Buffer.from([value]));
}

function time(instant: string): Buffer {
  return tagged(0x18, Buffer.from(`${instant.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`));
}

const commonName = Buffer.from('0603550403', 'hex');
const sha256WithRsa = Buffer.from('300d06092a864886f70d01010b0500', 'hex');
