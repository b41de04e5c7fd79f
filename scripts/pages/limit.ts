// Time limits: a page may keep a browser busy for ever, and the browser then answers nothing.

export class TimeUp extends Error {}

/** What the work gives, or `TimeUp` where it takes longer than `ms`. */
export async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  // Whatever a work that is given up comes to later is nobody's business.
  work.catch(() => undefined);
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new TimeUp()), Math.max(0, ms));
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
