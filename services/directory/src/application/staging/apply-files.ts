import { Injectable } from '@nestjs/common';
import type { FileKind, PropertyFile } from '../../domain/property/property-file.js';
import { FILE_KINDS, recordsOf } from '../../domain/property/property-file.js';
import type { StagedFile } from '../../domain/staging/staged-file.js';
import { isNew, patched } from '../../domain/staging/staged-file.js';
import { EMPTY_POSTING } from '../../domain/property/posting.js';
import { Ledger } from '../ports/property/ledger.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import type { Staging } from '../ports/property/stagings.js';
import { Stagings } from '../ports/property/stagings.js';
import type { PropertyEvent } from '../publishing/property-events.js';
import { IndexFiles } from './index-files.js';
import { ResolveFiles } from './resolve-files.js';
import { ReserveFiles } from './reserve-files.js';

/** Writes a confirmed staging. Each step may be done twice. */
@Injectable()
export class ApplyFiles {
  constructor(
    private readonly stagings: Stagings,
    private readonly files: PropertyFiles,
    private readonly reserveFiles: ReserveFiles,
    private readonly indexFiles: IndexFiles,
    private readonly ledger: Ledger,
    private readonly resolveFiles: ResolveFiles,
  ) {}

  /** @param isFresh nobody can have seen or changed its files yet: they stand as they were staged */
  async apply(staging: Staging, isFresh = false): Promise<void> {
    if (staging.state === 'confirmed') return;
    const { agencyId, commandId, actor } = staging;
    const inOrder = FILE_KINDS.flatMap((kind) => staging.files.filter(({ file }) => file.kind === kind));
    await this.files.create(
      agencyId,
      inOrder.filter(isNew).map(({ file }) => file),
    );
    for (const one of inOrder) if (!isNew(one)) await this.patch(agencyId, commandId, one);
    const made = isFresh ? inOrder.filter(isNew) : [];
    const saved = [
      ...made.map(({ file }) => file),
      ...(await this.stored(
        agencyId,
        inOrder.filter((one) => !made.includes(one)),
      )),
    ];
    const created = new Set(inOrder.filter(isNew).map(({ file }) => `${file.kind}/${file.record.id}`));
    await this.reserveFiles.keep(agencyId, commandId);
    await this.reserveFiles.retain(
      agencyId,
      saved.filter(({ kind, record }) => !created.has(`${kind}/${record.id}`)),
    );
    const born = new Set(made.map(({ file }) => file.record.id));
    await this.indexFiles.after(agencyId, saved, born);
    await this.call(staging, saved);
    await this.stagings.confirmed(
      staging,
      // Units and accounts are told as they are after their leases and rent calls.
      (await this.stored(agencyId, inOrder)).map((file): PropertyEvent => ({
        type: 'PropertyFileSaved',
        file,
        created: created.has(`${file.kind}/${file.record.id}`),
        actor,
        commandId,
      })),
    );
  }

  private async patch(agencyId: string, commandId: string, staged: StagedFile): Promise<void> {
    const { kind, record } = staged.file;
    // A unit taken over has its mandant for owner, when LSC knew none.
    const [derived] = await this.resolveFiles.derive(agencyId, [staged.file]);
    const ownerId = derived?.kind === 'unit' ? derived.record.ownerId : '';
    await this.files.change(agencyId, { kind, id: record.id, commandId }, (current) => {
      const next = patched({ kind, record: current } as PropertyFile, staged);
      if (next.kind === 'unit' && next.record.ownerId === '') next.record = { ...next.record, ownerId };
      return next.record;
    });
  }

  /** A first rent call stands on the tenant's account. */
  private async call({ agencyId, actor }: Staging, saved: readonly PropertyFile[]): Promise<void> {
    const calls = recordsOf(saved, 'rentCall');
    if (calls.length === 0) return;
    const leases = await this.files.find(agencyId, 'lease', [
      ...new Set(calls.map(({ leaseId }) => leaseId)),
    ]);
    for (const call of calls) {
      const accountId = leases.find(({ id }) => id === call.leaseId)?.accountId ?? '';
      await this.ledger.post(
        { agencyId, commandId: `call.${call.id}`, fingerprint: '', actor },
        {
          ...EMPTY_POSTING,
          accountId,
          leaseId: call.leaseId,
          kind: 'rent-call',
          on: call.dueOn,
          month: call.month,
          amountCents: call.totalCents,
        },
      );
    }
  }

  private async stored(agencyId: string, staged: readonly StagedFile[]): Promise<PropertyFile[]> {
    const found = await Promise.all(
      FILE_KINDS.map(async (kind: FileKind): Promise<PropertyFile[]> => {
        const ids = staged.flatMap(({ file }) => (file.kind === kind ? [file.record.id] : []));
        if (ids.length === 0) return [];
        const records = await this.files.find(agencyId, kind, ids);
        return records.map((record) => ({ kind, record }) as PropertyFile);
      }),
    );
    return found.flat();
  }
}
