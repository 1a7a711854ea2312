import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../domain/notice.js';
import { FrenchNoticeRenderer } from './notice-renderer.js';

const AT = new Date(86_400_000);
const account = {
  name: 'Nathalie Roche',
  path: '/password#secret',
  device: 'Firefox',
  address: '192.0.2.1',
  at: AT,
};

/** One of each kind: a kind without one does not compile. */
const NOTICES: { readonly [K in Notice['kind']]: Extract<Notice, { kind: K }> } = {
  digest: {
    kind: 'digest',
    entries: [
      {
        ...{ messageId: 'm1', ticketId: 't1', ticketNumber: 12, module: 'syndic', at: AT },
        subject: 'Fuite <b>grave</b>',
      },
    ],
  },
  'credits-low': { kind: 'credits-low', service: 'sms-demo-1', creditsLeft: 12, threshold: 50 },
  'webhook-disabled': { kind: 'webhook-disabled', host: 'lsc.example', isGone: false, path: '/account' },
  'report-ready': {
    kind: 'report-ready',
    name: 'Claire',
    path: '/reports/r1',
    title: 'Rapport',
    documents: [],
  },
  'password-reset': { kind: 'password-reset', ...account },
  'password-changed': { kind: 'password-changed', ...account },
  'new-device': { kind: 'new-device', ...account },
  'second-factor-changed': { kind: 'second-factor-changed', ...account },
};
const AGENCY = {
  ...{ id: 'a1', name: 'Cabinet des Tilleuls', address: '4 rue Mercière', mail: 'contact@tilleuls.example' },
  ...{ phone: '+33478000001', hidesMailFromContractors: false, smsSender: '' },
};

describe('mails to the agency’s own people', () => {
  const renderer = new FrenchNoticeRenderer('https://intervia.example');

  it.each(Object.values(NOTICES).map((notice) => [notice.kind, notice] as const))(
    '%s is filled in whole, for an agency with and without a telephone',
    async (_, notice) => {
      const { html, text } = await renderer.render(notice, AGENCY);
      expect(html).toContain('href="tel:+33478000001"');
      expect(html).not.toMatch(/\{\{|undefined|<b>grave/u);
      expect(text).toContain('Cabinet des Tilleuls');
      expect(renderer.subject(notice)).not.toBe('');
      expect((await renderer.render(notice, { ...AGENCY, phone: '' })).html).not.toContain('tel:');
    },
  );
});
