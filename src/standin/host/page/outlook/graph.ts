import { read, send } from '../wire.ts';

let token: Promise<{ token: string }> | undefined;

/** Reads from Graph as the looker from outside; a fresh token once when the old one is refused. */
export async function graph<T>(path: string): Promise<T> {
  token ??= send<{ token: string }>('/standin/app-token', {});
  const headers = async () => ({
    authorization: `Bearer ${(await token)?.token}`,
    prefer: 'outlook.timezone="GMT Standard Time"',
  });
  try {
    return await read<T>(`/v1.0${path}`, await headers());
  } catch {
    token = send<{ token: string }>('/standin/app-token', {});
    return await read<T>(`/v1.0${path}`, await headers());
  }
}
