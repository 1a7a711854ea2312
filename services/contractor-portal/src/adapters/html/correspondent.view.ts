import * as format from '@intervia/french';
import type { Correspondence, Quote } from '../../application/ports/ticket-desk.js';
import { CORRECTS } from '../../application/forms/parse-form.js';
import { markOf } from '../../application/quote-mark.js';
import { faultsOf, formView } from './form.view.js';
import type { FormView } from './form.view.js';
import * as fr from './fr.js';
import * as forms from './fr-forms.js';
import { isRepairWaited, requestTexts, requestView } from './request.view.js';
import type { TicketPage } from './ticket-page.js';
import { fileView, isSpokenTo, managerView, messageForm, threadsView } from './parts.view.js';

/** What an owner, council president, tenant… reads of a ticket. */
export function correspondentView(page: TicketPage, view: Correspondence) {
  const { token, agency, filled } = page;
  const quotes = view.quotes.map((quote, index) => quoteView(page, view, quote, `devis-${index + 1}`));
  const answers = quotes.flatMap(({ form }) => (form ? [form] : []));
  const changes = quotes.flatMap(({ change }) => (change ? [change] : []));
  return {
    body: 'correspondent',
    reference: `${view.request ? fr.requests.reference : fr.kinds.other} n°\u00A0${view.number}`,
    subject: view.subject,
    summary: filled ? faultsOf(filled, formIdOf(page, [...answers, ...changes])) : [],
    waiting: answers.length > 0 || isRepairWaited(view),
    request: view.request ? requestView(page, view, view.request) : false,
    state: stateOf(view),
    name: view.name,
    role: fr.roles[view.role],
    description: view.description,
    place: view.place,
    map: '',
    open: quotes.filter(({ form }) => form !== false),
    decided: quotes.filter(({ form }) => form === false),
    manager: managerView(view.manager, agency, false),
    threads: threadsView(token, view.threads, view.manager.name),
    spokenTo: isSpokenTo(view),
    message: messageForm({ ...page, view }),
  };
}

function stateOf({ closed, quotes, request }: Correspondence): string {
  if (request) return requestTexts(closed, request).state;
  if (closed) return fr.matters.closed;
  return quotes.some(({ open }) => open) ? fr.matters.approval : fr.matters.exchange;
}

function quoteView(page: TicketPage, { closed }: Correspondence, quote: Quote, id: string) {
  const { contractorName, amountCents, documents, comment, answer } = quote;
  const amount = amountCents > 0 ? format.euros(amountCents) : '';
  return {
    id,
    contractor: contractorName,
    amount,
    comment,
    request: quote.requestComment,
    files: documents.map((document) => fileView(page.token, document)),
    decision: answer ? decisionView(answer) : false,
    form: quote.open && !closed && approvalForm(page, quote, id, amount),
    change: !closed && isChangeable(page, quote) && changeForm(page, quote, id, amount),
  };
}

function decisionView({ approved, at, comment }: NonNullable<Quote['answer']>) {
  const text = approved ? fr.decisions.approved : fr.decisions.rejected;
  return { text, at: format.dateTime(at), comment };
}

const isChangeable = ({ now }: TicketPage, { changeableUntil }: Quote): boolean =>
  changeableUntil !== undefined && changeableUntil > now;

/** For some minutes, whoever pressed the wrong button, or thought again. */
function changeForm(page: TicketPage, quote: Quote, id: string, amount: string): FormView {
  const until = quote.changeableUntil ? format.clockTime(quote.changeableUntil) : '';
  const form = approvalForm(page, quote, id, amount, CORRECTS);
  return {
    ...form,
    open: page.filled?.values.missionId === quote.missionId,
    title: forms.changeAnswer(until),
  };
}

function approvalForm(page: TicketPage, quote: Quote, id: string, amount: string, corrects = ''): FormView {
  const { missionId } = quote;
  const { token, nonce, filled } = page;
  const { title, button } = forms.forms.approbation;
  const mine = filled?.form === 'approbation' && filled.values.missionId === missionId ? filled : undefined;
  return formView('approbation', {
    token,
    nonce,
    id: `${id}-reponse`,
    open: true,
    title,
    button: amount ? forms.approve(amount) : button,
    filled: mine,
    about: { missionId, quote: markOf(quote), corrects },
  });
}

/** The form that the faults are about; the page itself when it is not shown any more. */
function formIdOf({ filled }: TicketPage, shown: readonly FormView[]): string {
  if (filled && filled.form !== 'approbation') return filled.form;
  return shown.find(({ about: [quote] }) => quote?.value === filled?.values.missionId)?.id ?? 'contenu';
}
