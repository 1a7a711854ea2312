import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { SystemClock } from '@intervia/clock';
import {
  AccessChangedSchema,
  Module,
  NoticeGivenSchema,
  PropertyFileSavedSchema,
  TicketDeletedSchema,
  WorkOrderAcceptedSchema,
} from '@intervia/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { KEY, OTHER_KEY, SCOPELESS_KEY } from '../../testing/fakes/fake-api-keys.js';
import type { House } from '../../testing/house.js';
import { openHouse } from '../../testing/house.js';
import { CursorSeal } from './change-cursor.js';

const clock = new SystemClock();
const CURSOR_SECRET = 'a secret of thirty-two characters';

// Real servers on a machine that may be busy.
jest.setTimeout(120_000);

interface Answer {
  status: number;
  link: string | null;
  code?: string;
  next: string;
  more?: boolean;
  items: { seq: number; type: string; id: string; version?: number; fact: string; data?: object }[];
}

describe('what changed, for programs', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse({ CURSOR_SECRET });
  });
  afterAll(async () => {
    await house.close();
  });

  const publish = <D extends DescMessage>(schema: D, message: MessageInitShape<D>, agencyId = 'a') =>
    house.publisher.publish({
      id: randomUUID(),
      agencyId,
      aggregateId: 't',
      occurredAt: clock.now(),
      schema,
      message: create(schema, message),
    });
  const accept = (ticketId: string, agencyId = 'a') =>
    publish(WorkOrderAcceptedSchema, { ticket: { ticketId, version: 2, module: Module.SYNDIC } }, agencyId);

  async function changes(query: Record<string, string> = {}, key = KEY, at = house): Promise<Answer> {
    const answer = await fetch(`${at.url}/lsc/v1/changes?${new URLSearchParams(query).toString()}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const body = (await answer.json()) as Omit<Answer, 'status' | 'link'>;
    return { ...body, status: answer.status, link: answer.headers.get('link') };
  }
  /** The cursor behind all that there is. */
  const now = async (key = KEY): Promise<string> => (await changes({}, key)).next;

  it('is told in its order, page by page, to its agency alone', async () => {
    const after = await now();
    for (const id of ['t-1', 't-2', 't-3']) {
      await accept(id);
      await accept(`of-b-${id}`, 'b');
    }
    const first = await changes({ after, limit: '2' });
    expect(first).toMatchObject({ status: 200, more: true });
    expect(first.items.map(({ id }) => id)).toEqual(['t-1', 't-2']);
    const second = await changes({ after: first.next, limit: '2' });
    expect(second.items.map(({ id }) => id)).toEqual(['t-3']);
    expect(second.more).toBe(false);
    expect((await changes({ after: second.next })).items).toEqual([]);
    // The same cursor gives the same again: an answer that was lost is asked for once more.
    expect((await changes({ after, limit: '2' })).items).toEqual(first.items);
  });

  it('says of what, with its version, and what is no more', async () => {
    const after = await now();
    await publish(PropertyFileSavedSchema, {
      file: { file: { case: 'mandate', value: { id: 'm-1', version: 7, number: '1042' } } },
      created: true,
    });
    await publish(NoticeGivenSchema, { tenant: { lease: { id: 'l-1', version: 3 } } });
    await publish(WorkOrderAcceptedSchema, {
      ticket: { ticketId: 't', version: 4, audience: ['x'], place: { label: 'Tilleuls', digicode: '12A4' } },
      comment: 'Je passe demain',
    });
    await publish(TicketDeletedSchema, { ticketId: 't', number: 9 });
    await publish(AccessChangedSchema, { holderId: 'u' });
    const { items } = await changes({ after });
    expect(items).toMatchObject([
      { type: 'mandate', id: 'm-1', version: 7, fact: 'PropertyFileSaved' },
      { type: 'lease', id: 'l-1', version: 3, fact: 'NoticeGiven' },
      {
        ...{ type: 'ticket', id: 't', version: 4, fact: 'WorkOrderAccepted' },
        data: { comment: 'Je passe demain', ticket: { place: { label: 'Tilleuls', digicode: '' } } },
      },
      { type: 'ticket', id: 't', fact: 'TicketDeleted', deleted: true },
    ]);
    expect(JSON.stringify(items)).not.toContain('audience');
  });

  it('is told as it comes to whoever waits, and not by what is of another agency', async () => {
    const after = await now();
    const [mine, theirs] = [
      changes({ after, wait: '25' }),
      changes({ wait: '1', after: await now(OTHER_KEY) }, OTHER_KEY),
    ];
    expect((await theirs).items).toEqual([]);
    await accept('t-soon');
    expect((await mine).items.map(({ id }) => id)).toEqual(['t-soon']);
  });

  it('waits no longer than it was asked to, and then goes on from where it was', async () => {
    const after = await now();
    await accept('elsewhere', 'b');
    const nothing = await changes({ after, wait: '1' });
    expect(nothing).toMatchObject({ status: 200, items: [], more: false });
    await accept('t-late');
    expect((await changes({ after: nothing.next })).items).toMatchObject([{ id: 't-late' }]);
  });

  it('goes on at another gateway, with what came while there was none', async () => {
    const one = await openHouse({ CURSOR_SECRET }, house);
    const after = (await changes({}, KEY, one)).next;
    await one.close();
    await accept('t-moved');
    expect((await changes({ after })).items).toMatchObject([{ id: 't-moved' }]);
  });

  it('refuses a cursor that is not its own, and says where to begin when it is too old', async () => {
    const after = await now();
    expect(await changes({ after: `${after}x` })).toMatchObject({ status: 400, code: 'CURSOR_INVALID' });
    expect(await changes({ after }, OTHER_KEY)).toMatchObject({ status: 403, code: 'CURSOR_OF_ANOTHER' });
    const seal = new CursorSeal(CURSOR_SECRET);
    const place = seal.open(after);
    for (const old of [
      { ...place, madeAt: '2004-11-25T09:30:00Z' },
      { ...place, sequence: place.sequence + 1_000_000 },
    ])
      expect(await changes({ after: seal.seal(old) })).toMatchObject({
        ...{ status: 410, code: 'CURSOR_TOO_OLD' },
        link: '</lsc/v1/snapshot>; rel="alternate"',
      });
    expect((await changes({ wait: '3600' })).status).toBe(400);
    expect((await changes({ limit: '501' })).status).toBe(400);
  });

  it('is for keys that may', async () => {
    expect(await changes({}, SCOPELESS_KEY)).toMatchObject({ status: 403, code: 'API_KEY_SCOPE_MISSING' });
    expect(await changes({}, 'itv_made-up')).toMatchObject({ status: 401, code: 'API_KEY_INVALID' });
  });

  it('begins with all that there is, and the cursor from which it goes on', async () => {
    house.state.aTicket({ id: 't-here', agencyId: 'a', module: Module.SYNDIC });
    const answer = await fetch(`${house.url}/lsc/v1/snapshot`, {
      headers: { authorization: `Bearer ${KEY}` },
    });
    const lines = (await answer.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { next?: string; id?: string });
    expect(lines.at(-1)).toEqual({ done: true, records: lines.length - 2 });
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'ticket', id: 't-here' }),
        expect.objectContaining({ type: 'account', id: 'account-a', version: 4 }),
        expect.objectContaining({ type: 'mandate', id: 'mandate-a' }),
      ]),
    );
    await accept('t-after');
    expect((await changes({ after: lines[0]?.next ?? '' })).items).toMatchObject([{ id: 't-after' }]);
  });
});
