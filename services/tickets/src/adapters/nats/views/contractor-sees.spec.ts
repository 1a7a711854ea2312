import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import {
  Action,
  DocumentKind,
  Status,
  TicketClosedSchema,
  WorkOrderRequestedSchema,
} from '@intervia/contracts';
import type { FactContext } from '../../../application/ports/facts.js';
import { isRecorded, recordOf } from '../../../domain/history/history.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import { aDocument, aPerson } from '../../../testing/builders.js';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings.js';
import { Scenario } from '../../../testing/scenario.js';
import { toMissionView } from './mission-view.mapper.js';
import { ProtoFacts } from '../facts/proto-facts.js';

const view = (scenario: Scenario, missionId = 'm1') =>
  toMissionView({
    ticket: scenario.ticket,
    mission: scenario.mission(missionId),
    history: historyOf(scenario),
    hidesAgencyMail: false,
  });

function historyOf({ events }: Scenario): HistoryEntry[] {
  return events.filter(isRecorded).map((event) => ({ id: 'h', hash: '', ...recordOf(event) }));
}

function told(scenario: Scenario) {
  const context: FactContext = {
    id: 'e',
    ticket: scenario.ticket,
    version: 1,
    settings: DEFAULT_SETTINGS,
    audience: [],
  };
  return scenario.events.filter(isRecorded).map((event) => new ProtoFacts().toEvent(event, context));
}

function requested(scenario: Scenario) {
  const event = told(scenario).find((candidate) => candidate?.schema === WorkOrderRequestedSchema);
  if (!event) throw new Error('not requested');
  return fromBinary(WorkOrderRequestedSchema, toBinary(event.schema, event.message));
}

describe('a contractor sees', () => {
  const two = (): Scenario =>
    Scenario.opened({
      contractors: [aPerson(), aPerson({ name: 'Élec Martin' })],
      contacts: [aPerson({ name: 'M. Durand', comment: 'Sonner deux fois' })],
      notified: [aPerson({ name: 'Mme Notifiée' })],
      requester: aPerson({ name: 'M. Demandeur' }),
      attachments: [aDocument()],
    });

  it('the digicode, to be read with the description (manual, "Digicode")', () => {
    expect(view(two())).toMatchObject({
      description: 'L’eau coule en continu.',
      place: { digicode: 'B1234' },
    });
  });

  it('no digicode once it need not get in any more', () => {
    const refused = Scenario.opened().does('RefuseWorkOrder');
    const done = Scenario.opened({ description: 'Fuite' }).does('AcceptWorkOrder').does('ReportCompletion');
    expect(view(refused)).toMatchObject({ description: 'L’eau coule en continu.', place: { digicode: '' } });
    expect(view(done)).toMatchObject({ description: 'Fuite', place: { digicode: '' } });
    expect(view(Scenario.opened().closes()).place?.digicode).toBe('');
    expect(view(Scenario.opened().does('AcceptWorkOrder')).place?.digicode).toBe('B1234');
  });

  it('its contact persons and the attachments, no other contractor and nobody else', () => {
    const seen = JSON.stringify(view(two()), (_key, field: unknown) =>
      typeof field === 'bigint' ? Number(field) : field,
    );
    expect(seen).toContain('Sonner deux fois');
    for (const secret of ['Élec Martin', 'Mme Notifiée', 'M. Demandeur', 'j’ai une fuite', 'Lefèvre']) {
      expect(seen).not.toContain(secret);
    }
  });

  it('the documents it sent, not those of another', () => {
    const both = two()
      .does('AcceptWorkOrder', {}, { missionId: 'm2' })
      .does('ReportCompletion', { proofs: [aDocument({ id: 'p2' })] }, { missionId: 'm2' });
    expect(view(both, 'm1').sent).toEqual([]);
    expect(view(both, 'm2').sent).toMatchObject([{ kind: DocumentKind.PROOF, ref: { id: 'p2' } }]);
    expect(view(both, 'm1').attachments).toMatchObject([{ id: 'doc-1' }]);
  });

  it('the owner’s name in gérance, when ticked', () => {
    expect(view(Scenario.opened()).place?.ownerName).toBe('');
    expect(view(Scenario.opened({ sendOwner: true })).place?.ownerName).toBe('Mme Lefèvre');
  });

  it('what it may do now', () => {
    expect(view(two()).actions).toEqual([
      Action.ACCEPT_WORK_ORDER,
      Action.REFUSE_WORK_ORDER,
      Action.POST_MESSAGE,
    ]);
    expect(view(two().closes())).toMatchObject({ actions: [], closed: true, status: Status.WORK_ORDER_SENT });
  });
});

describe('facts', () => {
  it('carry silent mode and the digicode, the owner only when ticked', () => {
    const { ticket } = requested(Scenario.opened({ silent: true }));
    expect(ticket).toMatchObject({
      silent: true,
      description: 'L’eau coule en continu.',
      place: { digicode: 'B1234' },
    });
    expect(ticket?.place?.ownerName).toBe('');
    expect(requested(Scenario.opened({ sendOwner: true })).ticket?.place?.ownerName).toBe('Mme Lefèvre');
  });

  it('tell what each mission had come to when the ticket is closed', () => {
    const [closed] = told(Scenario.opened().does('RefuseWorkOrder').closes('Sans suite'));
    expect(closed?.schema).toBe(TicketClosedSchema);
    expect(closed?.message).toMatchObject({
      comment: 'Sans suite',
      ticket: { status: Status.CLOSED },
      missions: [{ missionId: 'm1', status: Status.WORK_ORDER_REFUSED }],
    });
  });

  it('say of an import that it is one, for read models alone', () => {
    const [fact, ...others] = told(Scenario.imported(1));
    expect(fact?.schema.name).toBe('TicketImported');
    expect(others).toHaveLength(0);
  });
});
