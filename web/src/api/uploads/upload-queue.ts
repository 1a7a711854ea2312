import { UPLOAD_LIMITS } from '@intervia/rules';
import { newKey } from '../../lib/keys.js';
import type { DocumentRef } from '../types.js';

type UploadState = 'waiting' | 'sending' | 'done' | 'failed';

export interface UploadItem {
  key: string;
  name: string;
  size: number;
  state: UploadState;
  percent: number;
  document?: DocumentRef;
  error?: unknown;
  /** Absent for what a draft remembers. */
  file?: File;
}

export type Send = (
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
) => Promise<DocumentRef>;

/** Leaves connections for the rest of the page. */
const PARALLEL = 2;

export class FileRefused extends Error {
  constructor(readonly reason: 'empty' | 'too-large') {
    super(reason);
  }
}

/** Sends files as soon as they are chosen, a few at a time; each can be removed or sent again. */
export class UploadQueue {
  items: readonly UploadItem[];
  private readonly aborts = new Map<string, AbortController>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly send: Send,
    private readonly maximum: number,
    known: readonly DocumentRef[] = [],
  ) {
    this.items = known.map((document) => ({
      key: document.id,
      name: document.name,
      size: document.size,
      state: 'done',
      percent: 100,
      document,
    }));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @returns how many did not fit. */
  add(files: readonly File[]): number {
    const accepted = files.slice(0, this.maximum - this.items.length);
    this.publish([...this.items, ...accepted.map(toItem)]);
    this.pump();
    return files.length - accepted.length;
  }

  remove(key: string): void {
    this.aborts.get(key)?.abort();
    this.publish(this.items.filter((item) => item.key !== key));
  }

  retry(key: string): void {
    this.update(key, { state: 'waiting', percent: 0, error: undefined });
    this.pump();
  }

  private pump(): void {
    const free = PARALLEL - this.items.filter((item) => item.state === 'sending').length;
    const waiting = this.items.filter((item) => item.state === 'waiting').slice(0, Math.max(free, 0));
    for (const { key, file } of waiting) if (file) void this.upload(key, file);
  }

  private async upload(key: string, file: File): Promise<void> {
    const abort = new AbortController();
    this.aborts.set(key, abort);
    this.update(key, { state: 'sending' });
    try {
      const document = await this.send(file, (percent) => this.update(key, { percent }), abort.signal);
      this.update(key, { state: 'done', percent: 100, document });
    } catch (error) {
      this.update(key, { state: 'failed', error });
    } finally {
      this.aborts.delete(key);
      this.pump();
    }
  }

  private update(key: string, change: Partial<UploadItem>): void {
    this.publish(this.items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  private publish(items: readonly UploadItem[]): void {
    this.items = items;
    for (const listener of this.listeners) listener();
  }
}

function toItem(file: File): UploadItem {
  const base = { key: newKey(), name: file.name, size: file.size, percent: 0, file };
  if (file.size === 0) return { ...base, state: 'failed', error: new FileRefused('empty') };
  if (file.size > UPLOAD_LIMITS.bytes)
    return { ...base, state: 'failed', error: new FileRefused('too-large') };
  return { ...base, state: 'waiting' };
}

/** What a form sends. */
export function documentsOf(items: readonly UploadItem[]): DocumentRef[] {
  return items.flatMap((item) => item.document ?? []);
}

export function isUnfinished(items: readonly UploadItem[]): boolean {
  return items.some((item) => item.state !== 'done');
}
