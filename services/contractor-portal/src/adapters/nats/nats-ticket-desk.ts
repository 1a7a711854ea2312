import { Injectable } from '@nestjs/common';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ActorKind, TicketsService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import type { Answer } from '../../domain/answer.js';
import type { LinkTarget } from '../../domain/link.js';
import { TicketDesk } from '../../application/ports/ticket-desk.js';
import type { Mission } from '../../application/ports/ticket-desk.js';
import { presenceCodes, toMission } from './mission.mapper.js';

/**
 * Both calls of one submitted form end before a caller of ours would send the form again:
 * a contractor gets the filled form back rather than an error without it.
 */
const WAIT = { timeoutMs: 2_200 };

@Injectable()
export class NatsTicketDesk extends TicketDesk {
  private readonly tickets;

  constructor(bus: BusClient) {
    super();
    this.tickets = bus.service(TicketsService);
  }

  async mission(target: LinkTarget): Promise<Mission> {
    const { ticketId, missionId } = target;
    const { mission } = await this.tickets.getMission(
      { caller: callerOf(target, ''), ticketId, missionId },
      WAIT,
    );
    if (!mission) throw new Error('GetMission answered without a mission');
    return toMission(mission);
  }

  async answer(target: LinkTarget, contractorName: string, commandId: string, answer: Answer): Promise<void> {
    const { ticketId, missionId } = target;
    const base = { context: { caller: callerOf(target, contractorName), commandId }, ticketId, missionId };
    switch (answer.kind) {
      case 'accept': {
        const { start, durationMinutes, comment } = answer;
        const appointment = { start: timestampFromDate(start), durationMinutes };
        await this.tickets.acceptWorkOrder({ ...base, appointment, comment }, WAIT);
        return;
      }
      case 'refuse':
        await this.tickets.refuseWorkOrder({ ...base, reason: answer.reason }, WAIT);
        return;
      case 'presence': {
        const { presence, lateMinutes, comment } = answer;
        await this.tickets.answerPresence(
          { ...base, answer: presenceCodes[presence], lateMinutes, comment },
          WAIT,
        );
        return;
      }
      case 'completion': {
        const { comment, proofs, invoice } = answer;
        const billed = invoice && { invoice: invoice.document, invoiceAmountCents: invoice.amountCents };
        await this.tickets.reportCompletion({ ...base, comment, proofs, ...billed }, WAIT);
        return;
      }
      case 'invoice': {
        const { invoice, comment } = answer;
        const { document, amountCents } = invoice;
        await this.tickets.submitInvoice({ ...base, invoice: document, amountCents, comment }, WAIT);
        return;
      }
      default:
        answer satisfies never;
    }
  }
}

function callerOf({ agencyId, missionId }: LinkTarget, name: string) {
  return { agencyId, actor: { kind: ActorKind.CONTRACTOR, id: missionId, name } };
}
