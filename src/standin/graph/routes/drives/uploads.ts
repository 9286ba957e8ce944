import { randomBytes } from 'node:crypto';
import { isRow } from '../../../state/rows.ts';
import type { Site } from '../../../tenants/tenant.ts';
import { type Answer, type Call, jsonBody } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { fileBody } from '../../drive/file-body.ts';
import { childOf, dropUpload, findUpload, keepUpload, type Upload, writeFile } from '../../drive/file-table.ts';
import { GraphFailure, invalid, notFound } from '../../failure.ts';

/** Parts are multiples of this many bytes, but for the last. */
const STEP = 327_680;
const MOST = 60 * 1024 * 1024;
const LIFE = 7 * 24 * 3600 * 1000;

/** Where the parts of uploads are sent: outside the version, with a secret in the path and without a token. */
export const UPLOADS = '/upload/';

/** Starts an upload in parts; its address is good without a token. */
export function startUpload(desk: Desk, call: Call, place: { site: string; parent: string; name: string }): Answer {
  const body = call.body.length === 0 ? {} : jsonBody(call);
  const item = isRow(body.item) ? body.item : {};
  const conflict = String(item['@microsoft.graph.conflictBehavior'] ?? 'fail');
  const id = randomBytes(24).toString('hex');
  const expires = new Date(Date.now() + LIFE).toISOString();
  keepUpload(desk.context.state, { id, ...place, conflict, received: Buffer.alloc(0), expires });
  const uploadUrl = `${call.root.replace(/\/v1\.0$/, '')}${UPLOADS}${id}`;
  return { status: 200, body: { uploadUrl, expirationDateTime: expires, nextExpectedRanges: ['0-'] } };
}

/** What is sent to an upload's address: a part, a question how far it is, or an end. A token there is refused. */
export function answerUpload(desk: Desk, request: UploadRequest): Answer {
  const { state } = desk.context;
  if (request.authorization !== undefined) {
    throw new GraphFailure(401, 'unauthenticated', 'The upload address must be used without an Authorization header.');
  }
  const upload = findUpload(state, request.id);
  if (!upload || Date.parse(upload.expires) < Date.now()) throw notFound('The upload session was not found.');
  if (request.method === 'GET') return { status: 200, body: expected(upload) };
  if (request.method === 'DELETE') {
    dropUpload(state, upload.id);
    return { status: 204 };
  }
  if (request.method !== 'PUT') throw new GraphFailure(405, 'invalidRequest', 'Send parts with PUT.');
  return state.transaction(() => part(desk, upload, request));
}

/** A request to an upload's address. `range` is the Content-Range header. */
export interface UploadRequest {
  readonly method: string;
  readonly id: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
  readonly body: Buffer;
}

function part(desk: Desk, upload: Upload, request: UploadRequest): Answer {
  const { state } = desk.context;
  const found = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(request.range ?? '');
  if (!found) throw invalid('Invalid Content-Range header value.');
  const [from, to, total] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const length = to - from + 1;
  if (length !== request.body.length || to >= total) throw invalid('The Content-Range does not fit the content.');
  if (from !== upload.received.length) {
    throw new GraphFailure(416, 'invalidRange', 'The uploaded fragment overlaps with existing data or leaves a gap.');
  }
  const isLast = to === total - 1;
  if (length > MOST || (!isLast && length % STEP !== 0)) {
    throw invalid(`Each part but the last must be a multiple of ${STEP} bytes, and less than 60 MiB.`);
  }
  const received = Buffer.concat([upload.received, request.body]);
  if (!isLast) {
    const grown = { ...upload, received };
    keepUpload(state, grown);
    return { status: 202, body: expected(grown) };
  }
  const old = childOf(state, upload.site, upload.parent, upload.name);
  if (old && upload.conflict === 'fail') {
    throw new GraphFailure(409, 'nameAlreadyExists', 'The specified item name already exists.');
  }
  const name = old && upload.conflict === 'rename' ? freeName(desk, upload) : upload.name;
  const place = { site: upload.site, parent: upload.parent, name, mimeType: 'application/octet-stream' };
  const saved = writeFile(state, place, received, desk.now());
  dropUpload(state, upload.id);
  return { status: saved.version > 1 ? 200 : 201, body: fileBody(siteOf(desk, upload.site), saved) };
}

function expected(upload: Upload): Record<string, unknown> {
  return { expirationDateTime: upload.expires, nextExpectedRanges: [`${upload.received.length}-`] };
}

function freeName(desk: Desk, upload: Upload): string {
  const [, stem = upload.name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(upload.name) ?? [];
  for (let n = 1; ; n++) {
    const name = `${stem} ${n}${ending}`;
    if (!childOf(desk.context.state, upload.site, upload.parent, name)) return name;
  }
}

function siteOf(desk: Desk, id: string): Site {
  const found = desk.context.tenant().sites.find((site) => site.id === id);
  if (!found) throw notFound();
  return found;
}
