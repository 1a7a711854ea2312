import { Injectable } from '@nestjs/common';
import type { FileScope } from '../../domain/file/records.js';
import type { Row } from '../../domain/selection/row.js';
import { MakeFile } from './make-file.js';
import { RowSource } from './row-source.js';

export type RowFilter = 'ALL' | 'IN' | 'OUT' | 'FAULTY';

const WANTED: Readonly<Record<RowFilter, (row: Row) => boolean>> = {
  ALL: () => true,
  IN: ({ exclusion }) => !exclusion,
  OUT: ({ exclusion }) => exclusion !== undefined,
  FAULTY: ({ faults }) => faults.length > 0,
};

/** Rows of one answer, and pages of the directory that one answer may look at. */
const ENOUGH = 50;
const MOST_PAGES = 20;

/** Everybody who might be in a file, with why and of which lines; page by page. */
@Injectable()
export class PreviewRowsQuery {
  constructor(
    private readonly make: MakeFile,
    private readonly source: RowSource,
  ) {}

  /** @throws SettingsMissing */
  async execute(
    agencyId: string,
    scope: FileScope,
    filter: RowFilter,
    cursor?: string,
  ): Promise<{ rows: Row[]; next?: string }> {
    const { settings, organisme } = await this.make.ground(agencyId, scope);
    const rows: Row[] = [];
    let next = cursor;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = await this.source.page({ agencyId, settings, organisme, scope }, next);
      rows.push(...page.rows.filter(WANTED[filter]));
      next = page.next;
      if (!next || rows.length >= ENOUGH) break;
    }
    return { rows, next };
  }
}
