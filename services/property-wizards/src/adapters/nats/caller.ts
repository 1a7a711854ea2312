import type { Caller, CommandContext } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import type { Actor } from '../../application/ports/property-files.js';

/** No query runs without an agency. */
export function actorOf(caller: Caller | undefined): Actor {
  if (!caller?.agencyId) throw new AppError('CALLER_MISSING', 'invalid');
  const { id = '', name = '' } = caller.actor ?? {};
  return { agencyId: caller.agencyId, userId: id, userName: name };
}

/** A command without an id could be made twice. */
export function commandOf(context: CommandContext | undefined): { actor: Actor; commandId: string } {
  const actor = actorOf(context?.caller);
  if (!context?.commandId) throw new AppError('COMMAND_ID_MISSING', 'invalid');
  return { actor, commandId: context.commandId };
}

const MOST = 100;
export const limitOf = (limit: number, otherwise = 20): number => Math.min(limit || otherwise, MOST);
