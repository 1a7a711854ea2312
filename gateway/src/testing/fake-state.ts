import type { MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { Caller, RightsSchema, Session, Ticket } from '@intervia/contracts';
import { Module, Role, SessionSchema, Status, TicketSchema, UserSchema } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';

type RightsInit = MessageInitShape<typeof RightsSchema>;

export const ALL: RightsInit = { view: true, create: true, edit: true, delete: true };
export const VIEW: RightsInit = { view: true };
export const PASSWORD = 'demo-intervia';

/** What the services behind the gateway know, for tests. */
export class FakeState {
  readonly sessions = new Map<string, Session>();
  readonly tickets = new Map<string, Ticket>();
  /** Method and request of every call, oldest first. */
  readonly calls: { method: string; request: unknown }[] = [];
  /** What the next call of a method throws. */
  readonly failures = new Map<string, AppError>();

  note(method: string, request: unknown): void {
    this.calls.push({ method, request });
    const failure = this.failures.get(method);
    this.failures.delete(method);
    if (failure) throw failure;
  }

  lastCall<T>(method: string): T {
    const call = this.calls.findLast((one) => one.method === method);
    if (!call) throw new Error(`${method} was not called`);
    return call.request as T;
  }

  aSession(token: string, agencyId: string, rights: { syndic?: RightsInit; gerance?: RightsInit }): void {
    const user = create(UserSchema, {
      id: `user-${token}`,
      name: 'Claire Moreau',
      mail: `${token}@tilleuls.example`,
      phone: '01 23 45 67 89',
      role: Role.MANAGER,
      ...rights,
    });
    const expiresAt = timestampFromDate(new Date(Date.now() + 3_600_000));
    this.sessions.set(
      token,
      create(SessionSchema, { agencyId, agencyName: 'Les Tilleuls', user, expiresAt }),
    );
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
