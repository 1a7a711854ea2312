import { describe, expect, it } from '@jest/globals';
import type { ModuleSettings } from '../api/types.js';
import { checkSettings, settingsBody, typedSettings } from './typed-settings.js';

const SETTINGS: ModuleSettings = {
  shownToClients: true,
  visibility: 'COUNCIL',
  readReceipt: false,
  hideAgencyMail: true,
  notifyCreator: false,
  notifyManager: true,
  notifyAssistant: false,
  defaultDescription: 'Prévenir avant de venir.',
  emergencyNumbers: 'Astreinte : 01 44 55 66 77',
  defaultAttachments: [],
  listSize: 50,
  timers: {
    workOrder: { hours: 36, maximum: 0 },
    quote: { hours: 120, maximum: 3 },
    approval: { hours: 72, maximum: 3 },
    invoice: { hours: 168, maximum: 3 },
    visitHours: 24,
    presenceMinutes: 30,
    completionMinutes: 10,
    quiet: { from: 20, until: 8 },
  },
  automaticInvoiceRequest: false,
  dormantDays: 30,
  version: 4,
};

describe('settings of a module', () => {
  it('come back as they were read, with their version', () => {
    const { defaultAttachments: _, ...same } = SETTINGS;
    expect(settingsBody(typedSettings(SETTINGS), 4, [])).toEqual({ ...same, defaultAttachmentIds: [] });
  });

  it('shows hours as days where they are whole', () => {
    const { timers } = typedSettings(SETTINGS);
    expect(timers.workOrder).toEqual({ delay: '36', unit: 'hours', maximum: '0' });
    expect(timers.invoice).toEqual({ delay: '7', unit: 'days', maximum: '3' });
  });

  it('are bounded: 10 to 200 tickets, hours of a day', () => {
    const typed = typedSettings(SETTINGS);
    expect(checkSettings(typed)).toEqual({});
    const wrong = { ...typed, listSize: '9', timers: { ...typed.timers, quiet: { from: '24', until: '8' } } };
    expect(Object.keys(checkSettings(wrong))).toEqual(['listSize', 'timers.quiet']);
  });
});
