import { STRUCK_OUT } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Model } from 'mongoose';
import { PersonRecords } from '../../application/ports/person-records.js';
import type { ErasedRecords, SoughtTenant } from '../../application/ports/person-records.js';
import { isSameName } from '../../domain/privacy/same-person.js';
import { NAMES } from './schemas.js';
import type { CaseDoc, LineDoc, MemoryDoc, RadiationDoc } from './schemas.js';

const OF_A_DEBT = [
  ...(['name', 'account', 'unit', 'scheme', 'firstDefaultOn', 'debtCents'] as const),
  ...(['months', 'reported', 'clearedOn'] as const),
] as const;
const OF_A_PAYMENT = [
  ...(['lastName', 'firstName', 'allocataire', 'month'] as const),
  ...(['amountCents', 'withheldCents', 'postedAt'] as const),
] as const;
const NOWHERE = { line: '', postcode: '', town: '' };

/** Lines and memory are gone through without an index on the lease: an erasure is rare, an import is not. */
@Injectable()
export class MongoPersonRecords extends PersonRecords {
  constructor(
    @InjectModel(NAMES.radiations) private readonly radiations: Model<RadiationDoc>,
    @InjectModel(NAMES.cases) private readonly cases: Model<CaseDoc>,
    @InjectModel(NAMES.lines) private readonly lines: Model<LineDoc>,
    @InjectModel(NAMES.memory) private readonly memory: Model<MemoryDoc>,
  ) {
    super();
  }

  async every(sought: SoughtTenant): Promise<object[]> {
    const { radiations, cases, lines, memory } = await this.found(sought);
    const as = <T extends object>(kind: string, all: readonly T[], fields: readonly (keyof T)[]): object[] =>
      all.map((one) => ({ kind, ...Object.fromEntries(fields.map((field) => [field, one[field]])) }));
    return [
      ...as('caf-departure', radiations, ['name', 'account', 'nature', 'leaving', 'state', 'recordedAt']),
      ...as('caf-debt', cases, OF_A_DEBT),
      ...as('caf-payment', lines, OF_A_PAYMENT),
      ...as('caf-remembered-match', memory, ['tenant', 'at']),
    ];
  }

  async erase(sought: SoughtTenant): Promise<ErasedRecords> {
    const { agencyId } = sought;
    const { radiations, cases, lines, memory } = await this.found(sought);
    const [told, waiting] = parted(radiations, ({ state }) => state !== 'PENDING');
    const [paid, due] = parted(cases, ({ clearedOn }) => clearedOn !== undefined);
    const [unposted, posted] = parted(lines, ({ postingId }) => postingId === '');
    const all = <T extends { _id: string }>(some: readonly T[]) => ({
      agencyId,
      _id: { $in: some.map(({ _id }) => _id) },
    });
    await this.radiations.updateMany(all(told), {
      $set: { name: STRUCK_OUT, 'leaving.newAddress': NOWHERE },
    });
    await this.cases.updateMany(all(paid), { $set: { name: STRUCK_OUT } });
    await this.lines.updateMany(all(unposted), {
      $set: { lastName: STRUCK_OUT, firstName: '', allocataire: '', reference: '', paymentKey: '' },
      $unset: { tenant: 1 },
    });
    await this.memory.deleteMany(all(memory));
    return {
      records: told.length + paid.length + unposted.length + memory.length,
      kept: waiting.length + due.length + posted.length,
    };
  }

  private async found({ agencyId, names, leaseIds }: SoughtTenant) {
    const isTheirs = (name = ''): boolean => names.some((one) => isSameName(one, name));
    const leases = { $in: [...leaseIds] };
    const [radiations, cases, lines, memory] = await Promise.all([
      this.radiations.find({ agencyId, 'leaving.leaseId': leases }).lean<RadiationDoc[]>(),
      this.cases.find({ agencyId, leaseId: leases }).lean<CaseDoc[]>(),
      this.lines.find({ agencyId, 'tenant.leaseId': leases }).lean<LineDoc[]>(),
      this.memory.find({ agencyId, 'tenant.leaseId': leases }).lean<MemoryDoc[]>(),
    ]);
    return {
      radiations: radiations.filter(({ name }) => isTheirs(name)),
      cases: cases.filter(({ name }) => isTheirs(name)),
      lines: lines.filter(({ lastName, firstName, tenant }) =>
        [`${firstName} ${lastName}`, tenant?.name].some(isTheirs),
      ),
      memory: memory.filter(({ tenant }) => isTheirs(tenant.name)),
    };
  }
}

function parted<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}
