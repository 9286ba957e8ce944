/** The work took longer than it may (milliseconds on the machine's clock). It may still finish. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** Waits for work until an instant of the machine's clock; throws TooLate after it. */
export async function within<T>(work: Promise<T>, until: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate('Too late.')), Math.max(0, until - Date.now()));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
