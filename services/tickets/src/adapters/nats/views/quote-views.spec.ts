import { describe, expect, it } from '@jest/globals';
import {
  Action,
  AppointmentCancelledSchema,
  ApprovalRequestedSchema,
  CorrespondentRole,
  DocumentKind,
  MissionReplacedSchema,
  QuoteAcceptedSchema,
  QuoteRefusedSchema,
  QuoteRequestedSchema,
  RefusalReason,
  ReminderSentSchema,
  Status,
  SteppedBackSchema,
  TicketType,
} from '@intervia/contracts';
import { isRecorded, recordOf } from '../../../domain/history/history.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings.js';
import { aDocument, aDraft, aPerson } from '../../../testing/builders.js';
import { REACHED, Scenario, VISIT } from '../../../testing/scenario.js';
import { toCorrespondentView } from './correspondent-view.mapper.js';
import { toMissionView } from './mission-view.mapper.js';
import { ProtoFacts } from '../facts/proto-facts.js';
import { toTimestamp } from '../to-proto.js';

const contractorSees = (scenario: Scenario, missionId = 'm1') =>
  toMissionView({
    ticket: scenario.ticket,
    mission: scenario.mission(missionId),
    history: historyOf(scenario),
    hidesAgencyMail: false,
  });

function historyOf({ events }: Scenario): HistoryEntry[] {
  return events.filter(isRecorded).map((event) => ({ id: 'h', hash: '', ...recordOf(event) }));
}

function approverSees(scenario: Scenario) {
  const { ticket } = scenario;
  const [correspondent] = ticket.correspondents;
  if (!correspondent) throw new Error('nobody was asked');
  return toCorrespondentView({ ticket, correspondent, history: historyOf(scenario), emergencyNumbers: '' });
}

const told = ({ ticket, events }: Scenario) =>
  events.filter(isRecorded).map((event) =>
    new ProtoFacts().toEvent(event, {
      id: 'e',
      ticket,
      version: 1,
      settings: DEFAULT_SETTINGS,
      audience: [],
    }),
  );

describe('the contractor of a quote sees', () => {
  it.each(['QUOTE_AWAITING_APPROVAL', 'QUOTE_APPROVED', 'QUOTE_REJECTED'] as const)(
    '%s as a quote that was received: the approval is none of its business',
    (status) => {
      const seen = contractorSees(REACHED[status]());
      expect(seen.status).toBe(Status.QUOTE_RECEIVED);
      expect(Object.keys(seen)).not.toContain('approval');
    },
  );

  it('a single quote, also when others were asked', () => {
    const dm = Scenario.opened({ quote: true, contractors: [aPerson(), aPerson({ name: 'Élec Martin' })] });
    expect(contractorSees(dm).type).toBe(TicketType.SINGLE_QUOTE);
    expect(contractorSees(dm).actions).toEqual([
      Action.PROMISE_QUOTE,
      Action.DECLINE_QUOTE_REQUEST,
      Action.SUBMIT_QUOTE,
      Action.POST_MESSAGE,
    ]);
  });

  it('not from which amount on the owner decides, nor who works for the agency', () => {
    const place = { ...aDraft().place!, approvalThresholdCents: 50_000, staffIds: ['user-7'] };
    const asked = Scenario.opened({ quote: true, place }).does('SubmitQuote').manages('RequestApproval');
    for (const seen of [contractorSees(asked), approverSees(asked)]) {
      expect(seen.place).toMatchObject({ approvalThresholdCents: 0, staffIds: [] });
    }
  });

  it('its quote, the amount, and the copy that was signed', () => {
    const accepted = REACHED.QUOTE_RECEIVED().manages('AcceptQuote', {
      signedCopy: aDocument({ id: 'signed' }),
    });
    expect(contractorSees(accepted)).toMatchObject({
      amountCents: 80_000,
      signedQuote: { id: 'signed' },
      sent: [{ kind: DocumentKind.QUOTE, ref: { id: 'quote' } }],
      actions: [Action.PROPOSE_APPOINTMENT, Action.POST_MESSAGE],
    });
  });

  it('which of its quotes a later one replaced', () => {
    const replaced = REACHED.QUOTE_RECEIVED().does('SubmitQuote', { quotes: [aDocument({ id: 'second' })] });
    expect(contractorSees(replaced).sent).toMatchObject([
      { ref: { id: 'quote' }, superseded: true },
      { ref: { id: 'second' }, superseded: false },
    ]);
  });

  it('that an acknowledgement is asked for, until it gave it', () => {
    const asked = Scenario.opened({ readReceipt: true });
    expect(contractorSees(asked).acknowledgementAsked).toBe(true);
    expect(contractorSees(asked).actions).toContain(Action.ACKNOWLEDGE_READING);
    expect(contractorSees(asked.does('AcknowledgeReading')).acknowledgementAsked).toBe(false);
    expect(contractorSees(Scenario.opened()).acknowledgementAsked).toBe(false);
  });
});

