import { RENEWAL } from '../../application/renew-link.handler.js';
import * as format from '@intervia/french';
import type { FilledForm, Page } from '../../application/ports/page-renderer.js';
import type { View } from '../../application/ports/ticket-desk.js';
import type { AgencyCard } from '../../application/ports/agency-book.js';
import { isOpen } from '../../application/open-form.js';
import { confirmView } from './confirm.view.js';
import { correspondentView } from './correspondent.view.js';
import { formView } from './form.view.js';
import type { faultsOf } from './form.view.js';
import * as fr from './fr.js';
import * as forms from './fr-forms.js';
import { missionView } from './mission.view.js';
import { callView } from './parts.view.js';
import type { TicketPage } from './ticket-page.js';

const NO_AGENCY = { name: fr.anyAgency, line: '' };
const GOOD = { tone: 'note', role: 'status' };
const BAD = { tone: 'bad', role: 'alert' };

/** Everything that the templates read: strings and lists only, all of them present. */
export function viewOf(page: Page) {
  switch (page.kind) {
    case 'ticket':
      return ticketView(page);
    case 'retry':
      return {
        ...base(undefined),
        ...calendar(page.now),
        body: 'retry',
        title: fr.retryTexts.title,
        notice: { ...fr.retryTexts.notice, ...BAD, typed: [] },
        contacts: [],
        forms: [retryForm(page.token, page.filled)],
      };
    case 'confirm':
      return { ...base(page.agency), ...confirmView(page) };
    case 'message':
      return {
        ...base(page.agency),
        ...fr.messages[page.message],
        calls: agencyCalls(page.agency),
        renewal: page.renewable ? `/i/${page.renewable}/${RENEWAL}` : '',
        body: 'message',
      };
    case 'help':
      return { ...base(undefined), ...fr.help, body: 'help', personal: false };
    default:
      return page satisfies never;
  }
}

function ticketView(page: TicketPage) {
  const { view, agency, notice } = page;
  const shown = view.kind === 'mission' ? missionView(page, view) : correspondentView(page, view);
  return {
    ...base(agency),
    ...calendar(page.now),
    ...shown,
    opened: view.openedAt ? format.longDate(view.openedAt) : '',
    title: `${shown.reference} – ${shown.subject}`,
    notice: notice ? { ...noticeView(notice, shown.waiting), typed: unshownText(page) } : false,
  };
}

const TEXTS = ['text', 'comment', 'reason'] as const;

/** Written into a form that the page holds no more: shown, so that it can still be copied. */
function unshownText({ view, filled }: TicketPage): string[] {
  if (!filled || isShown(view, filled)) return [];
  return TEXTS.map((field) => filled.values[field]?.trim() ?? '').filter((text) => text !== '');
}

function isShown(view: View, { form, values }: FilledForm): boolean {
  if (!isOpen(form, view)) return false;
  if (form !== 'approbation' || view.kind !== 'correspondent') return true;
  return view.quotes.some(
    ({ missionId, open, changeableUntil }) => (open || changeableUntil) && missionId === values.missionId,
  );
}

function noticeView(notice: NonNullable<TicketPage['notice']>, waiting: boolean) {
  if (notice !== 'done') return { ...fr.notices[notice], ...BAD };
  return { ...fr.notices.done, ...(waiting && { text: fr.doneInPart }), ...GOOD };
}

function base(agency: AgencyCard | undefined) {
  return {
    agency: agency ? { name: agency.name, line: `${agency.name} – ${agency.address}` } : NO_AGENCY,
    reference: '',
    summary: [] as ReturnType<typeof faultsOf>,
    notice: false as const,
    /** A page of one person, by a link. */
    personal: true,
  };
}

const agencyCalls = (agency: AgencyCard | undefined) => (agency ? callView(agency.name, agency.phone) : []);

function calendar(now: Date) {
  return {
    today: format.fieldDate(now),
    farthest: format.fieldDate(now, { years: 1 }),
    durations: forms.durations,
    delays: forms.delays,
  };
}

function retryForm(token: string, filled: FilledForm) {
  const { title, button } = forms.forms[filled.form];
  return formView(filled.form, { token, nonce: filled.nonce, open: true, title, button, filled });
}
