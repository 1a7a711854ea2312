import type { DescMessage, Message } from '@bufbuild/protobuf';
import { clone, toBinary } from '@bufbuild/protobuf';
import type { Caller, CommandContext } from '@intervia/contracts';
import { ActorSchema } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { createHash } from 'node:crypto';
import type { Actor, Command } from '../../../application/publishing/property-events.js';
import { agencyOf } from '../agency-of.js';
import { fromMessage } from '../../proto/plain.js';

class CommandMissing extends AppError {
  constructor() {
    super('COMMAND_MISSING', 'invalid', {}, [{ field: 'context.commandId', code: 'REQUIRED' }]);
  }
}

export const actorOf = (caller: Caller | undefined): Actor | undefined =>
  caller?.actor && fromMessage<Actor>(ActorSchema, caller.actor);

/** A command says by its content what it is, where its caller does not: the same id with another content is refused. */
export function commandOf<M extends Message & { context?: CommandContext }>(
  schema: DescMessage,
  request: M,
): Command {
  const { context } = request;
  const agencyId = agencyOf({ caller: context?.caller });
  if (!context?.commandId) throw new CommandMissing();
  return {
    agencyId,
    commandId: context.commandId,
    fingerprint: context.fingerprint || digest(schema, request),
    actor: actorOf(context.caller),
  };
}

function digest(schema: DescMessage, request: Message & { context?: CommandContext }): string {
  const content = clone(schema, request) as Message & { context?: CommandContext };
  content.context = undefined;
  return createHash('sha256').update(toBinary(schema, content)).digest('base64url').slice(0, 22);
}
