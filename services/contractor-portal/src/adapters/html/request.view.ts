import * as format from '@intervia/french';
import { numbersIn } from '@intervia/french/phones';
import type { FormName } from '../../domain/answer.js';
import { isOpen } from '../../application/open-form.js';
import type { Correspondence, Request, RequestedVisit } from '../../application/ports/ticket-desk.js';
import { formView } from './form.view.js';
import type { FormView } from './form.view.js';
import * as fr from './fr.js';
import * as forms from './fr-forms.js';
import { callView } from './parts.view.js';
import type { TicketPage } from './ticket-page.js';

/** What whoever asked reads besides the exchange, and answers. */
export function requestView(page: TicketPage, view: Correspondence, request: Request) {
  const { state: title, text } = requestTexts(view.closed, request);
  return {
    title,
    text,
    reason: request.reason,
    visits: request.visits.map(visitView),
    repaired: request.repaired === undefined ? '' : request.repaired ? fr.repairs.yes : fr.repairs.no,
    repair: answerForm('reparation', page, view, isRepairWaited(view)),
    withdrawal: answerForm('annulation', page, view, false),
    emergency: emergencyView(request.emergencyNumbers),
  };
}

export function requestTexts(closed: boolean, { state }: Request) {
  return closed && state === 'VALIDATED' ? fr.requests.closed : fr.requests[state];
}

/** Asked, and not answered yet. */
export const isRepairWaited = ({ request }: Correspondence): boolean =>
  request?.repairAsked === true && request.repaired === undefined;

function answerForm(
  name: FormName,
  { token, nonce, filled }: TicketPage,
  view: Correspondence,
  wanted: boolean,
): FormView | false {
  if (!isOpen(name, view)) return false;
  const mine = filled?.form === name ? filled : undefined;
  const { title, unasked, button } = forms.forms[name];
  return formView(name, {
    ...{ token, nonce, button },
    open: wanted || mine !== undefined,
    title: wanted ? title : (unasked ?? title),
    filled: mine,
  });
}

function visitView({ firm, phone, appointment, done }: RequestedVisit) {
  return {
    firm,
    done,
    calls: callView(firm, phone),
    when: appointment ? format.longDateTime(appointment.start) : '',
  };
}

/** The words of the agency, and a button for each number in them. */
function emergencyView(text: string) {
  return {
    text,
    calls: numbersIn(text).map(({ dial, text: number }) => ({
      who: fr.emergency,
      number: dial,
      text: number,
    })),
  };
}
