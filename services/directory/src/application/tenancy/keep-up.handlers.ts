import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { AccountNotFound, InvalidRequest } from '../../domain/property-errors.js';
import type { LeaseFile } from '../../domain/property/lease.js';
import type { Posting } from '../../domain/property/posting.js';
import { faultsOfShape } from '../../domain/property/shape.js';
import { markAlarmDone, setCafNumbers } from '../../domain/tenancy/keep-up.js';
import type { GivenNumber } from '../../domain/tenancy/keep-up.js';
import type { AskedRevision } from '../../domain/tenancy/revise.js';
import { reviseRent } from '../../domain/tenancy/revise.js';
import { Leases } from '../ports/property/leases.js';
import { Ledger } from '../ports/property/ledger.js';
import type { Command } from '../publishing/property-events.js';
import type { LeaseTarget } from './lease-commands.js';
import { LeaseCommands } from './lease-commands.js';

function refuse(record: object, path: string): void {
  const faults = faultsOfShape(record, path);
  if (faults.length > 0) throw new InvalidRequest(faults);
}

const faultsOf = (posting: Posting) => [
  ...faultsOfShape(posting, 'posting'),
  ...(posting.kind ? [] : [{ field: 'posting.kind', code: 'REQUIRED' }]),
  ...(posting.on ? [] : [{ field: 'posting.on', code: 'REQUIRED' }]),
  ...(posting.amountCents === 0 ? [{ field: 'posting.amountCents', code: 'OUT_OF_RANGE' }] : []),
];

/** Of many postings: what became of one. */
export interface Posted {
  posting?: Posting;
  errorCode: string;
}

/** What happens to a lease while it runs. */
@Injectable()
export class KeepUpHandlers {
  constructor(
    private readonly commands: LeaseCommands,
    private readonly ledger: Ledger,
    private readonly leases: Leases,
  ) {}

  reviseRent(command: Command, target: LeaseTarget, asked: AskedRevision): Promise<LeaseFile> {
    refuse(asked.revision, 'revision');
    return this.commands.run(command, target, async (before) => {
      const revision = { ...asked.revision, id: command.commandId };
      const done = reviseRent(before, { ...asked, revision });
      return {
        lease: done.lease,
        events: [{ type: 'RentRevised', lease: done.lease, revision: done.revision, actor: command.actor }],
      };
    });
  }

  /** Many at once: one read and one write. Those that are there already change nothing. @returns why not, in their order */
  setCafNumbers(agencyId: string, asked: readonly GivenNumber[]): Promise<string[]> {
    return retryOnConflict(async () => {
      const ids = [...new Set(asked.map(({ leaseId }) => leaseId))];
      const { errorCodes, changed } = setCafNumbers(await this.leases.ofIds(agencyId, ids), asked);
      const changes = changed.map(({ lease, given }) => ({
        lease,
        events: given.map((number) => ({ type: 'CafNumberSet' as const, ...number })),
      }));
      await this.leases.saveAll(agencyId, changes);
      return errorCodes;
    });
  }

  markAlarmDone(
    command: Command,
    { leaseId, ...alarm }: { leaseId: string; alarmId: string; doneOn: string },
  ): Promise<LeaseFile> {
    return this.commands.run(command, { leaseId, version: 0 }, async (before) => ({
      lease: markAlarmDone(before, alarm),
      events: [],
    }));
  }

  /** @throws InvalidRequest, AccountNotFound */
  async post(command: Command, posting: Posting): Promise<Posting> {
    const faults = faultsOf(posting);
    if (faults.length > 0) throw new InvalidRequest(faults);
    return this.ledger.post(command, await this.ofALease(command.agencyId, posting));
  }

  /** Each for itself, in their order: posted, or why not. */
  async postAll(by: Pick<Command, 'agencyId' | 'actor'>, postings: readonly Posting[]): Promise<Posted[]> {
    const sound = postings.filter((posting) => posting.id !== '' && faultsOf(posting).length === 0);
    const whole = await Promise.all(sound.map((posting) => this.ofALease(by.agencyId, posting)));
    const answers = await this.ledger.postAll(by, whole);
    const done = new Map(sound.map((posting, at) => [posting, answers[at]]));
    return postings.map((posting) => {
      if (!done.has(posting)) return { errorCode: new InvalidRequest([]).code };
      const posted = done.get(posting);
      return posted ? { posting: posted, errorCode: '' } : { errorCode: new AccountNotFound().code };
    });
  }

  /** Without a lease it is the newest one of the account, whose rent calls it pays. */
  private async ofALease(agencyId: string, posting: Posting): Promise<Posting> {
    if (posting.leaseId) return posting;
    return { ...posting, leaseId: await this.newestLease(agencyId, posting.accountId) };
  }

  private async newestLease(agencyId: string, accountId: string): Promise<string> {
    const all = { unitId: '', entityId: '', partyId: '', presentOnly: false, words: [], after: '' };
    const { items } = await this.leases.search(agencyId, { ...all, accountId, limit: 1 });
    return items[0]?.id ?? '';
  }
}
