import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import { isFormName } from '../domain/answer.js';
import type { Answer, FormName } from '../domain/answer.js';
import type { Link } from '../domain/link.js';
import { commandIdOf } from './command-id.js';
import { failureOf } from './failure.js';
import { FindLink } from './find-link.js';
import { parseForm } from './forms/parse-form.js';
import { readSubmission } from './forms/read-submission.js';
import type { ReadSubmission, Submission } from './forms/read-submission.js';
import { PageComposer } from './page-composer.js';
import type { PageResponse } from './page-composer.js';
import { DocumentSeal } from './ports/document-seal.js';
import type { FilledForm } from './ports/page-renderer.js';
import { TicketDesk } from './ports/ticket-desk.js';
import type { Mission } from './ports/ticket-desk.js';

export type SubmitOutcome = PageResponse | { status: 303; location: string };

interface Attempt extends ReadSubmission {
  token: string;
  link: Link;
  form: FormName;
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
    if (!isFormName(form)) return this.pages.unknown();
    let link: Link;
    try {
      link = await this.find.byToken(token);
    } catch (error) {
      return this.pages.failed(error);
    }
    const attempt = { token, link, form, ...readSubmission(form, submission, this.seal) };
    try {
      return await this.attempt(attempt);
    } catch (error) {
      if (failureOf(error)?.kind === 'unavailable') return this.pages.retry(token, attempt.filled);
      return this.pages.failed(error);
    }
  }

  private async attempt(attempt: Attempt): Promise<SubmitOutcome> {
    const mission = await this.desk.mission(attempt.link);
    const parsed = parseForm(attempt.form, attempt.input, this.clock.now());
    if ('faults' in parsed)
      return this.faulty(attempt, mission, { ...attempt.filled, faults: parsed.faults });
    return this.send(attempt, mission, parsed.answer);
  }

  /** What the contractor may do is decided by the tickets service alone, so that a retry gets its first answer. */
  private async send(attempt: Attempt, mission: Mission, answer: Answer): Promise<SubmitOutcome> {
    const { link, token, filled } = attempt;
    try {
      await this.desk.answer(link, mission.contractorName, commandIdOf(filled.nonce, answer), answer);
    } catch (error) {
      const failure = failureOf(error);
      if (failure?.kind === 'conflict') {
        return this.pages.mission(409, token, link, await this.desk.mission(link), {
          notice: failure.notice,
        });
      }
      if (failure?.kind === 'invalid') {
        return this.faulty(attempt, mission, { ...filled, faults: [{ field: 'form', code: failure.code }] });
      }
      throw error;
    }
    return { status: 303, location: `/i/${token}?notice=done` };
  }

  private async faulty(attempt: Attempt, mission: Mission, filled: FilledForm): Promise<PageResponse> {
    const { token, link, form } = attempt;
    if (mission.closed) return this.pages.mission(409, token, link, mission, { notice: 'closed' });
    if (!mission.forms.includes(form)) {
      return this.pages.mission(409, token, link, mission, { notice: 'not-allowed' });
    }
    return this.pages.mission(422, token, link, mission, { filled });
  }
}
