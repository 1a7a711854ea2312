import type { ServerResponse } from 'node:http';
import type { SignedIn } from '../session/sessions.js';
import type { LiveFact } from './facts.js';

/** A reader who does not read is cut off; it comes back with its Last-Event-ID. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/** One open window: an SSE answer. While it catches up with the past, what comes meanwhile is held. */
export class Viewer {
  private held: LiveFact[] | undefined;
  private last = 0;

  constructor(
    private readonly response: ServerResponse,
    /** Refreshed at every heartbeat, so that a changed right is felt. */
    public session: SignedIn,
  ) {}

  get open(): boolean {
    return !this.response.writableEnded && !this.response.destroyed;
  }

  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const waiting = this.held ?? [];
    this.held = undefined;
    for (const fact of waiting) this.tell(fact);
  }

  /** Tells what is new, in order; the past and the present overlap while catching up. */
  offer(fact: LiveFact): void {
    if (this.held) this.held.push(fact);
    else this.tell(fact);
  }

  tell(fact: LiveFact): void {
    if (fact.sequence <= this.last) return;
    this.last = fact.sequence;
    this.write(`id: ${fact.sequence}\nevent: ${fact.event}\ndata: ${JSON.stringify(fact.data)}\n\n`);
  }

  /** Something may have been missed: everything shown must be read again. */
  reload(): void {
    this.write('event: reload\ndata: {}\n\n');
  }

  beat(): void {
    this.write(': still here\n\n');
  }

  close(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (!this.open) return;
    if (this.response.writableLength > MOST_UNREAD_BYTES) this.response.destroy();
    else this.response.write(text);
  }
}
