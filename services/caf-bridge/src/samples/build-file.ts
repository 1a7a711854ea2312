import { crc32 } from 'node:zlib';
import { FileBuilder } from '../domain/file/file-builder.js';
import type { FileTotals } from '../domain/file/file-builder.js';
import type { Layout } from '../domain/layout/layout.js';
import { headerValues } from '../domain/file/header.js';
import type { Row } from '../domain/selection/row.js';
import { detailOf } from '../domain/file/header.js';
import type { Fault } from '../domain/values/fault.js';
import { anOrganisme, someSettings } from './builders.js';

/** A whole file in memory, as a test compares it. */
export function buildFile(
  layout: Layout,
  rows: readonly Row[],
  number = 1,
): { bytes: Buffer; totals: FileTotals; faults: readonly Fault[] } {
  const { organisme, codeBailleur } = anOrganisme();
  const builder = new FileBuilder(layout, { organisme, bailleur: codeBailleur }, crc32);
  const header = builder.header(
    headerValues(someSettings(), {
      ...{ number, createdOn: '2026-08-03', createdAt: '10:15:30', referenceDate: '2026-07-01' },
    }),
  );
  const details = builder.add(rows.filter(({ exclusion }) => !exclusion).map(detailOf));
  const { bytes, totals } = builder.trailer();
  return { bytes: Buffer.concat([header, details, bytes]), totals, faults: builder.faults };
}
