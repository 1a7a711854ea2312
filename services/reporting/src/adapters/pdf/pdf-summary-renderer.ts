import { phone } from '@intervia/french/phones';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { setImmediate as breath } from 'node:timers/promises';
import * as format from '@intervia/french';
import type { Dossier, DossierDocument, DossierEntry, DossierPerson } from '../../application/dossier.js';
import { SummaryRenderer } from '../../application/ports/renderers.js';
import type { Thumbnail } from '../../application/ports/renderers.js';
import * as fr from '../fr.js';
import { Sheet } from './sheet.js';

const { texts } = fr;
const NO_DATE = new Date('2000-01-01T00:00:00Z');

/** Fonts and lines are computed in this thread, which may also serve people: after so long, others come first. */
const SLICE_MS = 20;
type Steps = Generator<void, void, void>;

async function paced(steps: Steps): Promise<void> {
  let start = performance.now();
  for (;;) {
    if (steps.next().done) return;
    if (performance.now() - start < SLICE_MS) continue;
    await breath();
    start = performance.now();
  }
}

@Injectable()
export class PdfSummaryRenderer extends SummaryRenderer {
  fileName(dossier: Dossier): string {
    return `resume-${fr.ticketCode(dossier)}.pdf`;
  }

  render(dossier: Dossier, thumbnails: readonly Thumbnail[]): Readable {
    const reference = `${fr.typeNames[dossier.type] ?? ''} n°\u00A0${dossier.number}`;
    const sheet = new Sheet({
      title: `${texts.title} – ${reference} – ${dossier.subject}`,
      author: dossier.agency?.name ?? '',
      date: dossier.closedAt ?? NO_DATE,
    });
    // Written while it is read: an error in a part must reach the reader, not nobody.
    paced(write(sheet, dossier, thumbnails, reference)).catch((error: Error) => sheet.stream.destroy(error));
    return sheet.stream;
  }
}

function* write(sheet: Sheet, dossier: Dossier, thumbnails: readonly Thumbnail[], reference: string): Steps {
  const { agency } = dossier;
  const address = [agency?.address, agency?.phone && phone(agency.phone)].filter(Boolean).join(' – ');
  yield sheet.letterhead(agency?.name ?? '', address, texts.title);
  yield sheet.heading(reference, dossier.subject, dossier.urgent ? texts.urgent : '');
  yield* identity(sheet, dossier);
  yield* place(sheet, dossier);
  yield* missions(sheet, dossier);
  yield* people(sheet, dossier);
  yield* timeline(sheet, dossier.history);
  yield* documents(sheet, dossier.documents);
  yield* photos(sheet, thumbnails);
  yield* messages(sheet, dossier);
  sheet.end([agency?.name, reference].filter(Boolean).join(' – '), texts.page);
}

function* identity(sheet: Sheet, dossier: Dossier): Steps {
  const { labels } = texts;
  yield sheet.section(texts.identity);
  yield sheet.pairs([
    [labels.status, fr.statuses[dossier.status] ?? ''],
    [labels.module, fr.modules[dossier.module] ?? ''],
    [labels.source, fr.sources[dossier.source] ?? ''],
    [labels.manager, dossier.managerName],
    [labels.creator, dossier.creatorName],
    [labels.requester, dossier.requesterName],
    [labels.requestedAt, moment(dossier.requestedAt)],
    [labels.openedAt, moment(dossier.openedAt)],
    [labels.closedAt, moment(dossier.closedAt)],
    [labels.amount, dossier.amountCents > 0 ? format.euros(dossier.amountCents) : ''],
    [labels.description, dossier.description],
  ]);
}

function* place(sheet: Sheet, { place: at }: Dossier): Steps {
  const { labels } = texts;
  yield sheet.section(texts.place);
  yield sheet.pairs([
    [texts.place, at.label],
    [labels.address, at.address],
    [labels.reference, at.reference],
    [labels.owner, at.ownerName],
  ]);
}

function* missions(sheet: Sheet, { missions: all }: Dossier): Steps {
  if (all.length === 0) return;
  yield sheet.section(texts.missions);
  for (const { contractorName, status, appointment, amountCents } of all) {
    const lines = [
      appointment && `${texts.labels.appointment} : ${fr.appointmentText(appointment)}`,
      amountCents > 0 && `${texts.labels.amount} : ${format.euros(amountCents)}`,
    ];
    yield sheet.entry(fr.statuses[status] ?? '', contractorName, lines.filter(Boolean).join('\n'));
  }
}

function* people(sheet: Sheet, { contacts, notified }: Dossier): Steps {
  if (contacts.length + notified.length === 0) return;
  yield sheet.section(texts.people);
  for (const person of contacts) yield sheet.entry(texts.labels.contact, person.name, reach(person));
  for (const person of notified) yield sheet.entry(texts.labels.notified, person.name, reach(person));
}

function reach({ phones, mails, comment }: DossierPerson): string {
  return [[...phones.map(phone), ...mails].join(', '), comment].filter(Boolean).join('\n');
}

function* timeline(sheet: Sheet, history: readonly DossierEntry[]): Steps {
  yield sheet.section(texts.timeline);
  yield sheet.entry('', '', texts.times);
  for (const entry of history) {
    const who = [fr.actorText(entry), entry.actorKind === 'CONTRACTOR' ? '' : entry.contractorName];
    const lines = [
      who.filter(Boolean).join(' → '),
      fr.commentText(entry),
      entry.documentNames.length > 0 && `${texts.labels.documents} : ${entry.documentNames.join(', ')}`,
    ];
    yield sheet.entry(moment(entry.at), fr.factText(entry), lines.filter(Boolean).join('\n'));
  }
}

function* documents(sheet: Sheet, all: readonly DossierDocument[]): Steps {
  yield sheet.section(texts.documents);
  if (all.length === 0) yield sheet.entry('', texts.none);
  for (const document of all) {
    const { name, size, kind, contractorName, addedAt, missing } = document;
    const details = [contractorName, format.fileSize(size), moment(addedAt), missing && texts.missing];
    yield sheet.entry(fr.documentKinds[kind] ?? '', name, details.filter(Boolean).join(' – '));
  }
}

function* photos(sheet: Sheet, thumbnails: readonly Thumbnail[]): Steps {
  if (thumbnails.length === 0) return;
  yield sheet.section(texts.photos);
  yield sheet.pictures(thumbnails.map(({ document, jpeg }) => ({ jpeg, caption: document.name })));
}

function* messages(sheet: Sheet, { messages: all, readAt }: Dossier): Steps {
  if (all.length === 0) return;
  yield sheet.section(texts.messages);
  if (readAt && all.some(({ delivery }) => delivery === 'QUEUED'))
    yield sheet.entry('', texts.pending(moment(readAt)));
  for (const { at, channel, recipientName, recipients, subject, text, delivery, reason } of all) {
    const state = [fr.channels[channel], fr.deliveries[delivery], reason].filter(Boolean).join(', ');
    const to = `${recipientName} (${recipients.map(phone).join(', ')})`;
    yield sheet.entry(
      moment(at),
      to,
      [[state, subject].filter(Boolean).join(' – '), text].filter(Boolean).join('\n'),
    );
  }
}

function moment(date: Date | undefined): string {
  return date ? format.shortDateTime(date) : '';
}
