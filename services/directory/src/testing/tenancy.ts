import type { Departure, Notice } from '../domain/property/lease.js';
import { aPublication, anAgency } from './builders.js';
import type { DirectoryOnMongo } from './directory-on-mongo.js';
import {
  aCard,
  aCommand,
  aMandateStaged,
  anEntity,
  aPartyFile,
  aSharer,
  aStaged,
  aTenantStaged,
  on,
} from './property-builders.js';

export const aNotice = (overrides: Partial<Notice> = {}): Notice => ({
  id: '',
  sharerId: '',
  reason: 'tenant-notice',
  receivedOn: on('05-02'),
  leavesOn: on('08-02'),
  remarks: '',
  ...overrides,
});

export const aDeparture = (overrides: Partial<Departure> = {}): Departure => ({
  id: '',
  sharerId: '',
  reason: 'tenant-notice',
  leftOn: on('08-01'),
  lastMonthPaid: true,
  balanceCents: 0,
  noticeId: '',
  noticeReceivedOn: '',
  noticeEndsOn: '',
  ...overrides,
});

export const target = { leaseId: 'lease', version: 0 };
export const place = { buildingId: '', unitId: 'flat' };
const aid = {
  kind: 'apl' as const,
  fund: 'caf' as const,
  organisme: '691',
  allocataireNumber: '1234567',
  amountCents: 15_000,
  paidToLandlord: true,
  from: on('03-01'),
  until: '',
};
const flatShare = {
  flatShare: true,
  sharers: [aSharer({ aid }), aSharer({ id: 's2', partyId: 'sharer2' })],
  guarantors: [
    {
      id: 'g1',
      kind: 'person' as const,
      partyId: '',
      name: 'Moussa Diallo',
      reference: '',
      amountCents: 0,
      from: on('03-01'),
      until: '',
      sharerId: 's1',
    },
  ],
  alarms: [
    {
      id: 'boiler',
      kind: 'boiler' as const,
      label: 'Chaudière',
      dueOn: on('06-01'),
      everyMonths: 12,
      doneOn: '',
    },
    {
      id: 'once',
      kind: 'other' as const,
      label: 'Détecteur',
      dueOn: on('04-01'),
      everyMonths: 0,
      doneOn: '',
    },
  ],
};

/** Files made in one go, without a fault. */
export async function make(
  { property }: DirectoryOnMongo,
  commandId: string,
  staged: ReturnType<typeof aTenantStaged>,
): Promise<void> {
  const faults = await property.stage.execute(aCommand({ commandId }), staged);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  await property.confirm.execute({ agencyId: 'a1', commandId });
}

/** An empty base but for one flat, let to two who share it. */
export async function aFlatShare(directory: DirectoryOnMongo): Promise<void> {
  await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
  await directory.publish.execute(aPublication({ agency: anAgency(), entities: [anEntity], cards: [aCard] }));
  const sharers = [1, 2].map((at) => {
    const names = { code: `SHARER${String(at)}`, lastName: `Colocataire ${String(at)}` };
    return aStaged('party', aPartyFile({ id: `sharer${String(at)}`, ...names }));
  });
  await make(directory, 'c1', aMandateStaged());
  await make(directory, 'c2', [...sharers, ...aTenantStaged(flatShare)]);
  directory.heard.events.splice(0);
}
