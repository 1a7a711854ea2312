import { describe, expect, it } from '@jest/globals';
import type { ChannelSettings } from '../api/types.js';
import { channelsBody, keepsPassword, typedChannels } from './typed-channels.js';

const SETTINGS: ChannelSettings = {
  mail: {
    host: 'smtp.tilleuls.example',
    port: 587,
    secure: false,
    user: 'extranet',
    hasPassword: true,
    from: 'extranet@tilleuls.example',
  },
  creditsThreshold: 50,
  version: 2,
  receiptsUrl: 'https://x.example/receipts/sms/s/receipts',
  incomingUrl: 'https://x.example/receipts/sms/s/incoming',
};

describe("the agency's accounts", () => {
  it('go back as they were read, secrets unsaid', () => {
    expect(JSON.parse(JSON.stringify(channelsBody(typedChannels(SETTINGS), 2)))).toEqual({
      mail: {
        host: 'smtp.tilleuls.example',
        port: 587,
        secure: false,
        user: 'extranet',
        from: 'extranet@tilleuls.example',
      },
      creditsThreshold: 50,
      version: 2,
    });
  });

  it('are left to the platform where they are switched off', () => {
    const typed = { ...typedChannels(SETTINGS), ownMail: false };
    expect(channelsBody(typed, 2)).toMatchObject({ mail: undefined });
  });

  it('want the password again for another server or user', () => {
    const { mail } = typedChannels(SETTINGS);
    expect(keepsPassword(SETTINGS.mail, mail)).toBe(true);
    expect(keepsPassword(SETTINGS.mail, { ...mail, host: 'smtp.elsewhere.example' })).toBe(false);
    for (const change of [{ user: '' }, { port: '465' }, { secure: true }])
      expect(keepsPassword(SETTINGS.mail, { ...mail, ...change })).toBe(false);
    expect(keepsPassword(undefined, mail)).toBe(false);
  });
});
