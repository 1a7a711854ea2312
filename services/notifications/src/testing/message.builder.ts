import { FixedClock } from '@intervia/clock';
import { messageFacts } from '../domain/facts/message-facts.js';
import type { Message } from '../domain/message.js';
import { aFact, aMission } from './facts.builder.js';

export const aMessage = (overrides: Partial<Message> = {}): Message => ({
  id: 'message-1',
  agencyId: 'agency-1',
  ticketId: 'ticket-1',
  missionId: 'mission-1',
  channel: 'mail',
  audience: 'contractor',
  template: 'presence.contractor',
  templateVersion: 0,
  recipientName: 'Plomberie Martin',
  addresses: ['a@b.example', 'c@d.example'],
  settled: [],
  refusals: [],
  subject: '',
  text: '',
  facts: messageFacts(aFact('PresenceAsked'), {
    audience: 'contractor',
    recipientName: 'Plomberie Martin',
    mission: aMission(),
  }),
  status: 'queued',
  attempts: 1,
  queuedAt: FixedClock.at('2026-11-24T09:00:00Z').now(),
  ...overrides,
});
