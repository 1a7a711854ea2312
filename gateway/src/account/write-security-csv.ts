import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { SecurityEvent } from '@intervia/contracts';
import { clockTime, fieldDate } from '@intervia/french';
import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import { FRENCH_CSV } from '../http/french-csv.js';
import { KIND_OF_ACCOUNT, SECURITY_COLUMNS, SECURITY_EVENT_LABELS } from '../fr/security-events.js';

export function writeSecurityCsv(pages: AsyncIterable<readonly SecurityEvent[]>): Readable {
  const csv = stringify({
    ...FRENCH_CSV,
    header: true,
    columns: [...SECURITY_COLUMNS],
  });
  return pipeline(Readable.from(records(pages), { highWaterMark: 1 }), csv, () => {
    // Told by the streams themselves.
  });
}

async function* records(pages: AsyncIterable<readonly SecurityEvent[]>): AsyncGenerator<string[]> {
  for await (const events of pages) {
    for (const { at, kind, personName, client, address, device, about, times } of events) {
      const moment = at && timestampDate(at);
      yield [
        moment ? fieldDate(moment) : '',
        moment ? clockTime(moment) : '',
        SECURITY_EVENT_LABELS[kind],
        personName,
        client ? KIND_OF_ACCOUNT.client : KIND_OF_ACCOUNT.staff,
        address,
        device,
        about,
        String(times),
      ];
    }
  }
}
