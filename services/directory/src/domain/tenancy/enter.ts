import {
  AlreadyASharer,
  InvalidRequest,
  NotAFlatShare,
  SharerNotFound,
  SharerReplaced,
  SharerStays,
  TenantLeft,
} from '../property-errors.js';
import type { FlatSharer, Guarantor, LeaseFile } from '../property/lease.js';
import { presentSharers } from '../property/lease.js';
import { endGuarantees, freeFrom, guaranteedUntil } from './guarantees.js';

export interface Entry {
  sharer: FlatSharer;
  /** Empty: nobody's place is taken. */
  replacesSharerId: string;
  guarantors: readonly Guarantor[];
}

const WHOLE_BP = 10_000;

const refuse = (field: string, code: string): never => {
  throw new InvalidRequest([{ field, code }]);
};

/** @throws SharerNotFound, SharerReplaced, SharerStays */
function replaced(lease: LeaseFile, id: string): FlatSharer {
  const sharer = lease.sharers.find((one) => one.id === id);
  if (!sharer) throw new SharerNotFound();
  if (lease.sharers.some(({ replacesSharerId }) => replacesSharerId === id)) throw new SharerReplaced();
  if (!freeFrom(lease, id)) throw new SharerStays();
  return sharer;
}

/** What is left of the rent beside those who stay; undefined where shares were left out. */
function shareLeft(lease: LeaseFile, replacesSharerId: string): number | undefined {
  const others = presentSharers(lease).filter(({ id }) => id !== replacesSharerId);
  const taken = others.reduce((sum, { shareBp }) => sum + shareBp, 0);
  return others.length > 0 && taken === 0 ? undefined : WHOLE_BP - taken;
}

/**
 * Somebody joins those who share a dwelling. In the place of one who left or gave notice, the guarantors of that one
 * are free once both the notice took effect and the new one is there (loi 89-462, art. 8-1 VI).
 */
export function enterSharer(lease: LeaseFile, entry: Entry): { lease: LeaseFile; sharer: FlatSharer } {
  const { replacesSharerId, guarantors } = entry;
  if (!lease.flatShare) throw new NotAFlatShare();
  if (lease.leftOn) throw new TenantLeft();
  if (!entry.sharer.enteredOn) refuse('sharer.enteredOn', 'REQUIRED');
  if (entry.sharer.enteredOn < lease.effectOn) refuse('sharer.enteredOn', 'INVALID_PERIOD');
  if (presentSharers(lease).some(({ partyId }) => partyId === entry.sharer.partyId))
    throw new AlreadyASharer();
  const before = replacesSharerId ? replaced(lease, replacesSharerId) : undefined;
  const left = shareLeft(lease, replacesSharerId);
  const shareBp = entry.sharer.shareBp || Math.min(before?.shareBp ?? 0, left ?? 0);
  if (shareBp > (left ?? 0))
    refuse('sharer.share', left === undefined ? 'SHARES_LEFT_OUT' : 'SHARES_ABOVE_WHOLE');
  const sharer: FlatSharer = { ...entry.sharer, shareBp, replacesSharerId, leftOn: '', cafNumber: '' };
  const sharers = [...lease.sharers, sharer];
  const free = replacesSharerId ? freeFrom(lease, replacesSharerId) : '';
  const until = guaranteedUntil(sharers, { sharerId: replacesSharerId, leftOn: free, noticeEndsOn: '' });
  return {
    sharer,
    lease: {
      ...lease,
      sharers,
      guarantors: [
        ...(replacesSharerId ? endGuarantees(lease.guarantors, replacesSharerId, until) : lease.guarantors),
        ...guarantors.map((guarantor) => ({ ...guarantor, sharerId: sharer.id })),
      ],
    },
  };
}
