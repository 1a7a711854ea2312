import type { PostalAddress } from '@intervia/contracts';
import type { NoticeGiven, NoticeWithdrawn, TenantDeparted } from '@intervia/contracts';
import {
  DepartureReason,
  NoticeGivenSchema,
  NoticeWithdrawnSchema,
  TenantDepartedSchema,
} from '@intervia/contracts';
import type { EventMeta } from '@intervia/messaging';
import { OnEvent } from '@intervia/messaging';
import { Inbox } from '@intervia/mongo';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { RecordFactHandler } from '../../application/radiations/record-fact.handler.js';
import type { Leaving, Reason } from '../../domain/radiation/radiation.js';
import { Sweeper } from '../schedule/sweeper.js';
import { toTenancy } from './tenancy.mapper.js';

/** Notices and departures of the directory, each handled once. */
@Controller()
export class TenantEventsController {
  constructor(
    private readonly record: RecordFactHandler,
    private readonly sweeper: Sweeper,
    private readonly inbox: Inbox,
  ) {}

  @OnEvent(NoticeGivenSchema)
  async onNoticeGiven(@Payload() event: NoticeGiven, @Ctx() meta: EventMeta): Promise<void> {
    await this.onNotice('NOTICE_GIVEN', event, meta);
  }

  @OnEvent(NoticeWithdrawnSchema)
  async onNoticeWithdrawn(@Payload() event: NoticeWithdrawn, @Ctx() meta: EventMeta): Promise<void> {
    await this.onNotice('NOTICE_WITHDRAWN', event, meta);
  }

  @OnEvent(TenantDepartedSchema)
  async onTenantDeparted(
    @Payload() { tenant, departure, sharersLeft }: TenantDeparted,
    @Ctx() meta: EventMeta,
  ): Promise<void> {
    if (!tenant || !departure) return;
    const leaving: Leaving = {
      ...{
        leaseId: tenant.lease?.id ?? '',
        sharerId: departure.sharerId,
        noticeId: departure.noticeId || departure.id,
      },
      ...{ reason: reasonOf(departure.reason), departedOn: departure.leftOn },
      ...{
        noticeDate: departure.noticeReceivedOn || undefined,
        noticeEnd: departure.noticeEndsOn || undefined,
      },
      ...{ lastMonthPaid: departure.lastMonthPaid, balanceCents: departure.balanceCents, sharersLeft },
      newAddress: addressOf(departure.newAddress),
    };
    await this.inbox.once(meta, () =>
      this.record.execute(meta.agencyId, 'DEPARTED', toTenancy(tenant), leaving),
    );
    this.sweeper.departed();
  }

  private async onNotice(
    fact: 'NOTICE_GIVEN' | 'NOTICE_WITHDRAWN',
    { tenant, notice }: NoticeGiven | NoticeWithdrawn,
    meta: EventMeta,
  ): Promise<void> {
    if (!tenant || !notice) return;
    const tenancy = toTenancy(tenant);
    const present = tenancy.occupants.filter(({ leftOn }) => !leftOn).length;
    const leaving: Leaving = {
      ...{ leaseId: tenancy.leaseId, sharerId: notice.sharerId, noticeId: notice.id },
      ...{ reason: reasonOf(notice.reason), noticeDate: notice.receivedOn, noticeEnd: notice.leavesOn },
      ...{ lastMonthPaid: tenancy.calls.at(-1)?.unpaidCents === 0, balanceCents: tenancy.balanceCents },
      sharersLeft: notice.sharerId ? Math.max(0, present - 1) : 0,
      newAddress: addressOf(notice.newAddress),
    };
    await this.inbox.once(meta, () => this.record.execute(meta.agencyId, fact, tenancy, leaving));
    this.sweeper.departed();
  }
}

/** The numbers are the record's own; what LSC left open is the tenant's notice. */
const reasonOf = (reason: DepartureReason): Reason => (reason === DepartureReason.UNSPECIFIED ? 1 : reason);

const addressOf = (address: PostalAddress | undefined): Leaving['newAddress'] => ({
  line: [address?.line, address?.complement].filter(Boolean).join(' '),
  postcode: address?.postalCode ?? '',
  town: address?.city ?? '',
});
