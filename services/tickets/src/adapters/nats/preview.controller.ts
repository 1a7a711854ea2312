import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { PreviewTimersRequest, PreviewTimersResponseSchema } from '@intervia/contracts';
import { TicketsService, TimerKind } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PreviewTimersQuery } from '../../application/timers/preview-timers.query.js';
import type { Firing } from '../../domain/firing/expected-firings.js';
import { toCaller, toDraft } from './from-proto.js';

/** What the send simulator asks of tickets. */
@Controller()
export class PreviewController {
  constructor(private readonly previewTimersQuery: PreviewTimersQuery) {}

  @RpcMethod(TicketsService.method.previewTimers)
  async previewTimers(
    @Payload() request: PreviewTimersRequest,
  ): Promise<MessageInitShape<typeof PreviewTimersResponseSchema>> {
    const firings = await this.firings(request);
    return {
      firings: firings.map(({ kind, at, ...same }) => ({
        ...same,
        kind: TimerKind[kind],
        at: timestampFromDate(at),
      })),
    };
  }

  private firings({ caller: message, subject }: PreviewTimersRequest): Promise<readonly Firing[]> {
    const caller = toCaller(message);
    return subject.case === 'ticketId'
      ? this.previewTimersQuery.ofTicket(caller, subject.value)
      : this.previewTimersQuery.ofDraft(caller, toDraft(subject.value));
  }
}
