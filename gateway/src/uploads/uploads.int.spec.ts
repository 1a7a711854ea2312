import { LocalFileStore } from '@intervia/files';
import { ClamdDouble, EICAR } from '@intervia/files/testing';
import { eventually } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import request from 'supertest';
import { bodyOf } from '../testing/body-of.js';
import type { House } from '../testing/house.js';
import { as, CLAIRE, openHouse, STRANGER, VIEWER } from '../testing/house.js';
import { PDF, PNG, PROGRAM } from '../testing/samples.js';

const MEGABYTE = 1024 * 1024;

// Real servers on a machine that may be busy.
jest.setTimeout(60_000);

describe('uploads and documents', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(async () => {
    await house.close();
  });

  const upload = (token = CLAIRE) => request(house.url).post('/api/uploads').set(as(token));
  const leftAside = () => readdir(join(house.filesDir, '.aside'));
  const stored = async () => (await readdir(join(house.filesDir, 'a'), { recursive: true })).sort();

  it('keeps several files, each with the type that its bytes show', async () => {
    const answer = await upload()
      .attach('files', PNG, { filename: 'évier.png', contentType: 'text/html' })
      .attach('files', PDF, 'devis.pdf')
      .expect(201);
    expect(bodyOf(answer).documents).toMatchObject([
      { name: 'évier.png', mediaType: 'image/png', size: PNG.length },
      { name: 'devis.pdf', mediaType: 'application/pdf', size: PDF.length },
    ]);
    expect(bodyOf(answer).documents[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names every file that is refused, goes on reading the others, and keeps none', async () => {
    const before = await stored();
    const answer = await upload()
      .attach('files', Buffer.alloc(26 * MEGABYTE, 1), 'plan.pdf')
      .attach('files', PROGRAM, 'photo.jpg')
      .attach('files', Buffer.alloc(0), 'devis.pdf')
      .attach('files', PNG, 'bon.png')
      .expect(400)
      .expect('content-type', /problem\+json/);
    expect(answer.body).toMatchObject({
      code: 'UPLOAD_REFUSED',
      fields: [
        {
          field: 'files',
          code: 'FILE_TOO_LARGE',
          detail: '« plan.pdf » dépasse la taille maximale (25 Mo).',
        },
        { field: 'files', code: 'FILE_TYPE_REFUSED', detail: 'Le type de « photo.jpg » n’est pas accepté.' },
        { field: 'files', code: 'FILE_EMPTY', detail: '« devis.pdf » est vide.' },
      ],
    });
    expect(await leftAside()).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('refuses what the operator’s antivirus finds, in French, and everything while it is away', async () => {
    const clamd = await ClamdDouble.start();
    const guarded = await openHouse({ CLAMD: clamd.address });
    const send = () =>
      request(guarded.url)
        .post('/api/uploads')
        .set(as(CLAIRE))
        .attach('files', PNG, 'bon.png')
        .attach('files', Buffer.from(EICAR), 'facture.txt');
    try {
      expect(bodyOf(await send().expect(400)).fields).toEqual([
        {
          field: 'files',
          code: 'FILE_INFECTED',
          detail:
            '« facture.txt » contient un virus : il n’est pas conservé. Prévenez la personne qui vous l’a transmis.',
        },
      ]);
      await clamd.stop();
      const away = await send().expect(503);
      expect(away.body).toMatchObject({ code: 'FILE_SCAN_UNAVAILABLE' });
    } finally {
      await clamd.stop();
      await guarded.close();
    }
  });

  it('takes 20 files and not 21', async () => {
    const many = (count: number) =>
      Array.from({ length: count }).reduce<request.Test>(
        (form, _, index) => form.attach('files', PNG, `${index}.png`),
        upload(),
      );
    expect(bodyOf(await many(20).expect(201)).documents).toHaveLength(20);
    const before = await stored();
    expect(bodyOf(await many(21).expect(400)).fields).toMatchObject([{ code: 'TOO_MANY_FILES' }]);
    expect(await stored()).toEqual(before);
    await many(45).expect(413);
  });

  it('refuses what is too large altogether without reading it', async () => {
    const { port } = new URL(house.url);
    const socket = connect(Number(port), '127.0.0.1');
    const { cookie, ...csrf } = as(CLAIRE);
    const head = [
      'POST /api/uploads HTTP/1.1',
      'Host: x',
      `Cookie: ${cookie}`,
      `X-Intervia-CSRF: ${Object.values(csrf)[0]}`,
    ];
    head.push('Content-Type: multipart/form-data; boundary=x', `Content-Length: ${600 * MEGABYTE}`, '', '');
    socket.write(head.join('\r\n'));
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    expect(chunk.toString()).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  it('keeps nothing of an upload that is cut off', async () => {
    const { port } = new URL(house.url);
    const socket = connect(Number(port), '127.0.0.1');
    const { cookie, ...csrf } = as(CLAIRE);
    const head = [
      'POST /api/uploads HTTP/1.1',
      'Host: x',
      `Cookie: ${cookie}`,
      `X-Intervia-CSRF: ${Object.values(csrf)[0]}`,
    ];
    head.push('Content-Type: multipart/form-data; boundary=x', 'Content-Length: 100000', '', '');
    socket.write(head.join('\r\n'));
    socket.write('--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\n');
    socket.write(PNG);
    await eventually(async () => (await leftAside())[0]);
    socket.destroy();
    await eventually(async () => ((await leftAside()).length === 0 ? true : undefined));
    await request(house.url).get('/health').expect(200);
  });

  it.each([
    ['no file at all', () => upload().field('note', 'x'), 400, 'NO_FILE'],
    ['JSON', () => upload().send({}), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['someone without a box', () => upload(VIEWER).attach('files', PNG, 'a.png'), 403, 'FORBIDDEN_ACTION'],
  ])('refuses %s', async (_, send, status, code) => {
    expect(bodyOf(await send().expect(status)).code).toBe(code);
  });

  describe('of a ticket', () => {
    it('are streamed to those who may see the ticket', async () => {
      const store = await LocalFileStore.open(house.filesDir);
      const { Readable } = await import('node:stream');
      const ref = await store.put('a', 'Évier (avant).png', Readable.from([PNG]));
      house.state.aTicket({ id: 'ticket-a', agencyId: 'a', documents: [{ ref }] });
      const path = `/api/tickets/ticket-a/documents/${ref.id}`;
      const answer = await request(house.url)
        .get(path)
        .set(as(CLAIRE))
        .expect(200)
        .expect('content-type', 'image/png');
      expect(answer.body).toEqual(PNG);
      expect(answer.headers).toMatchObject({
        'content-length': String(PNG.length),
        'content-disposition': `inline; filename="Evier (avant).png"; filename*=UTF-8''%C3%89vier%20%28avant%29.png`,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        'x-content-type-options': 'nosniff',
      });
      const { etag = '' } = answer.headers;
      await request(house.url).get(path).set(as(CLAIRE)).set('if-none-match', etag).expect(304);
      await request(house.url).get(path).set(as(STRANGER)).expect(404);
      await request(house.url).get('/api/tickets/ticket-a/summary.pdf').set(as(CLAIRE)).expect(200);
      await request(house.url).get('/api/tickets/ticket-a/documents.zip').set(as(CLAIRE)).expect(200);
    });

    it('are only those of that ticket', async () => {
      house.state.aTicket({ id: 'bare', agencyId: 'a' });
      const other = bodyOf(await upload().attach('files', PNG, 'a.png').expect(201)).documents[0];
      const answer = await request(house.url)
        .get(`/api/tickets/bare/documents/${other?.id}`)
        .set(as(CLAIRE))
        .expect(404);
      expect(bodyOf(answer).code).toBe('DOCUMENT_NOT_FOUND');
      const early = await request(house.url).get('/api/tickets/bare/summary.pdf').set(as(CLAIRE)).expect(409);
      expect(bodyOf(early).code).toBe('ARCHIVE_NOT_READY');
      const state = await request(house.url).get('/api/tickets/bare/archive').set(as(CLAIRE)).expect(200);
      expect(state.body).toEqual({ state: 'PENDING' });
    });
  });
});
