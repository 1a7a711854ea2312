import { inParis } from '@intervia/french';
import { createHash } from 'node:crypto';
import type { Dossier, DossierDocument, DossierEntry, DossierMessage } from '../../application/dossier.js';
import * as fr from '../fr.js';

/** A file as it really went into the ZIP. */
export interface Packed {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

type Line = Readonly<Record<string, unknown>>;

/**
 * What the archive holds and what happened, each line chained to the one before by SHA-256: `deploy/verify` reads it. The
 * first link is the hash of what stands over the lines; the seal is the last one. Moments carry their offset in Paris.
 */
export function manifestOf(dossier: Dossier, summary: Packed, packed: ReadonlyMap<string, Packed>): string {
  const head = {
    format: 'intervia-archive/1',
    timeZone: 'Europe/Paris',
    ticket: {
      number: dossier.number,
      code: fr.ticketCode(dossier),
      type: fr.typeNames[dossier.type] ?? dossier.type,
      subject: dossier.subject,
      place: dossier.place.label,
      agency: dossier.agency?.name ?? '',
      openedAt: moment(dossier.openedAt),
      closedAt: moment(dossier.closedAt),
    },
    ...pendingOf(dossier),
  };
  const replaced = replacedBy(dossier.history);
  const nameOf = new Map(dossier.documents.map(({ id }) => [id, packed.get(id)?.path]));
  const lines: Line[] = [
    {
      line: 'document',
      path: summary.path,
      kind: fr.texts.title,
      size: summary.size,
      sha256: summary.sha256,
    },
    ...dossier.documents.map((document) => documentLine(document, packed.get(document.id), replaced, nameOf)),
    ...dossier.history.map(historyLine),
    ...dossier.messages.map(messageLine),
  ];
  let previous = sha256(JSON.stringify(head));
  const chained = lines.map((line) => {
    // As it will be read: what is undefined is not there.
    const told = JSON.stringify(line);
    previous = sha256(`${previous}\n${told}`);
    return { ...(JSON.parse(told) as Line), hash: previous };
  });
  return `${JSON.stringify({ ...head, lines: chained, seal: previous }, undefined, 1)}\n`;
}

function pendingOf({ messages, readAt }: Dossier): { pending?: { messages: number; at: string } } {
  const waiting = messages.filter(({ delivery }) => delivery === 'QUEUED').length;
  return waiting === 0 ? {} : { pending: { messages: waiting, at: moment(readAt) ?? '' } };
}

function documentLine(
  document: DossierDocument,
  file: Packed | undefined,
  replaced: ReadonlyMap<string, string>,
  nameOf: ReadonlyMap<string, string | undefined>,
): Line {
  const { id, name, kind, contractorName, addedAt, sha256: stored, size } = document;
  const by = replaced.get(id);
  return {
    line: 'document',
    ...(file ?? { path: name, size, sha256: stored, missing: true }),
    // Of the bytes that came in, where those here have lost the position of a photo.
    receivedSha256: file && file.sha256 !== stored ? stored : undefined,
    kind: fr.documentKinds[kind] ?? kind,
    contractor: contractorName || undefined,
    addedAt: moment(addedAt),
    replacedBy: by && (nameOf.get(by) ?? by),
  };
}

function historyLine(entry: DossierEntry): Line {
  return {
    line: 'history',
    at: moment(entry.at),
    who: fr.actorText(entry),
    contractor: entry.contractorName || undefined,
    fact: fr.factText(entry),
    comment: fr.commentText(entry) || undefined,
    documents: entry.documentNames.length > 0 ? entry.documentNames : undefined,
    // Of the platform's own chain, which only it can make.
    platformHash: entry.hash || undefined,
  };
}

/** With the words that were sent; links that open without an account are masked. */
function messageLine(message: DossierMessage): Line {
  const { at, channel, recipientName, recipients, subject, text, delivery, reason } = message;
  return {
    line: 'message',
    at: moment(at),
    channel: fr.channels[channel] ?? channel,
    recipient: recipientName,
    addresses: recipients,
    subject: subject || undefined,
    text: text || undefined,
    delivery: fr.deliveries[delivery] ?? delivery,
    reason: reason || undefined,
  };
}

const REPLACING: ReadonlySet<string> = new Set(['QuoteReceived', 'InvoiceReceived']);

/** A contractor's later quote or invoice stands in for its earlier one: documents by what replaced them. */
export function replacedBy(history: readonly DossierEntry[]): Map<string, string> {
  const replaced = new Map<string, string>();
  const last = new Map<string, readonly string[]>();
  for (const { fact, missionId, documentIds } of history) {
    const [first] = documentIds;
    if (!REPLACING.has(fact) || first === undefined) continue;
    const key = `${fact}/${missionId}`;
    for (const id of last.get(key) ?? []) if (!documentIds.includes(id)) replaced.set(id, first);
    last.set(key, documentIds);
  }
  return replaced;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** "2026-11-24T09:30:00+01:00" */
const moment = (at: Date | undefined): string | undefined =>
  at ? (inParis(at).toISO({ suppressMilliseconds: true }) ?? undefined) : undefined;
