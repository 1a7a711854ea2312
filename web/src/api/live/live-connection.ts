interface LiveEvent {
  /** Empty for what is of no ticket. */
  ticketId: string;
  draftId?: string;
  fact?: string;
  version?: number;
}

export type LiveKind = 'ticket' | 'message' | 'archive' | 'draft' | 'report';
export type LiveState = 'connecting' | 'open' | 'offline';

export interface LiveListener {
  onEvent?(kind: LiveKind, event: LiveEvent): void;
  /** After a gap: anything may have changed. */
  onResync?(): void;
  onState?(state: LiveState): void;
}

const KINDS: readonly LiveKind[] = ['ticket', 'message', 'archive', 'draft', 'report'];
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;
/** A browser opens six connections to a host: hidden tabs give theirs back. */
const HIDDEN_GRACE_MS = 5000;

/** The one SSE connection of a tab. */
export class LiveConnection {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private gap = false;
  private readonly listeners = new Set<LiveListener>();
  state: LiveState = 'connecting';

  constructor(private readonly path: string) {}

  subscribe(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): () => void {
    const follow = (): void => this.followVisibility();
    document.addEventListener('visibilitychange', follow);
    follow();
    return () => {
      document.removeEventListener('visibilitychange', follow);
      this.disconnect();
    };
  }

  private followVisibility(): void {
    clearTimeout(this.timer);
    if (document.visibilityState === 'visible') {
      if (!this.source) this.connect();
    } else {
      this.timer = setTimeout(() => this.disconnect(), HIDDEN_GRACE_MS);
    }
  }

  private connect(): void {
    const source = new EventSource(this.path);
    this.source = source;
    source.onopen = () => this.opened();
    source.onerror = () => this.failed(source);
    for (const kind of KINDS) {
      source.addEventListener(kind, (e: MessageEvent<string>) => this.received(kind, e.data));
    }
    // The gateway cannot tell what was missed.
    source.addEventListener('reload', () => this.resync());
  }

  private opened(): void {
    this.retryMs = FIRST_RETRY_MS;
    this.setState('open');
    if (this.gap) this.resync();
    this.gap = false;
  }

  private resync(): void {
    for (const l of this.listeners) l.onResync?.();
  }

  /** The browser retries by itself unless the server refused; then we do. */
  private failed(source: EventSource): void {
    this.gap = true;
    this.setState('offline');
    if (source.readyState !== EventSource.CLOSED || source !== this.source) return;
    this.source = undefined;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private received(kind: LiveKind, data: string): void {
    const event: LiveEvent = { ticketId: '', ...(JSON.parse(data) as Partial<LiveEvent>) };
    for (const l of this.listeners) l.onEvent?.(kind, event);
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
    this.gap = true;
    this.setState('connecting');
  }

  private setState(state: LiveState): void {
    if (this.state === state) return;
    this.state = state;
    for (const l of this.listeners) l.onState?.(state);
  }
}
