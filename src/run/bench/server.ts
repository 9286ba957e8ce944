import { median, percentile, rounded, timed } from './measure.ts';
import { type BenchTenant, memoryOf } from './processes.ts';

/** The server as it runs at trust size: memory after its start and under questions, and `today` over HTTP with token and all. */
export async function benchServer(tenant: BenchTenant, rounds: number) {
  const started = await timed(() => tenant.startServer());
  const pid = started.value;
  const atRest = memoryOf(pid);
  const people = (await tenant.control('GET', '/standin/users')) as readonly { id: string; roles: readonly string[] }[];
  const officers = people.filter(({ roles }) => roles.includes('attendance-officer'));
  const tokens: string[] = [];
  for (const { id } of officers) {
    const { token } = Object(await tenant.control('POST', '/standin/sign-in', { user: id }));
    const { ok, status } = await askToday(tenant, token);
    if (ok) tokens.push(token);
    // A smaller trust has people of schools that are not loaded.
    else if (status !== 403) throw new Error(`Today was answered ${status}.`);
  }
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const token of tokens) {
      const { ms } = await timed(async () => {
        const response = await askToday(tenant, token);
        if (!response.ok) throw new Error(`Today was answered ${response.status}.`);
        return await response.arrayBuffer();
      });
      if (round >= 3) took.push(ms);
    }
  }
  const after = memoryOf(pid);
  return {
    readySeconds: rounded(started.ms / 1000),
    memoryMegabytes: { afterStart: atRest.now, afterQuestions: after.now, most: after.most },
    todayOverHttp: { asked: took.length, p50Ms: rounded(median(took)), p99Ms: rounded(percentile(took, 0.99)) },
  };
}

function askToday(tenant: BenchTenant, token: string): Promise<Response> {
  return fetch(`${tenant.appUrl}/api/views/today`, { headers: { Authorization: `Bearer ${token}` } });
}
