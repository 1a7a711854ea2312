import * as format from '@intervia/french';
import { CHANGE } from '../../application/confirmation.js';
import { REALLY } from '../../application/forms/parse-form.js';
import type { Page } from '../../application/ports/page-renderer.js';
import * as fr from './fr.js';
import { fileView } from './parts.view.js';

/** What travels on to the answer itself. */
const FIELDS = ['missionId', 'quote', 'corrects', 'answer', 'comment'] as const;

/** What a decision will say, and its two buttons: no field, so that "Enter" presses nothing by mistake. */
export function confirmView({
  token,
  subject,
  quote,
  rivals,
  approved,
  filled,
}: Extract<Page, { kind: 'confirm' }>) {
  const texts = approved ? fr.confirmations.approved : fr.confirmations.rejected;
  return {
    body: 'confirm',
    title: fr.confirmations.title,
    subject,
    decision: texts.decision,
    contractor: quote.contractorName,
    amount: quote.amountCents > 0 ? format.euros(quote.amountCents) : '',
    files: quote.documents.map((document) => fileView(token, document)),
    comment: filled.values.comment ?? '',
    rivals: approved && rivals.length > 0 ? fr.rivalsOf(rivals) : '',
    action: `/i/${token}/${filled.form}`,
    nonce: filled.nonce,
    values: FIELDS.map((field) => ({ field, value: filled.values[field] ?? '' })),
    yes: REALLY,
    no: CHANGE,
    button: texts.button,
  };
}
