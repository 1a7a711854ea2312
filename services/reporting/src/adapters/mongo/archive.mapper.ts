import type { Archive } from '../../domain/archive.js';
import type { ArchiveDocument } from './archive.schema.js';

export function toArchive(document: ArchiveDocument): Archive {
  const { _id: id, agencyId, ticketId, attempts, endedAt, summary, archive } = document;
  const identity = { id, agencyId, ticketId, attempts };
  switch (document.state) {
    case 'PENDING':
      return { ...identity, state: 'PENDING', ...(summary && archive && { former: { summary, archive } }) };
    case 'READY':
      if (!summary || !archive || !endedAt) throw new Error(`Archive ${id} is READY without its documents`);
      return { ...identity, state: 'READY', readyAt: endedAt, summary, archive };
    case 'FAILED':
      return {
        ...identity,
        state: 'FAILED',
        failedAt: endedAt ?? new Date(0),
        reason: document.reason ?? '',
      };
    default:
      return document.state satisfies never;
  }
}
