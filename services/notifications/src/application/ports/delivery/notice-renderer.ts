import type { Notice } from '../../../domain/notice.js';
import type { Agency } from '../neighbours/agencies.js';

/** Notices into French. */
export abstract class NoticeRenderer {
  abstract subject(notice: Notice): string;
  abstract render(notice: Notice, agency: Agency): Promise<{ readonly html: string; readonly text: string }>;
}