describe('the one who approves sees', () => {
  it('the quote it was asked about, open until it is answered', () => {
    expect(approverSees(REACHED.QUOTE_AWAITING_APPROVAL())).toMatchObject({
      correspondent: { id: 'c1', role: CorrespondentRole.OWNER },
      quotes: [
        {
          missionId: 'm1',
          amountCents: 80_000,
          documents: [{ id: 'quote' }],
          open: true,
          contractorName: 'Plomberie Dupont',
        },
      ],
    });
    expect(approverSees(REACHED.QUOTE_APPROVED()).quotes).toMatchObject([
      { open: false, approval: { approved: true } },
    ]);
    expect(approverSees(REACHED.QUOTE_AWAITING_APPROVAL().closes())).toMatchObject({
      closed: true,
      quotes: [{ open: false }],
    });
  });

  it('no other quote, no other thread, no digicode', () => {
    const two = Scenario.opened({ quote: true, contractors: [aPerson(), aPerson({ name: 'Élec Martin' })] })
      .does('SubmitQuote')
      .does('SubmitQuote', { amountCents: 99 }, { missionId: 'm2' })
      .manages('RequestApproval');
    const seen = approverSees(two);
    expect(seen.quotes).toHaveLength(1);
    expect(seen.description).not.toContain('B1234');
    expect(seen.place).toMatchObject({ digicode: '' });
  });
});

describe('facts tell', () => {
  it('the request, its attachments, and whether a work order was there before', () => {
    const asked = Scenario.opened({ attachments: [aDocument()], readReceipt: true }).manages('RequestQuote');
    expect(told(asked)).toMatchObject([
      {
        schema: QuoteRequestedSchema,
        message: { fromWorkOrder: true, readReceipt: true, attachments: [{ id: 'doc-1' }] },
      },
    ]);
  });

  it('the approver, who is informed, and the quote', () => {
    const asked = REACHED.QUOTE_RECEIVED().manages('RequestApproval', {
      informed: [aPerson({ name: 'Mme Roy' })],
    });
    expect(told(asked)).toMatchObject([
      {
        schema: ApprovalRequestedSchema,
        message: {
          correspondent: { id: 'c1', role: CorrespondentRole.OWNER },
          informed: [{ name: 'Mme Roy' }],
          quotes: [{ id: 'quote' }],
          amountCents: 80_000,
        },
      },
    ]);
  });

  it('whom an approval’s reminder is for', () => {
    const reminded = REACHED.QUOTE_AWAITING_APPROVAL().fires(new Date('2026-09-11T08:00:00Z'));
    expect(told(reminded)).toMatchObject([
      { schema: ReminderSentSchema, message: { correspondent: { id: 'c1' }, mission: { missionId: 'm1' } } },
    ]);
    const contractors = Scenario.opened().fires(new Date('2026-09-10T08:00:00Z'));
    expect(told(contractors)[0]?.message).not.toHaveProperty('correspondent');
  });

  it('the choice, and the refusal of the others', () => {
    const chosen = Scenario.opened({ quote: true, contractors: [aPerson(), aPerson()] })
      .does('SubmitQuote')
      .manages('AcceptQuote', { signedCopy: aDocument({ id: 'signed' }) });
    expect(told(chosen)).toMatchObject([
      { schema: QuoteAcceptedSchema, message: { amountCents: 80_000, signedCopy: { id: 'signed' } } },
      {
        schema: QuoteRefusedSchema,
        message: { reason: RefusalReason.OTHER_CHOSEN, mission: { missionId: 'm2' } },
      },
    ]);
  });

  it('the appointment that no longer holds', () => {
    expect(told(REACHED.APPOINTMENT_VALIDATED().manages('CancelAppointment'))).toMatchObject([
      {
        schema: AppointmentCancelledSchema,
        message: { mission: { appointment: { start: toTimestamp(VISIT) }, status: Status.QUOTE_ACCEPTED } },
      },
    ]);
  });

  it('the appointment that a step back, or a quote in the place of a work order, takes from people', () => {
    const start = toTimestamp(VISIT);
    const dropped = { droppedAppointment: { start, durationMinutes: 60 } };
    expect(told(REACHED.APPOINTMENT_VALIDATED().manages('StepBack'))).toMatchObject([
      { message: { ...dropped, mission: { status: Status.QUOTE_ACCEPTED } } },
    ]);
    expect(told(REACHED.WORK_ORDER_ACCEPTED().manages('RequestQuote'))).toMatchObject([{ message: dropped }]);
    expect(told(REACHED.WORK_ORDER_ACCEPTED().manages('SubmitQuote'))).toMatchObject([{ message: dropped }]);
    expect(told(REACHED.QUOTE_REFUSED().manages('StepBack'))).not.toMatchObject([
      { message: { droppedAppointment: expect.anything() } },
    ]);
  });

  it('what a replaced mission had come to, and its visit', () => {
    expect(told(REACHED.WORK_ORDER_REFUSED().contacts('m1'))).toMatchObject([
      { schema: MissionReplacedSchema, message: { from: Status.WORK_ORDER_REFUSED } },
      {},
    ]);
    expect(told(REACHED.APPOINTMENT_VALIDATED().contacts('m1'))).toMatchObject([
      {
        message: {
          from: Status.APPOINTMENT_VALIDATED,
          mission: { appointment: { start: toTimestamp(VISIT) } },
        },
      },
      {},
    ]);
  });

  it('from where a mission stepped back, and where it is', () => {
    expect(told(REACHED.QUOTE_REFUSED().manages('StepBack'))).toMatchObject([
      {
        schema: SteppedBackSchema,
        message: { from: Status.QUOTE_REFUSED, mission: { status: Status.QUOTE_RECEIVED } },
      },
    ]);
  });
});
