import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@intervia/clock';
import type { Link } from '../domain/link.js';
import { LinkExpired } from '../domain/errors.js';
import { failureOf } from './failure.js';
import { AgencyBook } from './ports/agency-book.js';
import { PageRenderer } from './ports/page-renderer.js';
import type { FilledForm, Notice } from './ports/page-renderer.js';
import type { Quote, View } from './ports/ticket-desk.js';

export interface PageResponse {
  status: number;
  html: string;
}

/** The pages of a link, each with its HTTP status. */
@Injectable()
export class PageComposer {
  constructor(
    private readonly agencies: AgencyBook,
    private readonly renderer: PageRenderer,
    private readonly clock: Clock,
  ) {}

  async ticket(
    status: number,
    token: string,
    link: Link,
    view: View,
    shown: { notice?: Notice; filled?: FilledForm } = {},
  ): Promise<PageResponse> {
    const agency = await this.agencies.card(link.agencyId);
    const page = { kind: 'ticket' as const, token, view, now: this.clock.now(), nonce: randomUUID() };
    return { status, html: this.renderer.render({ ...page, ...(agency && { agency }), ...shown }) };
  }

  async confirm(
    token: string,
    link: Link,
    asked: {
      subject: string;
      quote: Quote;
      rivals: readonly string[];
      approved: boolean;
      filled: FilledForm;
    },
  ): Promise<PageResponse> {
    const agency = await this.agencies.card(link.agencyId);
    return { status: 200, html: this.renderer.render({ kind: 'confirm', token, agency, ...asked }) };
  }

  retry(token: string, filled: FilledForm): PageResponse {
    return {
      status: 503,
      html: this.renderer.render({ kind: 'retry', token, now: this.clock.now(), filled }),
    };
  }

  /** The page of an error which concerns the link or its ticket; an error of our own is thrown on. */
  async failed(error: unknown): Promise<PageResponse> {
    if (error instanceof LinkExpired) {
      const agency = await this.agencies.card(error.agencyId);
      return {
        status: 410,
        html: this.renderer.render({
          kind: 'message',
          message: 'link-expired',
          agency,
          renewable: error.token,
        }),
      };
    }
    const failure = failureOf(error);
    if (failure?.kind === 'gone') return this.unknown();
    if (failure?.kind === 'unavailable') {
      return { status: 503, html: this.renderer.render({ kind: 'message', message: 'unavailable' }) };
    }
    throw error;
  }

  async renewed(agencyId: string, left: boolean): Promise<PageResponse> {
    const agency = await this.agencies.card(agencyId);
    const message = left ? ('link-renewed' as const) : ('link-not-renewed' as const);
    return { status: 200, html: this.renderer.render({ kind: 'message', message, agency }) };
  }

  help(): PageResponse {
    return { status: 200, html: this.renderer.render({ kind: 'help' }) };
  }

  unknown(): PageResponse {
    return { status: 404, html: this.renderer.render({ kind: 'message', message: 'link-unknown' }) };
  }
}
