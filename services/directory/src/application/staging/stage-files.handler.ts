import { Injectable } from '@nestjs/common';
import { CommandDiscarded, IdempotencyKeyReused } from '../../domain/property-errors.js';
import { checkFile } from '../../domain/property/check-file.js';
import { fileReferences } from '../../domain/property/references.js';
import type { FileReference } from '../../domain/property/references.js';
import type { FileFault, StagedFile } from '../../domain/staging/staged-file.js';
import { faultsOfFields, isNew, MOST_STAGED } from '../../domain/staging/staged-file.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { Stagings } from '../ports/property/stagings.js';
import type { StagingState } from '../ports/property/stagings.js';
import type { Command } from '../publishing/property-events.js';
import { KnownRecords } from './known-records.js';
import type { Resolved } from './resolve-files.js';
import { ResolveFiles } from './resolve-files.js';
import { ReserveFiles } from './reserve-files.js';

const pathOf = ({ file }: StagedFile, at: number): string => `files.${String(at)}.${file.kind}`;

/** Checks what a wizard wants to make and reserves what is unique in it. Nothing of it can be read. */
@Injectable()
export class StageFilesHandler {
  constructor(
    private readonly stagings: Stagings,
    private readonly resolveFiles: ResolveFiles,
    private readonly reserveFiles: ReserveFiles,
    private readonly known: KnownRecords,
    private readonly files: PropertyFiles,
  ) {}

  async execute(command: Command, staged: readonly StagedFile[]): Promise<FileFault[]> {
    const malformed = faultsByThemselves(staged);
    if (malformed.length > 0) return malformed;
    const staging = await this.stagings.begin({ ...command, files: staged });
    if (staging.state === 'discarded') throw new CommandDiscarded();
    if (staging.fingerprint !== command.fingerprint) throw new IdempotencyKeyReused();
    if (staging.state !== 'staging') return [];
    return this.stage(command, staged);
  }

  private async stage(command: Command, staged: readonly StagedFile[]): Promise<FileFault[]> {
    const { agencyId, commandId } = command;
    const resolved = await this.resolveFiles.resolve(agencyId, staged);
    const placed = resolved.map(({ staged: one, next }, at) => ({ file: next, path: pathOf(one, at) }));
    const faults = [
      ...(await this.faultsAmongOthers(agencyId, resolved)),
      ...(await this.reserveFiles.reserve(agencyId, commandId, placed)),
    ];
    const files = placed.map(({ file }) => file);
    if (faults.length > 0) {
      // A repetition that came through holds what this attempt would release.
      if (!(await this.stagings.forget(command)) && isBehind((await this.stagings.find(command))?.state))
        return [];
      await this.reserveFiles.release(agencyId, commandId, files);
      return faults;
    }
    const made = resolved.map(({ staged: one, next }) => (isNew(one) ? { file: next, fields: [] } : one));
    if (await this.stagings.staged(command, made)) return [];
    return this.overtaken(command, staged, files);
  }

  /** Another attempt of the same command was faster, or it was discarded meanwhile. */
  private async overtaken(
    command: Command,
    staged: readonly StagedFile[],
    files: readonly StagedFile['file'][],
  ): Promise<FileFault[]> {
    const { state } = (await this.stagings.find(command)) ?? {};
    if (isBehind(state)) return [];
    // One that began anew meanwhile needs what is reserved.
    if (state !== 'staging') await this.reserveFiles.release(command.agencyId, command.commandId, files);
    if (state === 'discarded') throw new CommandDiscarded();
    return this.execute(command, staged);
  }

