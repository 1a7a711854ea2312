import * as format from '@intervia/french';
import { numbersIn, phone } from '@intervia/french/phones';
import type { Document } from '../../domain/answer.js';
import type { AgencyCard } from '../../application/ports/agency-book.js';
import type { FilledForm } from '../../application/ports/page-renderer.js';
import type { Contact, Manager, Thread, ThreadMessage, View } from '../../application/ports/ticket-desk.js';
import { formView } from './form.view.js';
import type { FormView } from './form.view.js';
import * as fr from './fr.js';
import * as forms from './fr-forms.js';

/** Photos of which the gateway makes a small JPEG. */
const PREVIEWED: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'image/heif',
  'image/avif',
]);

/** Messages shown at once; those before stay behind one line. */
const RECENT = 3;

export function callView(who: string, number: string) {
  const found = numbersIn(number);
  // One number keeps the words around it: "(après 18 h)", "poste 12".
  const label = (text: string): string => phone(found.length === 1 ? number : text);
  return found.map(({ dial, text }) => ({ who, number: dial, text: label(text) }));
}

export function contactView({ name, phones, comment }: Contact) {
  return { name, comment, calls: phones.flatMap((number) => callView(name, number)) };
}

export function managerView(
  { name, mail, phone }: Manager,
  agency: AgencyCard | undefined,
  hideMail: boolean,
) {
  const own = callView(name, phone);
  return {
    name,
    mail: hideMail ? '' : mail,
    calls: own.length > 0 ? own : callView(agency?.name ?? name, agency?.phone ?? ''),
  };
}

export function fileView(
  token: string,
  { id, name, mediaType, size }: Document,
  kind = fr.kindOf(mediaType),
) {
  return {
    href: `/i/${token}/documents/${encodeURIComponent(id)}`,
    preview: PREVIEWED.has(mediaType) ? `/i/${token}/apercus/${encodeURIComponent(id)}` : '',
    name,
    detail: `${kind}, ${format.fileSize(size)}`,
    mark: '',
  };
}

/** The exchange, newest last, so that the answer is written below what it answers. */
export function threadsView(token: string, threads: readonly Thread[], manager: string) {
  return threads.toReversed().map(({ subject, messages }) => {
    const lines = messages.map((message) => messageView(token, message, manager));
    const older = lines.slice(0, -RECENT);
    return { subject, older, hint: fr.older(older.length), recent: lines.slice(-RECENT) };
  });
}

function messageView(token: string, { at, mine, author, text, documents }: ThreadMessage, manager: string) {
  return {
    mine,
    author: mine ? fr.me : author || manager,
    at: format.dateTime(at),
    text,
    files: documents.map((document) => fileView(token, document)),
  };
}

/** Whether the agency wrote last. */
export function isSpokenTo({ threads: [newest] }: View): boolean {
  return newest?.messages.at(-1)?.mine === false;
}

interface Sheet {
  token: string;
  nonce: string;
  view: View;
  filled?: FilledForm | undefined;
}

const titleOf = (view: View): string =>
  view.kind === 'correspondent' && view.request ? forms.writeMore : forms.forms.message.title;

/** An answer goes into the thread it answers; somebody who writes first begins one. */
export function messageForm({ token, nonce, view, filled }: Sheet): FormView | false {
  if (!view.forms.includes('message')) return false;
  const mine = filled?.form === 'message' ? filled : undefined;
  const [newest, ...others] = view.threads;
  const texts = forms.forms.message;
  return formView('message', {
    token,
    nonce,
    open: mine !== undefined,
    title: isSpokenTo(view) ? forms.reply : titleOf(view),
    button: texts.button,
    filled: mine,
    about: { threadId: mine?.values.threadId ?? newest?.id ?? '' },
    subjects: others.length > 0 ? view.threads.map(({ id, subject }) => ({ value: id, label: subject })) : [],
  });
}
