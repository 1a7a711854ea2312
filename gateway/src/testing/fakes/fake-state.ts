import { SystemClock } from '@intervia/clock';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  Caller,
  ListTicketsResponseSchema,
  ModuleSettingsSchema,
  RightsSchema,
  Session,
  Ticket,
} from '@intervia/contracts';
import type { Draft } from '@intervia/contracts/property';
import { Module, Role, SessionSchema, Status, TicketSchema, UserSchema } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';

type RightsInit = MessageInitShape<typeof RightsSchema>;

export const ALL: RightsInit = { view: true, create: true, edit: true, delete: true, reopen: true };
export const VIEW: RightsInit = { view: true };
export const PASSWORD = 'demo-intervia';

/** What the services behind the gateway know, for tests. */
export class FakeState {
  readonly sessions = new Map<string, Session>();
  /** By the token of the session that they lead to. */
  readonly secondSteps = new Map<string, string>();
  readonly tickets = new Map<string, Ticket>();
  readonly drafts = new Map<string, Draft>();
  /** Pages of the list, by the cursor that asks for them. */
  readonly pages = new Map<string, MessageInitShape<typeof ListTicketsResponseSchema>>();
  settings: MessageInitShape<typeof ModuleSettingsSchema> = { listSize: 50, version: 3 };
  /** Method and request of every call, oldest first. */
  readonly calls: { method: string; request: unknown }[] = [];
  /** What the next call of a method throws. */
  readonly failures = new Map<string, AppError>();

  private readonly laterFailures: { method: string; after: number; failure: AppError }[] = [];

  note(method: string, request: unknown): void {
    this.calls.push({ method, request });
    const later = this.laterFailures.find((one) => one.method === method);
    if (later && later.after-- === 0) {
      this.laterFailures.splice(this.laterFailures.indexOf(later), 1);
      throw later.failure;
    }
    const failure = this.failures.get(method);
    this.failures.delete(method);
    if (failure) throw failure;
  }

  /** Lets so many calls of a method succeed, then one fail. */
  failLater(method: string, after: number, failure: AppError): void {
    this.laterFailures.push({ method, after, failure });
  }

  lastCall<T>(method: string): T {
    const call = this.calls.findLast((one) => one.method === method);
    if (!call) throw new Error(`${method} was not called`);
    return call.request as T;
  }

  aSession(
    token: string,
    agencyId: string,
    { standsInFor, ...user }: MessageInitShape<typeof UserSchema> & { standsInFor?: string[] },
  ): void {
    const made = create(UserSchema, {
      id: `user-${token}`,
      name: 'Claire Moreau',
      mail: `${token}@tilleuls.example`,
      phone: '01 23 45 67 89',
      role: Role.MANAGER,
      ...user,
    });
    this.keepSession(token, { agencyId, user: made, standsInFor });
  }

  /** `party-TOKEN` is its party. */
  aClientSession(token: string, agencyId: string): void {
    const client = { id: `party-${token}`, name: 'Mme Petit', mails: [`${token}@courriel.example`] };
    this.keepSession(token, { agencyId, client });
  }

  private keepSession(token: string, session: MessageInitShape<typeof SessionSchema>): void {
    const expiresAt = timestampFromDate(new Date(new SystemClock().now().getTime() + 3_600_000));
    const made = { agencyName: 'Les Tilleuls', expiresAt, confirmedUntil: expiresAt, ...session };
    this.sessions.set(token, create(SessionSchema, made));
  }

  aTicket(ticket: MessageInitShape<typeof TicketSchema>): Ticket {
    const made = create(TicketSchema, {
      module: Module.SYNDIC,
      status: Status.WORK_ORDER_SENT,
      version: 1,
      ...ticket,
    });
    this.tickets.set(made.id, made);
    return made;
  }

  ticketOf(caller: Caller | undefined, id: string): Ticket {
    const ticket = this.tickets.get(id);
    if (!ticket || ticket.agencyId !== caller?.agencyId) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    return ticket;
  }

  session(token: string): Session {
    const session = this.sessions.get(token);
    if (!session) throw new AppError('SESSION_EXPIRED', 'unauthenticated');
    return session;
  }
}
