import 'reflect-metadata';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { PersonErasedSchema, TicketsPrivacyService } from '@intervia/contracts';
import type { PersonMarksSchema, Ticket } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { STRUCK_OUT } from '@intervia/rules';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@intervia/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { TICKET_PAGE } from './adapters/mongo/ticket/ticket-page.schema.js';
import type { TicketPageFields } from './adapters/mongo/ticket/ticket-page.schema.js';
import { RetentionOfTickets } from './application/privacy/retention.js';
import {
  byClient,
  byContractor,
  byUser,
  command,
  documentRequest,
  draftRequest,
  personRequest,
} from './testing/requests.js';
import { eventsOf, known, missionOf, open, problem, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

jest.setTimeout(60_000);

const YANN = {
  partyId: '',
  names: ['Yann Le Goff'],
  mails: ['yann@legoff.example'],
  phones: ['+33639980111'],
} satisfies MessageInitShape<typeof PersonMarksSchema>;
const HELENE = { partyId: 'party-7', names: ['Hélène Morvan'], mails: [], phones: [] };

let stack: Stack;
let privacy: ServiceClient<typeof TicketsPrivacyService>;
beforeAll(async () => {
  stack = await startStack({ env: { HISTORY_KEY: 'a key of at least thirty-two letters' } });
  privacy = stack.app.get(BusClient).service(TicketsPrivacyService);
});
afterAll(() => stack?.stop());

const yann = personRequest({
  name: 'Yann Le Goff',
  reach: { mails: ['yann@legoff.example'], mobiles: ['+33639980111'], channels: { mail: true } },
});
const helene = personRequest({
  partyId: 'party-7',
  name: 'Hélène Morvan',
  reach: { mails: ['h.morvan@essais.example'], mobiles: [], channels: { mail: true } },
});

/** Yann is its contractor, Hélène asked for it. */
async function aTicket(agencyId: string): Promise<Ticket> {
  const draft = draftRequest({
    contractors: [yann],
    requester: helene,
    description: 'Mme Hélène Morvan attend Yann Le Goff (06 39 98 01 11)',
  });
  const ticket = await open(stack, draft, command(byUser(agencyId)));
  const ticketId = ticket.id;
  const context = () =>
    command({
      ...byContractor(missionOf(ticket), agencyId),
      actor: { ...byContractor(missionOf(ticket)).actor, name: 'Yann Le Goff' },
    });
  await stack.tickets.postMessage({
    context: context(),
    ticketId,
    text: 'Je passerai chez Mme Morvan jeudi',
    documents: [documentRequest('photo-de-yann')],
  });
  await stack.tickets.addNote({
    context: command(byUser(agencyId)),
    ticketId,
    html: '<p>Yann Le Goff rappelle</p>',
  });
  return ticket;
}

const close = (ticketId: string, agencyId: string) =>
  stack.tickets.closeTicket({ context: command(byUser(agencyId)), ticketId });

const stored = async (ticketId: string): Promise<string> => {
  const pages = stack.app.get<Model<TicketPageFields>>(getModelToken(TICKET_PAGE));
  const { search: _keys, ...ticket } = known((await stack.model.findById(ticketId).lean()) ?? undefined);
  return JSON.stringify([ticket, await pages.find({ ticketId }).lean()]);
};

describe('what is held about somebody', () => {
  it('is found in their agency alone, by whatever they are known by', async () => {
    const ticket = await aTicket('agency-find');
    await aTicket('agency-find-2');
    for (const person of [YANN, HELENE, { names: ['Yann Le Goff'] }]) {
      const { tickets, nextAfter } = await privacy.findTicketsOfPerson({
        caller: byUser('agency-find'),
        person,
      });
      expect(tickets).toMatchObject([{ ticketId: ticket.id, number: ticket.number, open: true }]);
      expect(nextAfter).toBe(0);
    }
    const others = await privacy.findTicketsOfPerson({
      caller: byUser('agency-find'),
      person: { partyId: 'party-8', names: ['Hélène Morvan'] },
    });
    expect(others.tickets).toEqual([]);
  });

  it('is given whole: who they are, what they wrote, what was written of them', async () => {
    const { id: ticketId } = await aTicket('agency-export');
    const found = await privacy.exportTicketOfPerson({
      caller: byUser('agency-export'),
      person: YANN,
      ticketId,
    });
    expect(JSON.parse(found.headerJson)).toMatchObject({
      appearances: [{ role: 'contractor', person: { name: 'Yann Le Goff' } }],
    });
    const said = found.statementsJson.join('\n');
    expect(said).toContain('Je passerai chez Mme Morvan jeudi');
    expect(said).toContain('<p>Yann Le Goff rappelle</p>');
    expect(found.documents.map(({ id }) => id)).toEqual(['photo-de-yann']);
  });

  it('is nobody’s but the agency’s people', async () => {
    const { code } = await problem(
      privacy.findTicketsOfPerson({ caller: byClient('party-7', 'agency-export'), person: YANN }),
    );
    expect(code).toBe('ACTOR_NOT_ALLOWED');
    expect(await problem(privacy.findTicketsOfPerson({ caller: byUser('agency-export') }))).toMatchObject({
      code: 'INVALID_COMMAND',
    });
  });
});

describe('striking somebody out', () => {
  const erase = (ticketId: string, person: MessageInitShape<typeof PersonMarksSchema>, agencyId: string) =>
    privacy.erasePersonFromTicket({ context: command(byUser(agencyId)), person, ticketId });

  it('waits for the end of the ticket', async () => {
    const { id, number } = await aTicket('agency-open');
    expect(await problem(erase(id, YANN, 'agency-open'))).toMatchObject({
      code: 'PERSON_IN_OPEN_TICKET',
      params: { number: String(number) },
    });
  });

  it('leaves nothing of them, not on pages either, and a history that holds', async () => {
    const agencyId = 'agency-erase';
    const ticket = await aTicket(agencyId);
    const by = {
      ...byContractor(missionOf(ticket), agencyId),
      actor: { ...byContractor(missionOf(ticket)).actor, name: 'Yann Le Goff' },
    };
    // More than a ticket holds by itself.
    for (let i = 0; i < 40; i += 1) {
      await stack.tickets.postMessage({
        context: command(by),
        ticketId: ticket.id,
        text: `Yann Le Goff ${i} `.repeat(100),
      });
    }
    await close(ticket.id, agencyId);
    expect(await erase(ticket.id, YANN, agencyId)).toMatchObject({
      changed: true,
      documentsErased: 1,
      documentsKept: 0,
    });
    const left = await stored(ticket.id);
    for (const mark of ['Le Goff', 'yann@', '39980111', '39 98 01 11', 'Je passerai', 'photo-de-yann']) {
      expect(left).not.toContain(mark);
    }
    expect(left).toContain(STRUCK_OUT);
    expect(left).toContain('Hélène Morvan');
    expect(
      await stack.tickets.verifyHistory({ caller: byUser(agencyId), ticketId: ticket.id }),
    ).toMatchObject({
      intact: true,
      keyed: true,
    });
    const [told] = await eventually(() => {
      const events = eventsOf(stack, PersonErasedSchema);
      return events.length > 0 ? events : undefined;
    });
    expect(told).toMatchObject({
      ticketId: ticket.id,
      documentIds: ['photo-de-yann'],
      missionIds: [missionOf(ticket)],
      subject: ticket.subject,
    });
    expect(await erase(ticket.id, YANN, agencyId)).toMatchObject({ changed: false });
    // Somebody else, out of the same entries.
    expect(await erase(ticket.id, HELENE, agencyId)).toMatchObject({ changed: true });
    expect(await stored(ticket.id)).not.toContain('Hélène Morvan');
    expect(
      await stack.tickets.verifyHistory({ caller: byUser(agencyId), ticketId: ticket.id }),
    ).toMatchObject({
      intact: true,
    });
  });

  it('is not what somebody does who writes into the database', async () => {
    const agencyId = 'agency-forged';
    const ticket = await aTicket(agencyId);
    await close(ticket.id, agencyId);
    await erase(ticket.id, YANN, agencyId);
    const { history } = known((await stack.model.findById(ticket.id).lean()) ?? undefined);
    const place = history.findIndex(({ erasure }) => erasure !== undefined);
    await stack.model.updateOne({ _id: ticket.id }, { $set: { [`history.${place}.text`]: 'autre' } });
    expect(
      await stack.tickets.verifyHistory({ caller: byUser(agencyId), ticketId: ticket.id }),
    ).toMatchObject({
      intact: false,
      brokenAt: place + 1,
    });
  });
});

describe('how long tickets are kept', () => {
  const agencyId = 'agency-retention';
  const run = () => stack.app.get(RetentionOfTickets).run();

  it('is for ever unless the agency says else; a try changes nothing; the job deletes what is old', async () => {
    const caller = byUser(agencyId);
    const rule = { closedMonths: 12, cancelledMonths: 0 };
    const old = await aTicket(agencyId);
    await close(old.id, agencyId);
    const still = await aTicket(agencyId);
    await stack.clock.move(400 * 24 * 3_600_000);
    const young = await aTicket(agencyId);
    await close(young.id, agencyId);

    expect(await privacy.getRetention({ caller })).toMatchObject({ retention: { closedMonths: 0 } });
    expect(await run()).toBe(0);
    expect(await privacy.previewRetention({ caller, retention: rule })).toMatchObject({
      tickets: 1,
      documents: 1,
      more: false,
      examples: [{ number: old.number, open: false }],
    });
    expect((await stack.tickets.getTicket({ caller, ticketId: old.id })).ticket?.id).toBe(old.id);

    await privacy.saveRetention({ context: command(caller), retention: rule });
    expect(await run()).toBe(1);
    expect(await problem(stack.tickets.getTicket({ caller, ticketId: old.id }))).toMatchObject({
      code: 'TICKET_NOT_FOUND',
    });
    for (const { id } of [still, young]) {
      expect((await stack.tickets.getTicket({ caller, ticketId: id })).ticket?.id).toBe(id);
    }
    expect(await privacy.getRetention({ caller })).toMatchObject({ retention: rule, lastDeleted: 1 });
    // Once a day.
    expect(await run()).toBe(0);
  });

  it('is never a slip', async () => {
    expect(
      await problem(
        privacy.saveRetention({
          context: command(byUser(agencyId)),
          retention: { closedMonths: 1, cancelledMonths: 0 },
        }),
      ),
    ).toMatchObject({ code: 'INVALID_SETTINGS', fields: [{ field: 'closedMonths', code: 'OUT_OF_RANGE' }] });
  });
});
