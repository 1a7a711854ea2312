import 'reflect-metadata';
import { create } from '@bufbuild/protobuf';
import { Module, PlaceStaffChangedSchema, Visibility, WorkOrderRequestedSchema } from '@intervia/contracts';
import { EventPublisher } from '@intervia/messaging';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';

import {
  byUser,
  command,
  documentRequest,
  draftRequest,
  settingsRequest,
  ticketRequest,
} from './testing/requests.js';
import { eventsOf, known, missionOf, open, problem, startStack } from './testing/stack.js';
import type { Stack } from './testing/stack.js';

// Real servers, on machines that may have other work.
jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack?.stop());

/** Specification, "Who sees what". */
describe('an assistant', () => {
  const attached = (agencyId: string, id: string, standsInFor: string[] = []) => ({
    ...byUser(agencyId, id),
    attachedOnly: true,
    standsInFor,
  });
  const place = { buildingId: 'b-1', unitId: 'u-12', label: 'Appartement 12', staffIds: ['julie'] };

  it('sees and moves the tickets of its places, and no others', async () => {
    const agencyId = randomUUID();
    const ticket = await open(stack, draftRequest({ place }), command(byUser(agencyId)));
    const target = { ticketId: ticket.id, missionId: missionOf(ticket) };
    const julie = attached(agencyId, 'julie');
    const hugo = attached(agencyId, 'hugo');
    expect((await stack.tickets.getTicket({ caller: julie, ticketId: ticket.id })).ticket?.id).toBe(
      ticket.id,
    );
    const { head } = await stack.tickets.getTicketHead({ caller: julie, ticketId: ticket.id });
    expect(head).toMatchObject({ id: ticket.id, module: Module.SYNDIC, version: 1, place });
    await stack.tickets.addNote({ context: command(julie), ticketId: ticket.id, html: 'Vu' });

    const outside = [
      problem(stack.tickets.getTicket({ caller: hugo, ticketId: ticket.id })),
      problem(stack.tickets.getTicketHead({ caller: hugo, ticketId: ticket.id })),
      problem(stack.tickets.getTicketHead({ caller: byUser(randomUUID()), ticketId: ticket.id })),
      problem(stack.tickets.markRead({ caller: hugo, ticketId: ticket.id })),
      problem(stack.tickets.addNote({ context: command(hugo), ticketId: ticket.id, html: 'Vu' })),
      problem(stack.tickets.refuseWorkOrder({ context: command(hugo), ...target, reason: 'Non' })),
      problem(stack.tickets.recordTimeSpent({ context: command(hugo), ticketId: ticket.id, seconds: 5 })),
      problem(stack.tickets.deleteTicket({ context: command(hugo), ticketId: ticket.id })),
    ];
    for (const { code } of await Promise.all(outside)) expect(code).toBe('TICKET_NOT_FOUND');
    const manager = { id: 'hugo', name: 'Hugo' };
    const taken = { context: command(hugo), ticketIds: [ticket.id], manager };
    expect((await stack.tickets.changeManager(taken)).problems[0]?.problem?.code).toBe('TICKET_NOT_FOUND');
  });

  it('sees those of the colleague whose absence it covers', async () => {
    const agencyId = randomUUID();
    const ticket = await open(stack, draftRequest({ place }), command(byUser(agencyId)));
    const caller = attached(agencyId, 'hugo', ['julie']);
    expect((await stack.tickets.getTicket({ caller, ticketId: ticket.id })).ticket?.id).toBe(ticket.id);
  });

  it('opens tickets where it is attached, or where an absent colleague is, and nowhere else', async () => {
    const agencyId = randomUUID();
    const context = () => command(attached(agencyId, 'hugo'));
    const covering = () => command(attached(agencyId, 'hugo', ['julie']));
    const draft = draftRequest({ place });
    const note = { externalId: 'n', module: Module.SYNDIC, subject: 'Ampoule', place };
    const request = { ...ticketRequest(agencyId), place };
    const here = { ...place, staffIds: ['hugo'] };
    const asked = await stack.tickets.requestTicket({ ...request, place: here, context: context() });
    const validation = { ticketId: asked.ticketId, draft };
    const refused = [
      stack.tickets.openTicket({ context: context(), draft }),
      stack.tickets.previewTimers({ caller: context().caller, subject: { case: 'draft', value: draft } }),
      stack.tickets.requestTicket({ ...request, context: context() }),
      stack.tickets.importVisitNotes({ caller: context().caller, notes: [note] }),
      // Its own request, moved to a place that is not its own.
      stack.tickets.validatePreTicket({ context: context(), ...validation }),
    ];
    for (const call of refused) {
      expect(await problem(call)).toMatchObject({ code: 'PLACE_NOT_ATTACHED', kind: 'forbidden' });
    }
    await open(stack, draft, covering());
    await stack.tickets.previewTimers({
      caller: covering().caller,
      subject: { case: 'draft', value: draft },
    });
    await stack.tickets.requestTicket({ ...request, context: covering() });
    expect(
      (await stack.tickets.importVisitNotes({ caller: covering().caller, notes: [note] })).imported,
    ).toBe(1);
    await stack.tickets.validatePreTicket({ context: covering(), ...validation });
  });

  it('follows the directory when a place is given to somebody else', async () => {
    const agencyId = randomUUID();
    const context = command(byUser(agencyId));
    const unit = await open(stack, draftRequest({ place }), context);
    const whole = { buildingId: 'b-1', label: 'Immeuble', staffIds: ['julie'] };
    const building = await open(stack, draftRequest({ place: whole }), command(byUser(agencyId)));
    const sees = async (id: string): Promise<string[]> => {
      const caller = attached(agencyId, id);
      const seen = [unit, building].map(({ id: ticketId }) =>
        stack.tickets.getTicket({ caller, ticketId }).then(
          () => ticketId,
          () => undefined,
        ),
      );
      return (await Promise.all(seen)).filter((ticketId) => ticketId !== undefined);
    };
    const change = (staff: { buildingId?: string; unitId?: string; staffIds: string[] }) =>
      stack.app.get(EventPublisher).publish({
        id: randomUUID(),
        schema: PlaceStaffChangedSchema,
        message: create(PlaceStaffChangedSchema, staff),
        aggregateId: 'b-1',
        agencyId,
        occurredAt: stack.clock.now(),
      });
    await change({ buildingId: 'b-1', staffIds: ['hugo'] });
    await eventually(async () => ((await sees('hugo')).length > 0 ? true : undefined));
    // The building's ticket only: the unit has an event of its own.
    expect([await sees('hugo'), await sees('julie')]).toEqual([[building.id], [unit.id]]);
    await change({ unitId: 'u-12', staffIds: ['hugo'] });
    await eventually(async () => ((await sees('hugo')).length === 2 ? true : undefined));
    // A step that follows keeps it so.
    await stack.tickets.addNote({ context: command(byUser(agencyId)), ticketId: unit.id, html: 'Vu' });
    expect(await sees('julie')).toEqual([]);
  });

  it('has the staff of the place that a validation chooses', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    const note = { externalId: 'n', module: Module.SYNDIC, subject: 'Ampoule', place: { buildingId: 'b-9' } };
    await stack.tickets.importVisitNotes({ caller, notes: [note] });
    const ticketId = known(
      (await stack.tickets.listTickets({ caller, module: Module.SYNDIC })).tickets[0],
    ).id;
    await stack.tickets.validatePreTicket({
      context: command(caller),
      ticketId,
      draft: draftRequest({ place }),
    });
    const julie = attached(agencyId, 'julie');
    expect((await stack.tickets.getTicket({ caller: julie, ticketId })).ticket?.id).toBe(ticketId);
  });
});

