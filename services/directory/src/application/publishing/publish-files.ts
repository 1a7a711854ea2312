import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FieldError } from '@intervia/rules';
import { InvalidPublication } from '../../domain/errors.js';
import { fileReferences, saleReferences } from '../../domain/property/references.js';
import type { Publication } from '../../domain/publication.js';
import { namedHere, placedFiles } from '../../domain/publication.js';
import { Entities } from '../ports/property/entities.js';
import { PropertyFiles } from '../ports/property/property-files.js';
import { Sales } from '../ports/property/sales.js';
import { IndexFiles } from '../staging/index-files.js';
import { KnownRecords } from '../staging/known-records.js';
import { ReserveFiles } from '../staging/reserve-files.js';
import { ResolveFiles } from '../staging/resolve-files.js';

/** What is reserved, and now has to be written. */
export interface ReservedFiles {
  save(): Promise<void>;
  /** After all else of the publication is written. */
  index(): Promise<void>;
}

const NOTHING: ReservedFiles = { save: () => Promise.resolve(), index: () => Promise.resolve() };

/** The files of rental management that LSC publishes: what is unique in them is reserved before anything is written. */
@Injectable()
export class PublishFiles {
  constructor(
    private readonly files: PropertyFiles,
    private readonly entities: Entities,
    private readonly sales: Sales,
    private readonly known: KnownRecords,
    private readonly resolveFiles: ResolveFiles,
    private readonly reserveFiles: ReserveFiles,
    private readonly indexFiles: IndexFiles,
  ) {}

  async unknownReferences(publication: Publication): Promise<FieldError[]> {
    const here = namedHere(publication);
    const references = [
      ...placedFiles(publication.files).flatMap(({ file, path }) => fileReferences(file, path)),
      ...publication.sales.flatMap(saleReferences),
    ].filter(({ kind, id }) => !here.has(`${kind}/${id}`));
    const unknown = await this.known.unknown(publication.agencyId, references);
    return unknown.map(({ path }) => ({ field: path, code: 'UNKNOWN_RECORD' }));
  }

  /** @throws InvalidPublication for codes, numbers or days that another file has */
  async reserve({ agencyId, entities, cards, sales, files }: Publication): Promise<ReservedFiles> {
    if ([files, entities, cards, sales].every(({ length }) => length === 0)) return NOTHING;
    const derived = await this.resolveFiles.derive(agencyId, files);
    const commandId = `publish.${randomUUID()}`;
    const paths = placedFiles(files);
    const placed = derived.map((file, at) => ({ file, path: paths[at]?.path ?? '' }));
    const faults = await this.reserveFiles.reserve(agencyId, commandId, placed);
    if (faults.length > 0) {
      await this.reserveFiles.release(agencyId, commandId, derived);
      throw new InvalidPublication(faults.map(({ field, code }) => ({ field, code })));
    }
    return {
      save: async () => {
        await this.entities.upsert(agencyId, { entities, cards });
        await this.files.publish(agencyId, derived);
        await this.sales.upsert(agencyId, sales);
        await this.reserveFiles.keep(agencyId, commandId);
        await this.reserveFiles.retain(agencyId, derived);
      },
      index: () => this.indexFiles.after(agencyId, derived),
    };
  }
}
