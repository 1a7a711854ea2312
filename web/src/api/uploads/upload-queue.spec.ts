import { describe, expect, it } from '@jest/globals';
import type { DocumentRef } from '../types.js';
import { documentsOf, FileRefused, isUnfinished, UploadQueue } from './upload-queue.js';
import type { Send } from './upload-queue.js';

const aDocument = (name: string): DocumentRef => ({
  id: `id-${name}`,
  name,
  mediaType: 'image/jpeg',
  size: 1,
  sha256: '',
});
const aFile = (name: string, bytes = 1): File => new File([new Uint8Array(bytes)], name);

/** Holds every transfer until told. */
class HeldTransfers {
  private readonly held = new Map<string, { resolve(d: DocumentRef): void; reject(e: Error): void }>();
  readonly aborted: string[] = [];

  send: Send = (file, _onProgress, signal) =>
    new Promise((resolve, reject) => {
      this.held.set(file.name, { resolve, reject });
      signal.addEventListener('abort', () => this.aborted.push(file.name));
    });

  get names(): string[] {
    return [...this.held.keys()];
  }

  async finish(name: string): Promise<void> {
    this.held.get(name)?.resolve(aDocument(name));
    await settled();
  }

  async fail(name: string): Promise<void> {
    this.held.get(name)?.reject(new Error('lost'));
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('UploadQueue', () => {
  it('sends two files at a time, in order', async () => {
    const transfers = new HeldTransfers();
    const queue = new UploadQueue(transfers.send, 20);
    queue.add(['a', 'b', 'c'].map((name) => aFile(name)));
    expect(transfers.names).toEqual(['a', 'b']);
    await transfers.finish('a');
    expect(transfers.names).toEqual(['a', 'b', 'c']);
    await transfers.finish('b');
    expect(isUnfinished(queue.items)).toBe(true);
    await transfers.finish('c');
    expect(isUnfinished(queue.items)).toBe(false);
    expect(documentsOf(queue.items).map((d) => d.name)).toEqual(['a', 'b', 'c']);
  });

  it('sends a failed file again', async () => {
    const transfers = new HeldTransfers();
    const queue = new UploadQueue(transfers.send, 20);
    queue.add([aFile('a')]);
    await transfers.fail('a');
    expect(queue.items[0]?.state).toBe('failed');
    queue.retry(queue.items[0]?.key ?? '');
    await transfers.finish('a');
    expect(queue.items[0]?.state).toBe('done');
  });

  it('stops the transfer of a removed file', () => {
    const transfers = new HeldTransfers();
    const queue = new UploadQueue(transfers.send, 20);
    queue.add([aFile('a')]);
    queue.remove(queue.items[0]?.key ?? '');
    expect(transfers.aborted).toEqual(['a']);
    expect(queue.items).toEqual([]);
  });

  it('refuses an empty file without sending it, and tells how many did not fit', () => {
    const transfers = new HeldTransfers();
    const queue = new UploadQueue(transfers.send, 2, [aDocument('known')]);
    expect(queue.add([aFile('empty', 0), aFile('late')])).toBe(1);
    expect(queue.items.map((item) => item.name)).toEqual(['known', 'empty']);
    expect(queue.items[1]?.error).toEqual(new FileRefused('empty'));
    expect(transfers.names).toEqual([]);
  });
});
