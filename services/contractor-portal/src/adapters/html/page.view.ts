import { FORMS } from '../../domain/answer.js';
import type { Document, FormName } from '../../domain/answer.js';
import type { FilledForm, Page } from '../../application/ports/page-renderer.js';
import type { AgencyCard } from '../../application/ports/agency-book.js';
import type { Contact, Mission } from '../../application/ports/ticket-desk.js';
import * as fr from './fr.js';
import * as format from './french-format.js';
import { faultsOf, formView } from './form.view.js';

type MissionPage = Extract<Page, { kind: 'mission' }>;

const NO_AGENCY = { name: fr.anyAgency, line: '' };

/** The answer that each status waits for; the other forms stay behind their title. */
const asked: Readonly<Record<string, FormName>> = {
  WORK_ORDER_SENT: 'acceptation',
  ABSENT: 'acceptation',
  POSTPONEMENT_ASKED: 'acceptation',
  PRESENCE_ASKED: 'presence',
  AWAITING_COMPLETION: 'fin-intervention',
  INVOICE_REQUESTED: 'facture',
  NEW_INVOICE_REQUESTED: 'facture',
};
const APPOINTMENT_LOST: ReadonlySet<string> = new Set(['ABSENT', 'POSTPONEMENT_ASKED']);

/** Everything that the templates read: strings and lists only, all of them present. */
export function viewOf(page: Page) {
  switch (page.kind) {
    case 'mission':
      return missionView(page);
    case 'retry':
      return {
        ...base(undefined),
        ...calendar(page.now),
        body: 'retry',
        title: fr.retryTexts.title,
        notice: { ...fr.retryTexts.notice, ...BAD },
        forms: [retryForm(page.token, page.filled)],
      };
    case 'message':
      return { ...base(undefined), ...fr.messages[page.message], body: 'message' };
    default:
      return page satisfies never;
  }
}

const GOOD = { tone: 'note', role: 'status' };
const BAD = { tone: 'bad', role: 'alert' };

function missionView(page: MissionPage) {
  const { mission, token, agency, notice, filled } = page;
  const kind = mission.quote ? fr.kinds.quote : fr.kinds.workOrder;
  const forms = formViews(page);
  const reference = `${kind} n°\u00A0${mission.number}`;
  return {
    ...base(agency),
    ...calendar(page.now),
    body: 'mission',
    title: `${reference} – ${mission.subject}`,
    reference,
    summary: filled ? faultsOf(filled) : [],
    notice: notice ? { ...fr.notices[notice], ...(notice === 'done' ? GOOD : BAD) } : false,
    urgent: mission.urgent && !mission.closed,
    subject: mission.subject,
    state: fr.statuses[mission.closed ? 'CLOSED' : mission.status] ?? fr.statuses.IN_PROGRESS,
    description: mission.description,
    place: {
      label: mission.place.label,
      address: mission.place.address,
      reference: mission.place.reference,
      owner: mission.place.ownerName,
    },
    appointment: appointmentView(mission),
    contacts: mission.contacts.map(contactView),
    attachments: mission.attachments.map((document) => fileView(token, document)),
    sent: mission.sent.map((document) => fileView(token, document)),
    manager: managerView(mission, agency),
    forms,
    waiting: forms.some((form) => form.open),
    nothing: mission.closed ? fr.nothingToDo.closed : fr.nothingToDo.open,
  };
}

function base(agency: AgencyCard | undefined) {
  return {
    agency: agency ? { name: agency.name, line: `${agency.name} – ${agency.address}` } : NO_AGENCY,
    reference: '',
    summary: [] as ReturnType<typeof faultsOf>,
    notice: false as const,
  };
}

function calendar(now: Date) {
  return {
    today: format.fieldDate(now),
    farthest: format.fieldDate(now, { years: 1 }),
    durations: fr.durations,
    delays: fr.delays,
  };
}

function formViews({ mission, token, nonce, filled }: MissionPage) {
  if (mission.closed) return [];
  return FORMS.filter((name) => mission.forms.includes(name)).map((name) => {
    const mine = filled?.form === name ? filled : undefined;
    const wanted = asked[mission.status] === name;
    const texts =
      name === 'acceptation' && APPOINTMENT_LOST.has(mission.status) ? fr.newAppointment : fr.forms[name];
    return formView(name, {
      token,
      nonce: mine?.nonce ?? nonce,
      open: wanted || mine !== undefined,
      title: wanted ? texts.title : (texts.unasked ?? texts.title),
      button: texts.button,
      filled: mine,
    });
  });
}

function retryForm(token: string, filled: FilledForm) {
  return formView(filled.form, { token, nonce: filled.nonce, open: true, ...fr.forms[filled.form], filled });
}

function appointmentView({ appointment, lateMinutes }: Mission) {
  if (!appointment) return false;
  return {
    date: format.longDate(appointment.start),
    time: format.clockTime(appointment.start),
    duration: format.duration(appointment.durationMinutes),
    late: lateMinutes > 0 ? format.duration(lateMinutes) : '',
  };
}

function callView(who: string, number: string) {
  const dialled = format.telephone(number);
  return dialled === undefined ? [] : [{ who, number: dialled, text: format.phone(number) }];
}

function contactView({ name, phones, comment }: Contact) {
  return { name, comment, calls: phones.flatMap((number) => callView(name, number)) };
}

/** Manual, "Masquer le mail de l'agence pour l'intervenant". */
function managerView({ manager }: Mission, agency: AgencyCard | undefined) {
  const own = callView(manager.name, manager.phone);
  return {
    name: manager.name,
    mail: agency?.hideMail ? '' : manager.mail,
    calls: own.length > 0 ? own : callView(agency?.name ?? manager.name, agency?.phone ?? ''),
  };
}

function fileView(token: string, { id, name, mediaType, size }: Document) {
  return {
    href: `/i/${token}/documents/${encodeURIComponent(id)}`,
    name,
    detail: `${fr.kindOf(mediaType)}, ${format.fileSize(size)}`,
  };
}
