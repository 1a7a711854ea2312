import { Injectable } from '@nestjs/common';
import type { AccountFile } from '../../domain/property/account.js';
import type { FileKind, FilesByKind, PropertyFile } from '../../domain/property/property-file.js';
import { FILE_KINDS, recordsOf } from '../../domain/property/property-file.js';
import type { StagedFile } from '../../domain/staging/staged-file.js';
import { asNew, isNew, patched } from '../../domain/staging/staged-file.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { unitLabel } from './unit-label.js';

/** A staged file as it would be stored, beside what is stored now. */
export interface Resolved {
  staged: StagedFile;
  current: PropertyFile | undefined;
  next: PropertyFile;
}

/** Fills in what files take from each other, and lays patches on what is stored. */
@Injectable()
export class ResolveFiles {
  constructor(private readonly files: PropertyFiles) {}

  async resolve(agencyId: string, staged: readonly StagedFile[]): Promise<Resolved[]> {
    const stored = await this.stored(agencyId, staged);
    const resolved = staged.map((one): Resolved => {
      const current = stored.get(keyOf(one.file));
      return { staged: one, current, next: !isNew(one) && current ? patched(current, one) : asNew(one.file) };
    });
    const files = await this.derive(
      agencyId,
      resolved.map(({ next }) => next),
    );
    return resolved.map((one, at) => ({ ...one, next: files[at] ?? one.next }));
  }

  /** What leases, mandates and units take from accounts. */
  async derive(agencyId: string, files: readonly PropertyFile[]): Promise<PropertyFile[]> {
    const mandates = await this.around(agencyId, 'mandate', files, [
      ...recordsOf(files, 'unit').map(({ mandateId }) => mandateId),
    ]);
    const accounts = await this.around(agencyId, 'account', files, [
      ...recordsOf(files, 'lease').map(({ accountId }) => accountId),
      ...recordsOf(files, 'mandate').map(({ accountId }) => accountId),
      ...[...mandates.values()].map(({ accountId }) => accountId),
    ]);
    return files.map((file) => derived(file, accounts, mandates));
  }

  /** Records of a kind, from these files, else from the store. */
  private async around<K extends 'mandate' | 'account'>(
    agencyId: string,
    kind: K,
    files: readonly PropertyFile[],
    ids: readonly string[],
  ): Promise<Map<string, FilesByKind[K]>> {
    const here = new Map(recordsOf(files, kind).map((record) => [record.id, record]));
    const elsewhere = [...new Set(ids)].filter((id) => id !== '' && !here.has(id));
    const found = elsewhere.length === 0 ? [] : await this.files.find(agencyId, kind, elsewhere);
    return new Map([...found.map((record) => [record.id, record] as const), ...here]);
  }

  private async stored(agencyId: string, staged: readonly StagedFile[]): Promise<Map<string, PropertyFile>> {
    const found = await Promise.all(
      FILE_KINDS.map(async (kind): Promise<PropertyFile[]> => {
        const ids = staged.flatMap(({ file }) => (file.kind === kind ? [file.record.id] : []));
        if (ids.length === 0) return [];
        const records = await this.files.find(agencyId, kind, ids);
        return records.map((record) => ({ kind, record }) as PropertyFile);
      }),
    );
    return new Map(found.flat().map((file) => [keyOf(file), file]));
  }
}

const keyOf = ({ kind, record }: { kind: FileKind; record: { id: string } }): string =>
  `${kind}/${record.id}`;

function derived(
  file: PropertyFile,
  accounts: ReadonlyMap<string, AccountFile>,
  mandates: ReadonlyMap<string, FilesByKind['mandate']>,
): PropertyFile {
  switch (file.kind) {
    case 'lease': {
      const account = accounts.get(file.record.accountId);
      const { partyId = '', entityId = '' } = account ?? {};
      return { kind: 'lease', record: { ...file.record, partyId, entityId } };
    }
    case 'mandate': {
      const partyId = accounts.get(file.record.accountId)?.partyId ?? '';
      return { kind: 'mandate', record: { ...file.record, partyId } };
    }
    case 'unit': {
      const { record } = file;
      const accountId = mandates.get(record.mandateId)?.accountId ?? '';
      const ownerId = record.ownerId || (accounts.get(accountId)?.partyId ?? '');
      return { kind: 'unit', record: { ...record, ownerId, label: record.label || unitLabel(record) } };
    }
    case 'party':
    case 'account':
    case 'building':
    case 'rentCall':
      return file;
  }
}
