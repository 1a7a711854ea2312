import type { AccountNotice } from './account-notices.js';
import { AccountNotices } from './account-notices.js';

export class FakeAccountNotices extends AccountNotices {
  readonly sent: AccountNotice[] = [];

  override send(notice: AccountNotice): Promise<void> {
    this.sent.push(notice);
    return Promise.resolve();
  }
}
