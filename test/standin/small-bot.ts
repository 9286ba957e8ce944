import { createServer } from 'node:http';

/** An activity as a bot receives it, loosely read. */
export interface Heard {
  readonly authorization: string | undefined;
  readonly activity: Record<string, unknown>;
}

/** A bot that notes what it hears and answers what it is told to. */
export interface SmallBot {
  readonly endpoint: string;
  readonly heard: Heard[];
  /** What to answer to the next activities. */
  answer: (
    activity: Record<string, unknown>,
  ) => { status: number; body?: unknown } | Promise<{ status: number; body?: unknown }>;
  stop(): Promise<void>;
}

/** Starts the bot on a free loopback port. */
export async function startBot(): Promise<SmallBot> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      const activity: Record<string, unknown> = JSON.parse(Buffer.concat(pieces).toString());
      bot.heard.push({ authorization: request.headers.authorization, activity });
      const { status, body } = await bot.answer(activity);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const bot: SmallBot = {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    heard: [],
    answer: () => ({ status: 200 }),
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return bot;
}
