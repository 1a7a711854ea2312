import { describe, expect, it } from '@jest/globals';
import { LiquidRenderer } from '../../adapters/templating/liquid-renderer.js';
import { aMessage } from '../../testing/message.builder.js';
import { FakeAgencies } from '../ports/neighbours/agencies.fake.js';
import { TemplateError } from '../ports/templates/renderer.js';
import { inOwnWords } from './own-words.js';

const renderer = new LiquidRenderer('https://extranet.tilleuls.example');

describe('an agency’s own words', () => {
  const worded = async (body: string) => {
    const { template, audience, facts } = aMessage();
    const agency = await new FakeAgencies().get('agency-1');
    const input = { template, audience, facts, agency, wording: { subject: 'À nous', body } };
    return inOwnWords(input, (complete) => renderer.mail(complete));
  };

  it('are those that leave', async () => {
    const { written, fault } = await worded('<p>Le {{ appointment.date }}</p>');
    expect([written.subject, fault]).toEqual(['ODS 1042 – À nous', undefined]);
  });

  it.each([
    ['a variable', '<p>{{ etage }}</p>', 'etage'],
    ['a filter', '<p>{{ ticket.subject | shout }}</p>', 'shout'],
  ])(
    'give way to the shipped ones when they use %s that does not exist any more',
    async (_what, body, name) => {
      const { written, fault } = await worded(body);
      expect(written.subject).not.toContain('À nous');
      expect(written.text).toContain('Bonjour Plomberie Martin');
      expect(fault).toContain(name);
    },
  );

  it('are not blamed for what the shipped ones cannot do either', async () => {
    const failing = () => {
      throw new TemplateError('presence.contractor', {});
    };
    await expect(inOwnWords({ ...aMessage(), wording: undefined }, failing)).rejects.toThrow(TemplateError);
    const wording = { subject: '', body: '' };
    await expect(inOwnWords({ ...aMessage(), wording }, failing)).rejects.toThrow(TemplateError);
  });
});
