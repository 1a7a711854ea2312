import {
  InvalidRequest,
  NoticeAlreadyGiven,
  NoticeNotFound,
  SharerNotFound,
  SharerReplaced,
  TenantLeft,
} from '../property-errors.js';
import type { Departure, FlatSharer, LeaseFile, Notice } from '../property/lease.js';
import { presentSharers } from '../property/lease.js';
import { endGuarantees, guaranteedUntil } from './guarantees.js';

/** @throws TenantLeft, SharerNotFound */
function whoIsThere(lease: LeaseFile, sharerId: string): void {
  if (lease.leftOn) throw new TenantLeft();
  if (!sharerId) return;
  const sharer = lease.sharers.find(({ id }) => id === sharerId);
  if (!sharer) throw new SharerNotFound();
  if (sharer.leftOn) throw new TenantLeft();
}

const refuse = (field: string, code: string): never => {
  throw new InvalidRequest([{ field, code }]);
};

/** One notice at a time for the whole lease, and one for each sharer. */
export function giveNotice(lease: LeaseFile, notice: Notice): LeaseFile {
  whoIsThere(lease, notice.sharerId);
  if (!notice.reason) refuse('notice.reason', 'REQUIRED');
  if (!notice.receivedOn) refuse('notice.receivedOn', 'REQUIRED');
  if (!notice.leavesOn) refuse('notice.leavesOn', 'REQUIRED');
  if (notice.leavesOn < notice.receivedOn) refuse('notice.leavesOn', 'INVALID_PERIOD');
  if (notice.leavesOn < lease.effectOn) refuse('notice.leavesOn', 'INVALID_PERIOD');
  const given = lease.notices.some(({ sharerId }) => sharerId === notice.sharerId || sharerId === '');
  if (given) throw new NoticeAlreadyGiven();
  return { ...lease, notices: [...lease.notices, notice] };
}

export function withdrawNotice(lease: LeaseFile, noticeId: string): { lease: LeaseFile; notice: Notice } {
  const notice = lease.notices.find(({ id }) => id === noticeId);
  if (!notice) throw new NoticeNotFound();
  whoIsThere(lease, notice.sharerId);
  const { sharerId: id } = notice;
  if (id && lease.sharers.some(({ replacesSharerId }) => replacesSharerId === id)) throw new SharerReplaced();
  return { lease: { ...lease, notices: lease.notices.filter(({ id }) => id !== noticeId) }, notice };
}

const leaving = (sharer: FlatSharer, { sharerId, leftOn }: Departure): FlatSharer =>
  sharer.leftOn || (sharerId && sharer.id !== sharerId) ? sharer : { ...sharer, leftOn };

/**
 * Somebody is gone: the notice is done with, a sharer's guarantors answer a while longer. The last sharer to leave
 * ends the lease.
 */
export function depart(
  lease: LeaseFile,
  asked: Departure,
  balanceCents: number,
): { lease: LeaseFile; departure: Departure } {
  whoIsThere(lease, asked.sharerId);
  if (!asked.reason) refuse('departure.reason', 'REQUIRED');
  if (!asked.leftOn) refuse('departure.leftOn', 'REQUIRED');
  if (asked.leftOn < lease.effectOn) refuse('departure.leftOn', 'INVALID_PERIOD');
  const notice = lease.notices.find(({ sharerId }) => sharerId === asked.sharerId || sharerId === '');
  const departure: Departure = {
    ...asked,
    newAddress: asked.newAddress ?? notice?.newAddress,
    balanceCents,
    noticeId: notice?.id ?? '',
    noticeReceivedOn: notice?.receivedOn ?? '',
    noticeEndsOn: notice?.leavesOn ?? '',
  };
  const sharers = lease.sharers.map((sharer) => leaving(sharer, asked));
  const isOver = !asked.sharerId || presentSharers({ sharers }).length === 0;
  return {
    departure,
    lease: {
      ...lease,
      sharers,
      leftOn: isOver ? asked.leftOn : '',
      notices: isOver ? [] : lease.notices.filter(({ sharerId }) => sharerId !== asked.sharerId),
      departures: [...lease.departures, departure],
      guarantors: asked.sharerId
        ? endGuarantees(lease.guarantors, asked.sharerId, guaranteedUntil(lease.sharers, departure))
        : lease.guarantors,
    },
  };
}
