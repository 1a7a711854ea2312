import { Injectable } from '@nestjs/common';
import { CommandDiscarded, KeyTaken, StagingNotFound } from '../../domain/property-errors.js';
import { keyClaims } from '../../domain/property/keys.js';
import type { StagedFile } from '../../domain/staging/staged-file.js';
import { KeyClaims } from '../ports/property/key-claims.js';
import type { Staging, StagingKey } from '../ports/property/stagings.js';
import { Stagings } from '../ports/property/stagings.js';
import { ApplyFiles } from './apply-files.js';

/** Makes what was staged visible, all of it. After a crash the same call, or the next boot, ends what was begun. */
@Injectable()
export class ConfirmFilesHandler {
  constructor(
    private readonly stagings: Stagings,
    private readonly claims: KeyClaims,
    private readonly applyFiles: ApplyFiles,
  ) {}

  async execute(key: StagingKey, mandateNumbers: Readonly<Record<string, string>> = {}): Promise<void> {
    const staging = await this.stagings.find(key);
    if (!staging || staging.state === 'staging') throw new StagingNotFound();
    if (staging.state === 'discarded') throw new CommandDiscarded();
    if (staging.state === 'confirmed') return;
    if (staging.state === 'staged')
      await this.applyFiles.apply(await this.begin(staging, mandateNumbers), true);
    else await this.applyFiles.apply(staging);
  }

  private async begin(staging: Staging, numbers: Readonly<Record<string, string>>): Promise<Staging> {
    const { agencyId, commandId } = staging;
    const files = staging.files.map((one) => numbered(one, numbers));
    const mandates = files.flatMap(({ file }) => (file.kind === 'mandate' ? keyClaims(file, '') : []));
    const [taken] = await this.claims.claim(agencyId, commandId, mandates);
    if (taken) throw new KeyTaken({ value: taken.key.value, holderId: taken.holderId });
    const begun = await this.stagings.confirming(staging, files);
    if (!begun) throw new StagingNotFound();
    if (begun.state === 'discarded') throw new CommandDiscarded();
    return begun;
  }
}

/** The register has the last word on a number. */
function numbered(staged: StagedFile, numbers: Readonly<Record<string, string>>): StagedFile {
  const { file, fields } = staged;
  const number = file.kind === 'mandate' && fields.length === 0 ? numbers[file.record.id] : undefined;
  if (file.kind !== 'mandate' || !number) return staged;
  return { file: { kind: 'mandate', record: { ...file.record, number } }, fields };
}
