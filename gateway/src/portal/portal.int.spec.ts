import type { SubmitFormRequest } from '@intervia/contracts';
import { LocalFileStore } from '@intervia/files';
import { AppError } from '@intervia/messaging';
import { withoutPosition } from '@intervia/pictures';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import request from 'supertest';
import { LINK, STYLE } from '../testing/fakes/fake-others.js';
import type { House } from '../testing/house.js';
import { openHouse } from '../testing/house.js';
import { LOCATED_PHOTO, PDF, PNG, PROGRAM } from '../testing/samples.js';

const AVIF = readFileSync(new URL('../../../libs/pictures/src/samples/photo.avif', import.meta.url));

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('contractor pages', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(async () => {
    await house.close();
  });

  const submit = (form = 'fin-intervention', token = LINK) =>
    request(house.url).post(`/i/${token}/${form}`).redirects(0);
  const submitted = () => house.state.lastCall<SubmitFormRequest>('submitForm');

  it('renders the page of a link, which leaks nowhere and runs nothing', async () => {
    const answer = await request(house.url)
      .get(`/i/${LINK}?notice=done&utm=x`)
      .expect(200)
      .expect('content-type', /html/);
    expect(answer.text).toContain('Mission');
    expect(house.state.lastCall('renderPage')).toMatchObject({ token: LINK, notice: 'done' });
    const style = createHash('sha256').update(STYLE).digest('base64');
    expect(answer.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
    });
    expect(answer.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${style}'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('shows the portal’s own page for an unknown link, and for a form sent through it', async () => {
    expect((await request(house.url).get('/i/guess').expect(404)).text).toContain('Lien inconnu');
    const sent = await submit('refus', 'guess').attach('proofs', PNG, 'a.png').expect(404);
    expect(sent.text).toContain('Lien inconnu');
  });

  it.each(['.', ')', '/', '%20'])('opens a link that was copied with %j behind it', async (tail) => {
    await request(house.url).get(`/i/${LINK}${tail}`).expect(200);
  });

  it('passes a form on and leads back to the page', async () => {
    await submit('acceptation').type('form').send('date=2004-11-25&comment=%C3%A0+10h&comment=x').expect(303);
    expect(submitted()).toMatchObject({
      token: LINK,
      form: 'acceptation',
      fields: [
        { name: 'date', value: '2004-11-25' },
        { name: 'comment', value: 'à 10h' },
        { name: 'comment', value: 'x' },
      ],
    });
    const answer = await submit('presence').expect(303);
    expect(answer.headers.location).toBe(`/i/${LINK}?notice=done`);
  });

  it('keeps the files of a form in the agency of the link', async () => {
    await submit()
      .field('comment', 'Terminé')
      .attach('proofs', PNG, 'avant.png')
      .attach('proofs', PNG, 'après.png')
      .attach('invoice', PDF, 'facture.pdf')
      .attach('empty', Buffer.alloc(0), { filename: '' })
      .expect(303);
    const { fields, documents, uploadProblems } = submitted();
    expect(fields).toMatchObject([{ name: 'comment', value: 'Terminé' }]);
    expect(documents).toMatchObject([
      { field: 'proofs', ref: { name: 'avant.png', mediaType: 'image/png' } },
      { field: 'proofs', ref: { name: 'après.png' } },
      { field: 'invoice', ref: { name: 'facture.pdf', mediaType: 'application/pdf' } },
    ]);
    expect(uploadProblems).toEqual([]);
    const store = await LocalFileStore.open(house.filesDir);
    await expect(store.stat('a', documents[0]?.ref?.id ?? '')).resolves.toMatchObject({ name: 'avant.png' });
  });

  it('tells the portal which files were refused, so that the page can say it', async () => {
    const answer = await submit()
      .attach('proofs', PROGRAM, 'photo.jpg')
      .attach('proofs', Buffer.from('un texte'), 'note.txt')
      .attach('proofs', Buffer.alloc(0), 'vide.pdf')
      .attach('invoice', Buffer.alloc(16 * 1024 * 1024, 1), 'facture.pdf')
      .expect(422);
    expect(answer.text).toContain('Fichier refusé');
    expect(submitted().uploadProblems).toMatchObject([
      { field: 'proofs', code: 'FILE_TYPE_REFUSED' },
      { field: 'proofs', code: 'FILE_TYPE_REFUSED' },
      { field: 'proofs', code: 'FILE_EMPTY' },
      { field: 'invoice', code: 'FILE_TOO_LARGE' },
    ]);
  });

  it('keeps the good files beside a refused one, for the page to show again', async () => {
    await submit().attach('proofs', PNG, 'avant.png').attach('proofs', PROGRAM, 'photo.jpg').expect(422);
    const { documents, uploadProblems } = submitted();
    expect(uploadProblems).toMatchObject([{ code: 'FILE_TYPE_REFUSED' }]);
    const store = await LocalFileStore.open(house.filesDir);
    await expect(store.stat('a', documents[0]?.ref?.id ?? '')).resolves.toMatchObject({ name: 'avant.png' });
  });

  it('lets a contractor download the documents of the mission, and no other', async () => {
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'plan.pdf', Readable.from([PDF]));
    const other = await store.put('a', 'autre.pdf', Readable.from([PDF]));
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', documents: [{ ref }] });
    const answer = await request(house.url).get(`/i/${LINK}/documents/${ref.id}`).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'referrer-policy': 'no-referrer',
    });
    expect(house.state.lastCall('getMission')).toMatchObject({
      missionId: 'mission-a',
      caller: { agencyId: 'a' },
    });
    await request(house.url).get(`/i/${LINK}/documents/${other.id}`).expect(404);
    await request(house.url).get(`/i/guess/documents/${ref.id}`).expect(404).expect('content-type', /html/);
  });

  it('gives a photo without where it was taken, and a small JPEG of it', async () => {
    const store = await LocalFileStore.open(house.filesDir);
    const ref = await store.put('a', 'fuite.jpg', Readable.from([LOCATED_PHOTO]));
    const avif = await store.put('a', 'fuite.avif', Readable.from([AVIF]));
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', documents: [{ ref }, { ref: avif }] });
    const get = (path: string) =>
      request(house.url).get(`/i/${LINK}/${path}`).responseType('blob').expect(200);
    const whole = await get(`documents/${ref.id}`);
    expect(whole.body).toEqual(withoutPosition(LOCATED_PHOTO));
    expect(whole.body).not.toEqual(LOCATED_PHOTO);
    for (const id of [ref.id, avif.id]) {
      const small = await get(`apercus/${id}`).expect('content-type', 'image/jpeg');
      expect((small.body as Buffer).subarray(0, 3).toString('hex')).toBe('ffd8ff');
    }
    const { etag = '' } = whole.headers as { etag?: string };
    await request(house.url).get(`/i/${LINK}/documents/${ref.id}`).set('if-none-match', etag).expect(304);
    const pdf = await store.put('a', 'plan.pdf', Readable.from([PDF]));
    house.state.aTicket({ id: 'ticket-a', agencyId: 'a', documents: [{ ref: pdf }] });
    await request(house.url).get(`/i/${LINK}/apercus/${pdf.id}`).expect(404);
    await request(house.url).get(`/i/${LINK}/apercus/${ref.id}`).expect(404);
  });

  it('answers in a page, in French, when the portal fails or the form is none', async () => {
    house.state.failures.set('renderPage', new AppError('INTERNAL', 'internal'));
    const broken = await request(house.url).get(`/i/${LINK}`).expect(500).expect('content-type', /html/);
    expect(broken.text).toContain('Une erreur inattendue');
    const json = await submit('refus').send({ reason: 'x' }).expect(415).expect('content-type', /html/);
    expect(json.text).toContain('Ce format de contenu n’est pas accepté.');
    await request(house.url)
      .get(`/i/${'x'.repeat(300)}`)
      .expect(404)
      .expect('content-type', /html/);
  });

  it('brakes one address on one link, and leaves the others alone', async () => {
    const answers = await Promise.all(
      Array.from({ length: 70 }, () => request(house.url).get('/i/tried-again')),
    );
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    await request(house.url).get('/i/another').expect(404);
  });

  it('brakes an address that tries many links', async () => {
    const braked = async (round: number): Promise<boolean> => {
      const guesses = Array.from({ length: 100 }, (_, index) =>
        request(house.url).get(`/i/guess-${round}-${index}`),
      );
      return (await Promise.all(guesses)).some(({ status }) => status === 429);
    };
    const rounds: boolean[] = [];
    for (let round = 0; round < 7; round++) rounds.push(await braked(round));
    expect(rounds.at(-1)).toBe(true);
  });
});
