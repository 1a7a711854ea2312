import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CommandContextSchema, Ticket } from '@intervia/contracts';
import { TicketSchema } from '@intervia/contracts';
import type { ExecutionContext } from '@nestjs/common';
import { applyDecorators, createParamDecorator, HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiOperation, ApiParam } from '@nestjs/swagger';
import { idempotencyKeyOf } from '../http/idempotency.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Problems } from '../openapi/decorators.js';
import { commandOf } from '../session/caller.js';
import type { Right } from '../session/rights.js';
import type { ApiRequest } from '../session/session.guard.js';
import { signedInUser } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { inRequestTerms } from './request-terms.js';
import { TicketAccess } from './ticket-access.js';

const COMMON = [
  'TICKET_NOT_FOUND',
  'TICKET_ALREADY_CLOSED',
  'ACTION_NOT_ALLOWED',
  'FORBIDDEN_ACTION',
  'IDEMPOTENCY_KEY_REQUIRED',
  'INVALID_REQUEST',
];
const MISSION = 'missions/:missionId';

/** Who sent which command about what: the address, the session and the key of the request. */
export interface SentCommand {
  readonly me: SignedIn;
  readonly key: string;
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
export function Command(path: string, summary: string, ...problems: string[]): MethodDecorator {
  const ofMission = path.startsWith(MISSION);
  return applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiParam({ name: 'id', type: String }),
    ...(ofMission ? [ApiParam({ name: 'missionId', type: String })] : []),
    Idempotent(),
    Answers(TicketSchema),
    Problems(...COMMON, ...(ofMission ? ['MISSION_NOT_FOUND'] : []), ...problems),
  );
}

/** The command's address, session and Idempotency-Key. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): SentCommand => {
  const request = context.switchToHttp().getRequest<ApiRequest>();
  const { id = '', missionId = '' } = request.params as { id?: string; missionId?: string };
  return { me: signedInUser(request), key: idempotencyKeyOf(request), ticketId: id, missionId };
});

/** Checks the right, sends, and answers in terms of the request. */
@Injectable()
export class Commands {
  constructor(private readonly access: TicketAccess) {}

  async run(
    sent: SentCommand,
    send: (target: CommandTarget) => Promise<{ ticket?: Ticket }>,
    right: Right = 'edit',
  ): Promise<JsonObject> {
    await this.access.demand(sent.me, right, sent.ticketId);
    const { ticket } = await send(targetOf(sent)).catch(inRequestTerms);
    return ticket ? toJson(TicketSchema, ticket) : {};
  }
}

export function targetOf({ me, key, ticketId, missionId }: SentCommand): CommandTarget {
  return { context: commandOf(me, key), ticketId, missionId };
}
