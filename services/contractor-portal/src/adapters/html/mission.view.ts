import * as format from '@intervia/french';
import { FORMS_OF } from '../../domain/answer.js';
import type { Mission } from '../../application/ports/ticket-desk.js';
import { isAgreed, isDoneEarly, wantsReason } from '../../application/agreed-visit.js';
import { calendarOf } from './calendar.js';
import { faultsOf, formView } from './form.view.js';
import * as fr from './fr.js';
import * as forms from './fr-forms.js';
import type { TicketPage } from './ticket-page.js';
import { contactView, fileView, isSpokenTo, managerView, messageForm, threadsView } from './parts.view.js';

/** What a contractor reads of its mission. */
export function missionView(page: TicketPage, mission: Mission) {
  const { token, agency, notice, filled } = page;
  const status = mission.closed ? 'CLOSED' : mission.status;
  const answers = formViews(page, mission);
  const waiting = answers.some((form) => form.open);
  const ending = fr.endings[status];
  return {
    body: 'mission',
    reference: `${mission.quote ? fr.kinds.quote : fr.kinds.workOrder} n°\u00A0${mission.number}`,
    subject: mission.subject,
    summary: filled ? faultsOf(filled, filled.form) : [],
    waiting,
    // The notice of a closed ticket says the same.
    ending: ending && notice !== 'closed' ? ending : false,
    options: mission.options,
    urgent: mission.options.urgent && !ending,
    state: fr.statuses[status],
    description: format.withDigicode(mission.description, mission.place.digicode),
    reason: mission.reason,
    instructions: mission.instructions,
    place: mission.place,
    map: ending ? '' : format.mapLink(mission.place.address),
    owner: mission.ownerName,
    appointment: appointmentView(mission),
    // Their numbers are of no use any more.
    contacts: ending ? [] : mission.contacts.map(contactView),
    attachments: mission.attachments.map((document) => fileView(token, document)),
    sent: mission.sent.map(({ kind, document, superseded }) => ({
      ...fileView(token, document, fr.sentKinds[kind]),
      mark: superseded ? fr.superseded : '',
    })),
    amount: mission.amountCents > 0 ? format.euros(mission.amountCents) : '',
    signed: mission.signedQuote ? fileView(token, mission.signedQuote) : false,
    // Manual, "Masquer le mail de l'agence pour l'intervenant".
    manager: managerView(mission.manager, agency, agency?.hideMail ?? false),
    forms: answers,
    nothing: ending ? '' : (fr.pauses[status] ?? fr.pause),
    threads: threadsView(token, mission.threads, mission.manager.name),
    spokenTo: isSpokenTo(mission),
    message: messageForm({ ...page, view: mission }),
  };
}

function formViews({ token, nonce, filled, now }: TicketPage, mission: Mission) {
  const open = mission.closed ? [] : mission.forms;
  return FORMS_OF.mission
    .filter((name) => name !== 'message' && open.includes(name))
    .map((name) => {
      const mine = filled?.form === name ? filled : undefined;
      const wanted = mission.awaited.includes(name);
      const texts = forms.formsAt[mission.status]?.[name] ?? forms.forms[name];
      return formView(name, {
        token,
        nonce,
        open: wanted || mine !== undefined,
        title: wanted ? texts.title : (texts.unasked ?? texts.title),
        button: texts.button,
        filled: mine,
        wantsReason: wantsReason(name, mission),
        before: isDoneEarly(name, mission, now) ? visitText(mission) : '',
      });
    });
}

const visitText = ({ appointment }: Mission): string =>
  appointment ? format.longDateTime(appointment.start) : '';

function appointmentView(mission: Mission) {
  const { appointment, lateMinutes, status } = mission;
  if (!appointment) return false;
  return {
    title: fr.appointments[status] ?? fr.appointment,
    date: format.longDate(appointment.start),
    time: format.clockTime(appointment.start),
    duration: format.duration(appointment.durationMinutes),
    late: lateMinutes > 0 ? format.duration(lateMinutes) : '',
    calendar: isAgreed(mission) ? calendarOf(mission, appointment) : '',
  };
}
