import { AppError } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import {
  FieldLocked,
  FileNotFound,
  InvalidRequest,
  KeyTaken,
  UnitLetMeanwhile,
} from '../../domain/property-errors.js';
import type { PropertyFile } from '../../domain/property/property-file.js';
import type { FileFault, StagedFile } from '../../domain/staging/staged-file.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import type { Command } from '../publishing/property-events.js';
import { ConfirmFilesHandler } from './confirm-files.handler.js';
import { StageFilesHandler } from './stage-files.handler.js';

/** Fields of one file: staged and confirmed in one go, so that codes, days and events follow the same way. */
@Injectable()
export class EditFileHandler {
  constructor(
    private readonly stageFiles: StageFilesHandler,
    private readonly confirmFiles: ConfirmFilesHandler,
    private readonly files: PropertyFiles,
  ) {}

  async execute(command: Command, edit: StagedFile): Promise<PropertyFile> {
    if (edit.fields.length === 0) throw new InvalidRequest([{ field: 'fields', code: 'REQUIRED' }]);
    const { kind, record } = edit.file;
    const faults = await this.stageFiles.execute(command, [edit]);
    if (faults.length > 0) throw refusal(faults, `files.0.${kind}.`);
    await this.confirmFiles.execute(command);
    const [saved] = await this.files.find(command.agencyId, kind, [record.id]);
    if (!saved) throw new FileNotFound();
    return { kind, record: saved } as PropertyFile;
  }
}

/** A refusal that has a code of its own goes before malformed fields. */
function refusal(faults: readonly FileFault[], path: string): Error {
  const fields = faults.map(({ field, code }) => ({ field: field.replace(path, ''), code }));
  const known = faults.find(({ code }) => code in REFUSALS);
  if (known) return (REFUSALS[known.code] as (fault: FileFault) => Error)(known);
  const isGone = fields.some(({ field, code }) => field === 'id' && code === 'UNKNOWN_RECORD');
  return isGone ? new FileNotFound() : new InvalidRequest(fields);
}

class StaleFile extends AppError.of('VERSION_CONFLICT', 'conflict') {}

const REFUSALS: Readonly<Record<string, (fault: FileFault) => Error>> = {
  KEY_TAKEN: ({ params }) => new KeyTaken({ value: params?.value ?? '', holderId: params?.holderId ?? '' }),
  FIELD_LOCKED: ({ field }) => new FieldLocked(field.split('.').at(-1) ?? field),
  VERSION_CONFLICT: () => new StaleFile(),
  UNIT_LET_MEANWHILE: ({ params }) =>
    new UnitLetMeanwhile({
      leaseId: params?.leaseId ?? '',
      from: params?.from ?? '',
      until: params?.until ?? '',
    }),
};
