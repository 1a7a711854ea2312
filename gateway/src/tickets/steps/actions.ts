import type { Ticket } from '@intervia/contracts';
import { Action, ActionSchema, TicketSchema } from '@intervia/contracts';
import type { ExecutionContext } from '@nestjs/common';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { enumName } from '../../mapping/enums.js';
import type { JsonObject } from '../../mapping/json.js';
import { toJson } from '../../mapping/json.js';
import type { Right } from '../../session/rights.js';
import { has } from '../../session/rights.js';
import type { SignedIn } from '../../session/sessions.js';

const RIGHT = 'intervia:right';

/** What an action asks of the user's role; all others are editing. */
const RIGHTS: ReadonlyMap<Action, Right> = new Map<Action, Right>([
  [Action.VALIDATE_PRE_TICKET, 'create'],
  [Action.REOPEN, 'reopen'],
  [Action.DELETE, 'delete'],
]);

const rightOf = (action: Action): Right => RIGHTS.get(action) ?? 'edit';

/** The route that carries out an action which tickets offer; /docs says which, and what it asks of the role. */
export function Performs(action: Action): MethodDecorator {
  const right = rightOf(action);
  return applyDecorators(
    SetMetadata(RIGHT, right),
    ApiExtension('x-action', enumName(ActionSchema, action)),
    ApiExtension('x-right', right),
  );
}

/** A route that performs no action is open to whoever sees the ticket. */
export function rightOfRoute(context: ExecutionContext): Right {
  return (Reflect.getMetadata(RIGHT, context.getHandler()) as Right | undefined) ?? 'view';
}

/** The ticket as this user is told of it: what its role refuses is not offered (specification, 14). */
export function ticketJson(me: SignedIn, ticket: Ticket): JsonObject {
  const actions = ticket.actions.filter(({ action }) => has(me, rightOf(action), ticket.module));
  return toJson(TicketSchema, { ...ticket, actions });
}
