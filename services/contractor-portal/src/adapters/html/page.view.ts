import { FORMS } from '../../domain/answer.js';
import type { Document, FormName } from '../../domain/answer.js';
import type { FilledForm, Page } from '../../application/ports/page-renderer.js';
import type { AgencyCard } from '../../application/ports/agency-book.js';
import type { Contact, Mission } from '../../application/ports/ticket-desk.js';
import * as fr from './fr.js';
import * as format from './french-format.js';
import { faultsOf, formView } from './form.view.js';

type MissionPage = Extract<Page, { kind: 'mission' }>;

const NO_AGENCY = { name: 'Votre agence immobilière', line: '' };

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
        title: 'Réponse à envoyer de nouveau',
        notice: {
          title: 'Le service est momentanément indisponible.',
          text: 'Rien n’est perdu : votre saisie est ci-dessous. Attendez une minute, puis envoyez-la de nouveau.',
          tone: 'bad',
          role: 'alert',
        },
        forms: [formView(page.filled.form, { token: page.token, nonce: page.filled.nonce, open: true, filled: page.filled })],
      };
    case 'message':
      return { ...base(undefined), ...fr.messages[page.message], body: 'message' };
    default:
      return page satisfies never;
  }
}

function missionView(page: MissionPage) {
  const { mission, token, agency, notice, filled } = page;
  const kind = mission.quote ? 'Demande de devis' : 'Ordre de service';
  const reference = `${kind} n°\u00A0${mission.number}`;
  return {
    ...base(agency),
    ...calendar(page.now),
    body: 'mission',
    title: `${reference} – ${mission.subject}`,
    reference,
    summary: filled ? faultsOf(filled) : [],
    notice: notice ? { ...fr.notices[notice], tone: notice === 'done' ? 'note' : 'bad', role: notice === 'done' ? 'status' : 'alert' } : false,
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
    forms: formViews(page),
    nothing: mission.closed
      ? 'Ce dossier est clos : il n’attend plus de réponse.'
      : 'Aucune réponse n’est attendue de votre part pour le moment. Nous vous écrirons à la prochaine étape.',
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

/** The first form is open, and so is the one with faults; the others wait behind their title. */
function formViews({ mission, token, nonce, filled }: MissionPage) {
  if (mission.closed) return [];
  const names = FORMS.filter((name) => mission.forms.includes(name));
  const filledIn = (name: FormName): FilledForm | undefined => (filled?.form === name ? filled : undefined);
  return names.map((name, index) =>
    formView(name, {
      token,
      nonce: filledIn(name)?.nonce ?? nonce,
      open: index === 0 || filledIn(name) !== undefined,
      filled: filledIn(name),
    }),
  );
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
