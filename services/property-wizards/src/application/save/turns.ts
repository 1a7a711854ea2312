/** Pieces of work of one key, one after the other; those of different keys side by side. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.last.set(key, promise);
    try {
      await before;
      return await work();
    } finally {
      resolve();
      if (this.last.get(key) === promise) this.last.delete(key);
    }
  }
}
