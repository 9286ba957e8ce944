import type { Graph } from './graph.ts';
import { GraphTroubled } from './graph-error.ts';

/** A file that stands; or why not, and whether it may work later. */
export type Filed = { readonly ok: true } | { readonly ok: false; readonly again: boolean; readonly says: string };

/** The files of a site's document library, by path: folders and a name. */
export interface SiteFiles {
  /** Puts a file there, in place of one that has the name; folders that are missing are made. Never throws. */
  keep(path: string, content: Uint8Array, type: string): Promise<Filed>;
  /** Its content; undefined where there is none. Throws GraphTroubled when the library does not answer. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/**
 * The document library that a site has by itself (Sites.Selected, write on the site: it covers library and lists). Files go
 * in one request, which takes up to 250 MB; documents of ours have some 10 kB.
 */
export function filesOf(graph: Graph, site: string): SiteFiles {
  const at = (path: string) =>
    `/sites/${site}/drive/root:/${path.split('/').map(encodeURIComponent).join('/')}:/content`;
  return {
    async keep(path, content, type) {
      try {
        await graph.putBytes(`${at(path)}?@microsoft.graph.conflictBehavior=replace`, content, type);
        return { ok: true };
      } catch (error) {
        const forGood = error instanceof GraphTroubled && error.kind === 'Refused';
        return { ok: false, again: !forGood, says: sentenceOf(error) };
      }
    },
    async read(path) {
      try {
        return await graph.getBytes(at(path));
      } catch (error) {
        if (error instanceof GraphTroubled && error.kind === 'NotFound') return undefined;
        throw error;
      }
    },
  };
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof GraphTroubled)) return 'SharePoint does not answer. It is tried again.';
  switch (error.kind) {
    case 'Forbidden':
      return 'The app may not write into the library of the school’s site. Ask IT to allow it; then it is done by itself.';
    case 'NotFound':
      return 'The school’s site has no document library. Ask IT to add one; then it is done by itself.';
    case 'Full':
      return 'The school’s site is full. Ask IT to make room; then it is done by itself.';
    case 'Refused':
      return `SharePoint refuses the document (${error.refusal.code ?? error.refusal.status}).`;
    default:
      return 'SharePoint does not answer. It is tried again.';
  }
}
