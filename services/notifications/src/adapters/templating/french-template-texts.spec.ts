import { describe, expect, it } from '@jest/globals';
import { TEMPLATE_CODES } from '../../domain/template-codes.js';
import { FrenchExamples } from './french-examples.js';
import { FrenchTemplateTexts } from './french-template-texts.js';

const texts = new FrenchTemplateTexts(new FrenchExamples());
const TEMPLATE = 'work-order-accepted.notified';

const faults = (body: string, subject = 'Intervention prévue') =>
  texts.faults(TEMPLATE, 'mail', texts.clean('mail', { subject, body }));

describe('FrenchTemplateTexts', () => {
  it.each(TEMPLATE_CODES)(
    'finds no fault with what is shipped for %s, cleaned as if it were saved',
    (code) => {
      for (const channel of ['mail', 'sms'] as const) {
        const shipped = texts.shipped(code, channel);
        if (shipped) expect(texts.faults(code, channel, texts.clean(channel, shipped))).toEqual([]);
      }
    },
  );

  it.each(TEMPLATE_CODES)('gives every variable of %s a name for people and an example', (code) => {
    const variables = texts.variables(code, 'mail');
    expect(variables.length).toBeGreaterThan(10);
    for (const { label, insert } of variables) {
      expect(label).toMatch(/^[A-ZÀÉ]/);
      expect(texts.faults(code, 'mail', { subject: 'x', body: `<p>${insert}</p>` })).toEqual([]);
    }
  });

  it('offers the variables of the step, with what they would say', () => {
    const names = texts.variables(TEMPLATE, 'mail').map(({ name }) => name);
    expect(names).toContain('appointment.date');
    expect(names).not.toContain('invoice.amount');
    const subject = texts.variables(TEMPLATE, 'mail').find(({ name }) => name === 'ticket.subject');
    expect(subject).toEqual({
      name: 'ticket.subject',
      label: 'Sujet du ticket',
      example: 'Fuite sous l’évier',
      insert: '{{ ticket.subject }}',
    });
  });

  describe('what cannot be saved', () => {
    it.each([
      ['a variable that does not exist', '<p>{{ ticket.colour }}</p>', 'UNKNOWN_VARIABLE', 'ticket.colour'],
      ['a variable of another step', '<p>{{ invoice.amount }}</p>', 'UNKNOWN_VARIABLE', 'invoice.amount'],
      [
        'an unknown variable in a branch that the example does not take',
        '{% if comment %}{{ nothing }}{% endif %}',
        'UNKNOWN_VARIABLE',
        'comment, nothing',
      ],
    ])('%s', (_what, body, code, detail) => {
      expect(faults(body)).toEqual([{ field: 'body', code, detail }]);
    });

    it.each([
      ['a variable that is not closed', '<p>{{ ticket.subject </p>'],
      ['a condition that is not closed', '<p>{% if ticket.owner %}x</p>'],
      ['an unknown filter', '<p>{{ ticket.subject | shout }}</p>'],
      ['a file', "{% include '/etc/passwd' %}"],
      ['a rendered file', "{% render 'other' %}"],
      ['a loop', '{% for i in (1..1000000) %}x{% endfor %}'],
      ['HTML passed through', '{{ ticket.subject | raw }}'],
    ])('%s', (_what, body) => {
      expect(faults(body)).toMatchObject([{ field: 'body', code: 'SYNTAX' }]);
    });

    it('an empty subject, and a text that is too long', () => {
      expect(faults('x'.repeat(30_000), ' ')).toEqual([
        { field: 'subject', code: 'REQUIRED' },
        { field: 'body', code: 'TOO_LONG' },
      ]);
    });

    it('a variable in an SMS, which has none', () => {
      expect(texts.variables(TEMPLATE, 'sms')).toEqual([]);
      expect(texts.faults(TEMPLATE, 'sms', { subject: '', body: 'Le {{ appointment.date }}' })).toEqual([
        { field: 'body', code: 'NO_VARIABLES' },
      ]);
    });
  });

  describe('what a body may hold', () => {
    const clean = (body: string) => texts.clean('mail', { subject: 'x', body }).body;

    it('is what a toolbar makes: font, colour, bold, underline, lists', () => {
      const rich =
        '<p style="text-align:center"><span style="font-family:Georgia, serif;color:#c62828;font-size:18px"><strong>A</strong> <u>B</u></span></p><ul><li>C</li></ul>';
      expect(clean(rich)).toBe(rich);
    });

    it('is no script, image, form, event or foreign style', () => {
      const dirty =
        '<p onclick="x()" style="position:fixed;color:red">A</p><script>alert(1)</script><img src=x><a href="javascript:x()">B</a><form><input></form>';
      expect(clean(dirty)).toBe('<p style="color:red">A</p><a>B</a>');
    });

    it('leaves conditions as they were typed, whatever an editor made of their signs', () => {
      expect(clean('<p>{% if ticket.number &gt; 1 %}A{% endif %}</p>')).toBe(
        '<p>{% if ticket.number > 1 %}A{% endif %}</p>',
      );
    });
  });
});