  private async faultsAmongOthers(agencyId: string, resolved: readonly Resolved[]): Promise<FileFault[]> {
    const here = new Set(
      resolved.filter(({ staged }) => isNew(staged)).map(({ next }) => `${next.kind}/${next.record.id}`),
    );
    const references = resolved
      .flatMap(({ staged }, at) => namedByCaller(staged, pathOf(staged, at)))
      .filter(({ kind, id }) => !here.has(`${kind}/${id}`));
    const unknown = await this.known.unknown(agencyId, references);
    const syndic = await this.syndicUnits(agencyId, resolved);
    return [
      ...unknown.map(({ path }) => ({ field: path, code: 'UNKNOWN_RECORD' })),
      ...resolved.flatMap((one, at) => faultsBesideStored(one, pathOf(one.staged, at), syndic)),
    ];
  }

  /** Units of co-ownerships under no mandate: LSC's, chosen and not edited (manual, "Lot en syndic"). */
  private async syndicUnits(agencyId: string, resolved: readonly Resolved[]): Promise<Set<string>> {
    const units = resolved.flatMap(({ current }) => (current?.kind === 'unit' ? [current.record] : []));
    const free = units.filter(({ mandateId }) => mandateId === '');
    if (free.length === 0) return new Set();
    const buildings = await this.files.find(
      agencyId,
      'building',
      free.map(({ buildingId }) => buildingId),
    );
    const syndic = new Set(buildings.filter((building) => building.syndic).map(({ id }) => id));
    return new Set(free.filter(({ buildingId }) => syndic.has(buildingId)).map(({ id }) => id));
  }
}

/** Staged by another attempt of the command, or further. */
const isBehind = (state: StagingState | undefined): boolean =>
  state !== undefined && state !== 'staging' && state !== 'discarded';

/** Not what the file takes from others, nor what it names already. */
function namedByCaller(staged: StagedFile, path: string): FileReference[] {
  const references = fileReferences(staged.file, path);
  if (isNew(staged)) return references;
  return references.filter((one) =>
    staged.fields.includes(one.path.slice(path.length + 1).split('.')[0] ?? ''),
  );
}

function faultsByThemselves(staged: readonly StagedFile[]): FileFault[] {
  if (staged.length === 0) return [{ field: 'files', code: 'REQUIRED' }];
  if (staged.length > MOST_STAGED) return [{ field: 'files', code: 'TOO_MANY' }];
  const seen = new Set<string>();
  return staged.flatMap((one, at) => {
    const path = pathOf(one, at);
    const key = `${one.file.kind}/${one.file.record.id}`;
    const double = seen.has(key) ? [{ field: `${path}.id`, code: 'DUPLICATE' }] : [];
    seen.add(key);
    return [...double, ...faultsOfFields(one, path), ...(isNew(one) ? checkFile(one.file, path) : [])];
  });
}

function faultsBesideStored(
  { staged, current, next }: Resolved,
  path: string,
  syndic: ReadonlySet<string>,
): FileFault[] {
  const { id, version } = staged.file.record as { id: string; version?: number };
  if (isNew(staged)) return current ? [{ field: `${path}.id`, code: 'ALREADY_EXISTS' }] : [];
  if (!current) return [{ field: `${path}.id`, code: 'UNKNOWN_RECORD' }];
  const stored = (current.record as { version?: number }).version;
  const isLate = version !== undefined && version > 0 && version !== stored;
  const locked =
    syndic.has(id) && current.kind === 'unit' ? staged.fields.filter((f) => f !== 'mandateId') : [];
  const isWithdrawn =
    current.kind === 'unit' && current.record.withdrawn && staged.fields.includes('mandateId');
  // What LSC published may lack what a new file must have; a patch only answers for what it brings.
  const before = new Set(checkFile(current, path).map(({ field, code }) => `${field} ${code}`));
  return [
    ...checkFile(next, path).filter(({ field, code }) => !before.has(`${field} ${code}`)),
    ...(isLate ? [{ field: `${path}.version`, code: 'VERSION_CONFLICT' }] : []),
    ...locked.map((field) => ({ field: `${path}.${field}`, code: 'FIELD_LOCKED' })),
    ...(isWithdrawn ? [{ field: `${path}.id`, code: 'UNIT_WITHDRAWN' }] : []),
  ];
}
