import { describe, expect, it } from '@jest/globals';
import { aPerson, aUser } from '../testing/builders.js';
import { Scenario, refusal } from '../testing/scenario.js';
import { userActions } from './actions/actions.js';
import { TICKET_RULES } from './ticket/ticket-rules.js';
import type { WholeTicketCommandType } from './ticket/ticket-rules.js';
import { decideDeletion } from './opening/deletion.js';
import { TicketError } from './values/errors.js';
import type { Actor } from './values/model.js';
import type { ExistingTicket } from './ticket/ticket.js';

const PHASES = {
  pending: () => Scenario.requested(),
  cancelled: () => Scenario.requested().asks('CancelPreTicket', { reason: '' }),
  open: () => Scenario.opened(),
  closed: () => Scenario.opened().closes(),
} satisfies Record<ExistingTicket['phase'], () => Scenario>;

const COMMANDS = Object.keys(TICKET_RULES) as WholeTicketCommandType[];
const NOT_ALLOWED = ['TICKET_ALREADY_CLOSED', 'ACTION_NOT_ALLOWED', 'ACTOR_NOT_ALLOWED'];

/** Without content: refused for its form at most, where the rule allows it. */
function code(scenario: Scenario, type: WholeTicketCommandType, actor: Actor): string {
  try {
    scenario.asks(type, {}, actor);
  } catch (error) {
    return error instanceof TicketError ? error.code : 'FORM';
  }
  return 'accepted';
}

describe.each(Object.entries(PHASES))('a ticket that is %s', (phase, make) => {
  it.each(COMMANDS)('%s: allowed as the table says', (type) => {
    const allowed = TICKET_RULES[type].in.includes(phase as ExistingTicket['phase']);
    expect(NOT_ALLOWED.includes(code(make(), type, aUser()))).toBe(!allowed);
  });

  it('offers what is allowed', () => {
    for (const { command, missionId } of userActions(make().ticket)) {
      if (missionId || command === 'DeleteTicket') continue;
      expect(NOT_ALLOWED).not.toContain(code(make(), command as WholeTicketCommandType, aUser()));
    }
  });

  it('may be deleted, by a user: number, who and when stay', () => {
    const { ticket, now } = make();
    expect(decideDeletion(aUser(), now, ticket)).toEqual({
      ticketId: 'ticket-1',
      agencyId: 'agency-1',
      number: 1,
      module: 'GERANCE',
      actor: aUser(),
      at: now,
    });
    const contractor = { kind: 'CONTRACTOR', id: 'm1', name: '' } as const;
    expect(refusal(() => decideDeletion(contractor, now, ticket))).toBe('ACTOR_NOT_ALLOWED');
  });
});

it('third parties write messages, and do nothing else to a ticket', () => {
  for (const kind of ['CONTRACTOR', 'OWNER', 'COUNCIL_PRESIDENT', 'TENANT', 'THIRD_PARTY'] as const) {
    const allowed = COMMANDS.filter((type) => TICKET_RULES[type].by.includes(kind));
    expect(allowed).toEqual(['PostMessage']);
  }
  expect(COMMANDS.filter((type) => TICKET_RULES[type].by.includes('REQUESTER'))).toEqual([
    'CancelPreTicket',
    'PostMessage',
  ]);
});

it('"Informer un tiers" is not offered on an ODSM', () => {
  const odsm = Scenario.opened({ contractors: [aPerson(), aPerson()] });
  const offered = userActions(odsm.ticket).map(({ command }) => command);
  expect(offered).not.toContain('InformThirdParties');
  expect(offered).toContain('PostMessage');
});
