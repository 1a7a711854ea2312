import { FixedClock } from '@intervia/clock';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FrenchExamples } from '../../adapters/templating/french-examples.js';
import { FrenchTemplateTexts } from '../../adapters/templating/french-template-texts.js';
import { ListTemplatesQuery } from './list-templates.query.js';
import { FakeWordings } from '../ports/templates/wordings.fake.js';
import { SaveTemplateHandler } from './save-template.handler.js';
import { TemplateBook } from './template-book.js';

const NOW = new Date('2026-11-24T09:00:00Z');

describe('templates of an agency', () => {
  let wordings: FakeWordings;
  let book: TemplateBook;
  let handler: SaveTemplateHandler;

  beforeEach(() => {
    wordings = new FakeWordings();
    book = new TemplateBook(new FrenchTemplateTexts(new FrenchExamples()), wordings);
    handler = new SaveTemplateHandler(book, wordings, new FixedClock(NOW));
  });

  const key = { agencyId: 'agency-1', code: 'presence.contractor', channel: 'mail' as const };
  const edit = (version: number) => ({ ...key, version, savedBy: 'Claire Moreau' });
  const text = { subject: 'Présence', body: '<p>Serez-vous là ?</p>' };

  it('are those shipped until the agency words them', async () => {
    const before = await book.get(key);
    expect(before).toMatchObject({ changed: false, version: 0 });
    expect(before.text).toEqual(before.shipped);
    const after = await handler.save(edit(0), text);
    expect(after).toMatchObject({ changed: true, version: 1, text, savedBy: 'Claire Moreau', savedAt: NOW });
    expect((await book.get({ ...key, agencyId: 'agency-2' })).changed).toBe(false);
  });

  it('go back to those shipped, and keep every version', async () => {
    await handler.save(edit(0), text);
    const reset = await handler.reset(edit(1));
    expect(reset).toMatchObject({ changed: false, version: 2 });
    expect(reset.text).toEqual(reset.shipped);
    const template = 'presence.contractor';
    expect(await wordings.at({ ...key, template }, 1)).toEqual(text);
    expect(await wordings.at({ ...key, template }, 2)).toBeUndefined();
  });

  it('are not overwritten by who edited an older version', async () => {
    await handler.save(edit(0), text);
    await expect(handler.save(edit(0), text)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
  });

  it('are saved clean', async () => {
    const saved = await handler.save(edit(0), { ...text, body: '<p>A</p><script>x</script>' });
    expect(saved.text.body).toBe('<p>A</p>');
  });

  it('are refused with what is not understood', async () => {
    const unknown = { subject: '{{ sujet }}', body: '<p>A</p>' };
    await expect(handler.save(edit(0), unknown)).rejects.toMatchObject({
      code: 'INVALID_TEMPLATE',
      params: { variables: 'sujet' },
      fields: [{ field: 'text.subject', code: 'UNKNOWN_VARIABLE' }],
    });
    await expect(book.get({ ...key, code: 'nothing' })).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
    // The agency's own alerts go by mail only.
    const sms = { ...key, code: 'invoice.manager', channel: 'sms' as const };
    await expect(book.get(sms)).rejects.toMatchObject({ code: 'TEMPLATE_NOT_FOUND' });
  });

  it('are listed in two parts, each in French order', async () => {
    const rows = await new ListTemplatesQuery(book).execute('agency-1', 'mail');
    const parts = rows.map(({ template }) => template.endsWith('.contractor'));
    expect(parts).toEqual([...parts].sort((one, other) => Number(other) - Number(one)));
    const titles = rows.filter((_, index) => parts[index]).map(({ title }) => title);
    expect(titles).toEqual([...titles].sort(new Intl.Collator('fr').compare));
    expect(titles[0]).toBe('Annulation de la demande, un autre intervenant est appelé');
  });
});
