import { createHash } from 'node:crypto';
import type { Message } from '../../domain/message.js';
import type { ConversationKey } from '../ports/answers/conversations.js';

const REF_LENGTH = 20;

/** Contractors and correspondents are one whatever their address; others are known by it. */
export function conversationOf(message: Message): ConversationKey {
  const { agencyId, ticketId, audience, addresses } = message;
  return {
    agencyId,
    ticketId,
    missionId: audience === 'contractor' ? message.missionId : undefined,
    correspondentId: message.correspondentId,
    addresses,
  };
}

/** The same for ever: letters and digits only, for a mail address. */
export function refOf({
  agencyId,
  ticketId,
  missionId,
  correspondentId,
  addresses,
}: ConversationKey): string {
  const who = missionId ?? correspondentId ?? [...addresses].sort().join(',');
  return createHash('sha256').update(`${agencyId}|${ticketId}|${who}`).digest('hex').slice(0, REF_LENGTH);
}
