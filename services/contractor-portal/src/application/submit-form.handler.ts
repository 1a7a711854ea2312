import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import { isFormOf } from '../domain/answer.js';
import type { Answer, FormName } from '../domain/answer.js';
import type { Link } from '../domain/link.js';
import { checkAgreed } from './agreed-visit.js';
import { commandIdOf } from './command-id.js';
import { confirmationOf } from './confirmation.js';
import { failureOf } from './failure.js';
import { FindLink } from './find-link.js';
import { parseForm } from './forms/parse-form.js';
import { readSubmission } from './forms/read-submission.js';
import type { ReadSubmission, Submission } from './forms/read-submission.js';
import { isOfAnotherQuote } from './quote-mark.js';
import { PageComposer } from './page-composer.js';
import type { PageResponse } from './page-composer.js';
import { DocumentSeal } from './ports/document-seal.js';
import type { FilledForm } from './ports/page-renderer.js';
import { TicketDesk } from './ports/ticket-desk.js';
import type { Origin, View } from './ports/ticket-desk.js';
import { isOpen } from './open-form.js';

export type SubmitOutcome = PageResponse | { status: 303; location: string };

interface Attempt extends ReadSubmission {
  token: string;
  link: Link;
  form: FormName;
  origin: Origin;
}

@Injectable()
export class SubmitFormHandler {
  constructor(
    private readonly find: FindLink,
    private readonly desk: TicketDesk,
    private readonly seal: DocumentSeal,
    private readonly pages: PageComposer,
    private readonly clock: Clock,
  ) {}

  async submit(submission: Submission): Promise<SubmitOutcome> {
    const { token, form } = submission;
    let link: Link;
    try {
      link = await this.find.byToken(token);
    } catch (error) {
      return this.pages.failed(error);
    }
    if (!isFormOf(link.holder.kind, form)) return this.pages.unknown();
    const { address, userAgent } = submission;
    const attempt = {
      token,
      link,
      form,
      origin: { address, userAgent },
      ...readSubmission(form, submission, this.seal),
    };
    try {
      return await this.attempt(attempt);
    } catch (error) {
      if (failureOf(error)?.kind === 'unavailable') return this.pages.retry(token, attempt.filled);
      return this.pages.failed(error);
    }
  }

  private async attempt(attempt: Attempt): Promise<SubmitOutcome> {
    const view = await this.desk.view(attempt.link);
    const now = this.clock.now();
    const parsed = parseForm(attempt.form, attempt.input, now, (form) =>
      checkAgreed(attempt.form, view, form, now),
    );
    if ('faults' in parsed) return this.faulty(attempt, view, { ...attempt.filled, faults: parsed.faults });
    return this.send(attempt, view, parsed.answer);
  }

  /** What the holder may do is decided by the tickets service alone, so that a retry gets its first answer. */
  private async send(attempt: Attempt, view: View, answer: Answer): Promise<SubmitOutcome> {
    const { link, token, filled, origin } = attempt;
    if (isOfAnotherQuote(answer, view)) {
      return this.pages.ticket(409, token, link, view, { notice: 'quote-changed', filled });
    }
    const confirmation = confirmationOf(answer, view, filled);
    if (confirmation.kind === 'late') return this.faulty(attempt, view, filled, 'not-allowed');
    if (confirmation.kind === 'changing') return this.pages.ticket(200, token, link, view, { filled });
    if (confirmation.kind === 'asked') {
      const { quote, rivals, approved } = confirmation;
      return this.pages.confirm(token, link, { subject: view.subject, quote, rivals, approved, filled });
    }
    try {
      await this.desk.answer(link, view, { commandId: commandIdOf(filled.nonce, answer), origin }, answer);
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'conflict') {
        return this.pages.ticket(409, token, link, await this.desk.view(link), {
          notice: failure.notice,
          filled,
        });
      }
      if (failure?.kind === 'invalid') {
        return this.faulty(attempt, view, { ...filled, faults: [{ field: 'form', code: failure.code }] });
      }
      throw error;
    }
    return { status: 303, location: `/i/${token}?notice=done` };
  }

  private async faulty(
    attempt: Attempt,
    view: View,
    filled: FilledForm,
    late?: 'not-allowed',
  ): Promise<PageResponse> {
    const { token, link, form } = attempt;
    const open = isOpen(form, view);
    if (late !== undefined || !open) {
      const notice = view.closed ? 'closed' : 'not-allowed';
      return this.pages.ticket(409, token, link, view, { notice, filled: { ...filled, faults: [] } });
    }
    return this.pages.ticket(422, token, link, view, { filled });
  }
}
