import type { Messenger } from '../app/ports.ts';

/** Stands where no bot is connected: messages stay in AP Messages as waiting, and say why; none is lost. */
export const chatNotConnected: Messenger = {
  deliver: () => Promise.resolve({ ok: false, again: true, says: 'Chat is not connected to this server.' }),
};
