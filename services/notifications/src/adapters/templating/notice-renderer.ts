import { convert } from 'html-to-text';
import type { Agency } from '../../application/ports/neighbours/agencies.js';
import { NoticeRenderer } from '../../application/ports/delivery/notice-renderer.js';
import type { DigestEntry, Notice } from '../../domain/notice.js';
import { NOTICES } from './fr/notices.js';
import { letterhead, MailLayout } from './mail-layout.js';

const PREVIEW_LENGTH = 120;
const TEXT_WIDTH = 78;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** In the tickets' layout, with ours in place of a ticket's words. */
export class FrenchNoticeRenderer extends NoticeRenderer {
  private readonly layout = new MailLayout();

  /** `publicUrl`: where the agency's people open their tickets. */
  constructor(private readonly publicUrl: string) {
    super();
  }

  subject(notice: Notice): string {
    return wordsOf(notice).subject;
  }

  async render(notice: Notice, agency: Agency): Promise<{ html: string; text: string }> {
    await this.layout.ready();
    const { subject, intro, button, footer } = wordsOf(notice);
    const content = `<p>${escape(intro)}</p>${notice.kind === 'digest' ? this.listed(notice.entries) : ''}`;
    const link = button ? `${this.publicUrl}${'path' in notice ? notice.path : '/tickets'}` : '';
    const html = this.layout.fill({
      tutorial: false,
      subject,
      ticket: false,
      urgent: '',
      agency: letterhead(agency),
      preview: intro.slice(0, PREVIEW_LENGTH),
      content,
      lines: [],
      footer,
      link,
      button,
    });
    const action = link && `${button} : ${link}`;
    const body = convert(content, { wordwrap: TEXT_WIDTH });
    return { html, text: [body, action, `${agency.name}\n${footer}`].filter(Boolean).join('\n\n') };
  }

  /** Ticket by ticket, in the order of their first alert. */
  private listed(entries: readonly DigestEntry[]): string {
    const byTicket = Map.groupBy(entries, ({ ticketId }) => ticketId);
    const lines = [...byTicket.values()].flat().map(({ module, ticketId, subject }) => {
      const url = `${this.publicUrl}/tickets/${module}/${encodeURIComponent(ticketId)}`;
      return `<li><a href="${escape(url)}">${escape(subject)}</a></li>`;
    });
    return `<ul>${lines.join('')}</ul>`;
  }
}

const wordsOf = <K extends Notice['kind']>(notice: Extract<Notice, { kind: K }>) =>
  (NOTICES[notice.kind] as (one: Notice) => ReturnType<(typeof NOTICES)[K]>)(notice);