describe('the settings of a module', () => {
  it('are the default ones until saved; then each is saved upon the one that was read', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    const read = async (module = Module.SYNDIC) =>
      known((await stack.tickets.getModuleSettings({ caller, module })).settings);
    expect(await read()).toMatchObject({
      version: 0,
      listSize: 50,
      notifyManager: true,
      shownToClients: false,
    });
    const save = (version: number, listSize: number) =>
      stack.tickets.updateModuleSettings({
        context: command(caller),
        module: Module.SYNDIC,
        settings: settingsRequest({ version, listSize }),
      });
    await save(0, 20);
    expect(await read()).toMatchObject({
      version: 1,
      listSize: 20,
      timers: { quiet: { from: 20, until: 8 } },
    });
    // The same once more is a repetition; another upon an old version is a conflict.
    expect((await save(0, 20)).settings?.version).toBe(1);
    expect((await problem(save(0, 30))).code).toBe('VERSION_CONFLICT');
    await save(1, 30);
    expect((await problem(save(1, 40))).code).toBe('VERSION_CONFLICT');
    expect((await read()).listSize).toBe(30);
    // The other module's, and another agency's, are others.
    expect((await read(Module.GERANCE)).version).toBe(0);
    const foreign = { caller: byUser('agency-2'), module: Module.SYNDIC };
    expect((await stack.tickets.getModuleSettings(foreign)).settings?.version).toBe(0);
  });

  it('are refused with one problem per fault', async () => {
    const settings = settingsRequest({ listSize: 5, visibility: Visibility.TENANTS });
    const call = stack.tickets.updateModuleSettings({ context: command(), module: Module.SYNDIC, settings });
    expect(await problem(call)).toMatchObject({
      code: 'INVALID_SETTINGS',
      fields: [
        { field: 'visibility', code: 'NOT_IN_THIS_MODULE' },
        { field: 'listSize', code: 'OUT_OF_RANGE' },
      ],
    });
  });

  it('shape a new ticket and what is told of it', async () => {
    const agencyId = randomUUID();
    const caller = byUser(agencyId);
    await stack.tickets.updateModuleSettings({
      context: command(caller),
      module: Module.SYNDIC,
      settings: settingsRequest({
        readReceipt: true,
        hideAgencyMail: true,
        notifyManager: false,
        notifyAssistant: true,
        visibility: Visibility.COUNCIL,
        defaultDescription: 'Merci d’intervenir avec soin.',
        defaultAttachments: [documentRequest('conditions')],
        automaticInvoiceRequest: true,
        timers: { workOrder: { hours: 4, maximum: 0 } },
      }),
    });
    const draft = draftRequest({
      description: '',
      assistant: { id: 'julie', name: 'Julie', mail: 'julie@tilleuls.example' },
      attachments: [documentRequest('photo')],
    });
    const ticket = await open(stack, draft, command(caller));
    expect(ticket).toMatchObject({
      readReceipt: true,
      automaticInvoiceRequest: true,
      visibility: Visibility.COUNCIL,
      description: 'Merci d’intervenir avec soin.',
      assistant: { id: 'julie' },
      timerSettings: { workOrder: { hours: 4, maximum: 0 }, quote: { hours: 120, maximum: 3 } },
    });
    const fact = await eventually(() =>
      eventsOf(stack, WorkOrderRequestedSchema).find((event) => event.ticket?.ticketId === ticket.id),
    );
    expect(fact.readReceipt).toBe(true);
    expect(fact.attachments.map(({ id }) => id)).toEqual(['photo', 'conditions']);
    expect(fact.ticket).toMatchObject({ hideAgencyMail: true, toldUsers: [{ id: 'julie' }] });
    const missionId = ticket.missions[0]?.id ?? '';
    const { mission } = await stack.tickets.getMission({ caller, ticketId: ticket.id, missionId });
    expect(mission?.manager).toMatchObject({ name: 'Claire Moreau', mail: '' });
  });
});
