import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Action, CommandContextSchema, Ticket } from '@intervia/contracts';
import { TicketSchema } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import type { ExecutionContext } from '@nestjs/common';
import { applyDecorators, createParamDecorator, HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { CommandKey } from '../http/idempotency.js';
import { commandKeyOf } from '../http/idempotency.js';
import type { JsonObject } from '../mapping/json.js';
import { Answers, Idempotent, Problems } from '../openapi/decorators.js';
import { commandOf } from '../session/caller.js';
import type { Right } from '../session/rights.js';
import type { ApiRequest } from '../session/session.guard.js';
import { signedInUser } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { Performs, rightOfRoute, ticketJson } from './steps/actions.js';
import { inRequestTerms } from './opening/request-terms.js';
import type { Naming } from '../uploads/documents.js';
import { TicketAccess } from './ticket-access.js';

/** What every command on a ticket may be refused with. */
export const COMMAND_PROBLEMS = [
  'TICKET_NOT_FOUND',
  'TICKET_ALREADY_CLOSED',
  'TICKET_FULL',
  'ACTION_NOT_ALLOWED',
  'VERSION_CONFLICT',
  'FORBIDDEN_ACTION',
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'INVALID_REQUEST',
  'INVALID_COMMAND',
];
const MISSION = 'missions/:missionId';

/** Who sent which command about what: the address, the session and the key of the request; and the right it takes. */
export interface SentCommand {
  readonly me: SignedIn;
  readonly key: CommandKey;
  readonly right: Right;
  readonly ticketId: string;
  /** Empty for a command about the whole ticket. */
  readonly missionId: string;
}

/** What every command of the tickets service begins with. */
export interface CommandTarget {
  context: MessageInitShape<typeof CommandContextSchema>;
  ticketId: string;
  missionId: string;
}

/** A command under `/api/tickets/:id`: POST, idempotent, answers the ticket as it is after. */
export function Command(action: Action, path: string, ...problems: string[]): MethodDecorator {
  const ofMission = path.startsWith(MISSION);
  return applyDecorators(
    Post(path),
    HttpCode(200),
    Performs(action),
    ApiParam({ name: 'id', type: String }),
    ...(ofMission ? [ApiParam({ name: 'missionId', type: String })] : []),
    Idempotent(),
    Answers(TicketSchema),
    Problems(...COMMAND_PROBLEMS, ...(ofMission ? ['MISSION_NOT_FOUND'] : []), ...problems),
  );
}

/** The command's address, session, Idempotency-Key and right. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): SentCommand => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { id = '', missionId = '' } = request.params as { id?: string; missionId?: string };
  return {
    me: signedInUser(request),
    key: commandKeyOf(request),
    right: rightOfRoute(context),
    ticketId: id,
    missionId,
  };
});

/** Checks the right, sends, and answers in terms of the request. */
@Injectable()
export class Commands {
  constructor(private readonly access: TicketAccess) {}

  async run(
    sent: SentCommand,
    send: (target: CommandTarget) => Promise<{ ticket?: Ticket }>,
  ): Promise<JsonObject> {
    await this.access.demand(sent.me, sent.right, sent.ticketId);
    const { ticket } = await send(targetOf(sent)).catch(inRequestTerms);
    if (!ticket) throw new AppError('INTERNAL', 'internal');
    this.access.learn(ticket);
    return ticketJson(sent.me, ticket);
  }
}

/** Documents that a command names belong to its ticket. */
export const namingOf = ({ ticketId }: SentCommand): Naming => ({ use: `ticket:${ticketId}` });

export function targetOf({ me, key, ticketId, missionId }: SentCommand): CommandTarget {
  return { context: commandOf(me, key), ticketId, missionId };
}
