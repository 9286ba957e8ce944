import { Refused, read, send } from '../wire.ts';

let token: Promise<{ token: string }> | undefined;

/** Reads from Graph as the looker from outside; times are those of the school. */
export async function graph<T>(path: string): Promise<T> {
  return await signedIn((headers) => read<T>(`/v1.0${path}`, headers));
}

/** Writes to Graph as the looker from outside, as Outlook does for whoever uses it; undefined when the answer is empty. */
export async function graphWrite<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown,
  more: Record<string, string> = {},
): Promise<T> {
  return await signedIn((headers) => send<T>(`/v1.0${path}`, body, method, { ...headers, ...more }));
}

/** Asks with a token, and once more with a fresh one when the old one is no longer accepted. */
async function signedIn<T>(ask: (headers: Record<string, string>) => Promise<T>): Promise<T> {
  token ??= send<{ token: string }>('/standin/app-token', {});
  const headers = async () => ({
    authorization: `Bearer ${(await token)?.token}`,
    prefer: 'outlook.timezone="GMT Standard Time"',
  });
  try {
    return await ask(await headers());
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error;
    token = send<{ token: string }>('/standin/app-token', {});
    return await ask(await headers());
  }
}
