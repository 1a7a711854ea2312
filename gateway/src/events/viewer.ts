import type { SignedIn } from '../session/sessions.js';
import type { LiveFact } from './facts.js';
import type { SseStream } from './sse-stream.js';

/** One open window of the staff. While it catches up with the past, what comes meanwhile is held. */
export class Viewer {
  private held: LiveFact[] | undefined;
  private last = 0;

  constructor(
    readonly stream: SseStream,
    /** Refreshed at every heartbeat, so that a changed right is felt. */
    public session: SignedIn,
  ) {}

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
    this.stream.tell(fact.event, fact.data, fact.sequence);
  }

  /** Something may have been missed: everything shown must be read again. */
  reload(): void {
    this.stream.tell('reload', {});
  }
}
