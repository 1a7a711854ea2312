import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMessage } from '../../testing/message.builder.js';
import { FakeAgencies } from '../ports/neighbours/agencies.fake.js';
import { FakeLinks } from '../ports/delivery/links.fake.js';
import { FakeWordings } from '../ports/templates/wordings.fake.js';
import { RenderInputs } from './render-inputs.js';

const SAVED = { savedAt: new Date('2026-11-24T09:00:00Z'), savedBy: 'Claire' };
const KEY = { template: 'presence.contractor', channel: 'mail' } as const;

describe('RenderInputs', () => {
  let wordings: FakeWordings;
  let inputs: RenderInputs;

  beforeEach(async () => {
    wordings = new FakeWordings();
    inputs = new RenderInputs(new FakeAgencies(), new FakeLinks(), wordings);
    await wordings.add('agency-1', { ...KEY, ...SAVED, version: 1, wording: { subject: 'One', body: '1' } });
    await wordings.add('agency-1', { ...KEY, ...SAVED, version: 2, wording: { subject: 'Two', body: '2' } });
  });

  it('keeps the text a message was planned with, whatever the agency changed since', async () => {
    expect((await inputs.of(aMessage({ templateVersion: 1 }))).wording?.subject).toBe('One');
    expect((await inputs.of(aMessage({ templateVersion: 2 }))).wording?.subject).toBe('Two');
    expect((await inputs.of(aMessage({ templateVersion: 0 }))).wording).toBeUndefined();
  });

  it('takes the shipped text for a version that went back to it', async () => {
    await wordings.add('agency-1', { ...KEY, ...SAVED, version: 3 });
    expect((await inputs.of(aMessage({ templateVersion: 3 }))).wording).toBeUndefined();
  });

  it('gives contractors and correspondents their own link, and others none', async () => {
    expect((await inputs.of(aMessage())).link).toBe('link-of-mission-1');
    const owner = aMessage({ audience: 'correspondent', correspondentId: 'owner-1' });
    expect((await inputs.of(owner)).link).toBe('link-of-owner-1');
    expect((await inputs.of(aMessage({ audience: 'notified' }))).link).toBeUndefined();
  });

  it('hides the agency’s mail where the module’s settings did when it was planned', async () => {
    const { facts } = aMessage();
    const hidden = await inputs.of(aMessage({ facts: { ...facts, hidesAgencyMail: true } }));
    expect(hidden.agency.hidesMailFromContractors).toBe(true);
    expect((await inputs.of(aMessage())).agency.hidesMailFromContractors).toBe(false);
  });
});
