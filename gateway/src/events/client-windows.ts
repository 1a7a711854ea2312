import { TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { ClientScopes } from '../client/client-scopes.js';
import type { SignedInClient } from '../session/sessions.js';
import { CLIENTS, Sessions } from '../session/sessions.js';
import type { LiveFact } from './facts.js';
import type { SseStream } from './sse-stream.js';

/** A browser opens six connections to a host, and pages that are not looked at give theirs back. */
const WINDOWS_PER_CLIENT = 5;
const WINDOWS_IN_ALL = 5_000;
/** At 20 s each: a place or a setting that changes is felt within a minute, and by a new look at the page at once. */
const BEATS_PER_LOOK = 3;

interface ClientWindow {
  readonly stream: SseStream;
  readonly session: SignedInClient;
  /** By which facts name the client (tickets.GetAudience). */
  keys: ReadonlySet<string>;
  beats: number;
}

/** The open windows of clients: told that something of theirs changed, neither what nor by whom. */
@Injectable()
export class ClientWindows {
  private readonly tickets: ServiceClient<typeof TicketsService>;
  private readonly windows = new Set<ClientWindow>();

  constructor(
    bus: BusClient,
    private readonly sessions: Sessions,
    private readonly scopes: ClientScopes,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  /**
   * @param open called once the window is admitted
   * @throws TOO_MANY_STREAMS
   */
  async join(session: SignedInClient, open: () => SseStream): Promise<void> {
    this.admit(session);
    const keys = await this.keysOf(session);
    // Others may have come meanwhile.
    this.admit(session);
    const stream = open();
    const window = { stream, session, keys, beats: 0 };
    this.windows.add(window);
    stream.onClose(() => this.windows.delete(window));
  }

  tell({ agencyId, ticketId, audience }: LiveFact): void {
    if (audience.length === 0) return;
    for (const { stream, session, keys } of this.windows) {
      if (session.agencyId === agencyId && audience.some((key) => keys.has(key)))
        stream.tell('ticket', { ticketId });
    }
  }

  async beat(): Promise<void> {
    await Promise.all([...this.windows].map((window) => this.check(window)));
  }

  /** One client's sessions ended, or its account. */
  async look(agencyId: string, partyId: string): Promise<void> {
    const theirs = [...this.windows].filter(
      ({ session }) => session.agencyId === agencyId && session.client.id === partyId,
    );
    await Promise.all(theirs.map((window) => this.check(window)));
  }

  close(): void {
    for (const { stream } of this.windows) stream.close();
  }

  private admit({ client, agencyId }: SignedInClient): void {
    const own = [...this.windows].filter(
      ({ session }) => session.client.id === client.id && session.agencyId === agencyId,
    );
    if (own.length >= WINDOWS_PER_CLIENT || this.windows.size >= WINDOWS_IN_ALL)
      throw new AppError('TOO_MANY_STREAMS', 'unavailable');
  }

  private async check(window: ClientWindow): Promise<void> {
    const { stream, session } = window;
    try {
      await this.sessions.findFresh(CLIENTS, session.token);
      if (++window.beats % BEATS_PER_LOOK === 0) window.keys = await this.keysOf(session);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'unauthenticated') return stream.close();
      // A service is away for a moment: the window stays open.
    }
    stream.beat();
  }

  private async keysOf(session: SignedInClient): Promise<ReadonlySet<string>> {
    const scope = await this.scopes.forTickets(session);
    return new Set((await this.tickets.getAudience({ agencyId: session.agencyId, scope })).keys);
  }
}
