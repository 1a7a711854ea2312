import type { Action } from '../../../api/types.js';
import { FORMS } from '../../../fr.js';
import { checkTypedPerson, personBody } from '../../../people/typed-person.js';
import { commented, idsOf, NO_BODY, NO_ERRORS, reasoned } from './action-spec.js';
import type { ActionErrors, ActionSpec, ActionValues } from './action-spec.js';
import { partyBody } from '../parties.js';
import { below, checkParty, checkPersons } from './quote-specs.js';

/** Manual, "Options disponibles à toutes les étapes"; and the ticket's beginning and end. */
export const TICKET_SPECS = {
  POST_MESSAGE: {
    kind: 'form',
    path: 'thread-messages',
    fields: ['recipient', 'direction', 'subject', 'text', 'documents'],
    submit: FORMS.validate,
    // Manual: "le sujet sera conservé afin de créer un fil de discussion".
    shows: (field, { threadId }) => threadId === '' || (field !== 'recipient' && field !== 'subject'),
    body: ({ recipient, threadId, subject, text, documents, direction }) => ({
      ...partyBody(recipient, 'person'),
      ...(threadId ? { threadId } : { subject }),
      text,
      documentIds: idsOf(documents),
      received: direction === 'received',
    }),
    check: ({ recipient, threadId, subject, text }) => ({
      ...checkParty(recipient, 'recipient'),
      subject: threadId || subject.trim() ? undefined : FORMS.missingSubject,
      text: text.trim() ? undefined : FORMS.missingText,
    }),
  },
  ADD_NOTE: {
    kind: 'form',
    path: 'notes',
    fields: ['html', 'documents'],
    submit: FORMS.save,
    hint: FORMS.noteHint,
    body: ({ html, documents }) => ({ html, documentIds: idsOf(documents) }),
    check: ({ html, documents }): ActionErrors =>
      isBlank(html) && documents.length === 0 ? { html: FORMS.missingNote } : {},
  },
  INFORM_THIRD_PARTY: {
    kind: 'form',
    path: 'information',
    fields: ['persons', 'comment'],
    submit: FORMS.inform,
    hint: FORMS.informHint,
    body: ({ persons, comment }) => ({ persons: persons.map(personBody), comment }),
    check: ({ persons }) =>
      persons.length > 0 ? checkPersons(persons, 'persons') : { persons: FORMS.missingPersons },
  },
  CHANGE_REACH: {
    kind: 'form',
    path: 'reach',
    fields: ['reach'],
    submit: FORMS.save,
    hint: FORMS.reachHint,
    body: ({ recipient, reach: { mails, mobiles, channels } }) => ({
      ...partyBody(recipient, 'person'),
      mails,
      mobiles,
      channels,
    }),
    check: ({ reach }) => below('reach', checkTypedPerson(reach, true)),
  },
  CONTACT_ANOTHER: { kind: 'contact-another' },
  UPDATE: { kind: 'page', page: 'edit' },
  VALIDATE_PRE_TICKET: { kind: 'page', page: 'validate' },
  CANCEL_PRE_TICKET: {
    ...reasoned('cancellation', FORMS.cancelRequest, FORMS.cancelRequestReason),
    hint: FORMS.cancelRequestHint,
  },
  CLOSE: { ...commented('closing', FORMS.close, FORMS.closeComment), warning: FORMS.closeWarning },
  REOPEN: commented('reopening', FORMS.reopen),
  DELETE: {
    kind: 'form',
    method: 'DELETE',
    path: '',
    fields: [],
    submit: FORMS.delete,
    warning: FORMS.deleteWarning,
    body: NO_BODY,
    check: NO_ERRORS,
  },
} satisfies Partial<Record<Action, ActionSpec>>;

/** An editor's empty document is "<p></p>". */
function isBlank(html: ActionValues['html']): boolean {
  return html.replace(/<[^>]*>|&nbsp;/g, '').trim() === '';
}
