import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Desk } from '../lives/desk.js';
import type { Ticket } from '../lives/desk.js';
import { aDraft, aPerson, findScene } from '../lives/people.js';
import type { Scene } from '../lives/people.js';
import { ApiClient } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const PLUMBER = aPerson('Plombier', 'plombier@entreprises.example');

interface Full extends Ticket {
  missions: (Ticket['missions'][number] & { contractor: { reach: { mobiles: string[] } } })[];
  threads: { id: string; subject: string; messages: { text: string; received: boolean }[] }[];
  notes: { html: string; documents: { name: string }[] }[];
  documents: { kind: string; ref: { id: string; name: string } }[];
}

let platform: OwnPlatform;
let desk: Desk;
let scene: Scene;

beforeAll(async () => {
  platform = await OwnPlatform.start();
  desk = await Desk.at(platform);
  scene = await findScene(desk, 'GERANCE');
}, 5 * MINUTES);

afterAll(async () => {
  await desk?.close();
  await platform?.stop();
}, MINUTES);

const open = (more: object = {}): Promise<Ticket> => desk.open(aDraft('GERANCE', scene, [PLUMBER], more));
const act = (ticket: Ticket, path: string, body: object): Promise<Full> =>
  desk.act(ticket, path, body) as Promise<Full>;

/** Manual, "Options disponibles à toutes les étapes". */
describe('with whom one speaks about a ticket', () => {
  it('messages make a thread under one subject, with a contractor and with the owner', async () => {
    const ticket = await open();
    const [mission] = ticket.missions;
    const documentIds = [await desk.upload('plan.pdf')];
    const first = { missionId: mission?.id, subject: 'La clé', text: 'Où est-elle ?', documentIds };
    const { threads } = await act(ticket, 'thread-messages', first);
    await act(ticket, 'thread-messages', {
      missionId: mission?.id,
      threadId: threads[0]?.id,
      text: 'Chez la gardienne.',
      received: true,
    });
    const owner = { role: 'OWNER', person: scene.approver, subject: 'Travaux', text: 'Bonjour' };
    const after = await act(ticket, 'thread-messages', owner);
    const withContractor = after.threads.find(({ subject }) => subject === 'La clé');
    expect(withContractor?.messages.map(({ received }) => received)).toEqual([false, true]);
    expect(after.correspondents).toMatchObject([{ role: 'OWNER' }]);
    const elsewhere = { ...owner, correspondentId: after.correspondents[0]?.id, threadId: threads[0]?.id };
    expect(await desk.refused(ticket, 'thread-messages', elsewhere)).toBe('THREAD_NOT_FOUND');
  });

  it('coordinates change for one ticket, several addresses in one field, and the channels with them', async () => {
    const ticket = await open();
    const missionId = ticket.missions[0]?.id;
    const reach = {
      missionId,
      mails: 'a@entreprises.example; b@entreprises.example',
      mobiles: '06 39 98 00 01, 0639980002',
      channels: { mail: false, sms: true },
    };
    const { missions } = await act(ticket, 'reach', reach);
    expect(missions[0]?.contractor.reach).toEqual({
      mails: ['a@entreprises.example', 'b@entreprises.example'],
      mobiles: ['+33639980001', '+33639980002'],
      channels: { mail: false, sms: true },
    });
    const unreachable = { missionId, mails: 'a@entreprises.example', channels: { mail: false, sms: true } };
    expect(await desk.refused(ticket, 'reach', unreachable)).toBe('INVALID_COMMAND');
  });

  it('a note is rich text with an attachment, and its document is downloaded like any other', async () => {
    const ticket = await open();
    const note = { html: '<p><b>À suivre</b></p>', documentIds: [await desk.upload('note.pdf')] };
    const { notes, documents } = await act(ticket, 'notes', note);
    expect(notes).toMatchObject([{ html: note.html, documents: [{ name: 'note.pdf' }] }]);
    const [document] = documents;
    const file = await desk.api.fetch(`/api/tickets/${ticket.id}/documents/${document?.ref.id}`);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(await file.text()).toMatch(/^%PDF/);
  });
});

it('what is unread is each user’s own, and time spent is everybody’s', async () => {
  const ticket = await open();
  const nathalie = await ApiClient.signIn(platform.run.gateway, {
    mail: 'nathalie.roche@tilleuls.example',
    password: 'demo-intervia',
  });
  const isUnread = async (api: ApiClient): Promise<boolean | undefined> => {
    const query = `module=GERANCE&searchIn=NUMBER&search=${ticket.number}`;
    const { tickets } = await api.get<{ tickets: { unread: boolean }[] }>(`/api/tickets?${query}`);
    return tickets[0]?.unread;
  };
  expect([await isUnread(desk.api), await isUnread(nathalie)]).toEqual([false, true]);
  expect((await nathalie.send('POST', `/api/tickets/${ticket.id}/read`)).status).toBe(204);
  expect(await isUnread(nathalie)).toBe(false);
  await act(ticket, 'notes', { html: '<p>Du neuf</p>' });
  expect([await isUnread(desk.api), await isUnread(nathalie)]).toEqual([false, true]);

  await desk.post(`/api/tickets/${ticket.id}/time-spent`, { seconds: 90 });
  const spent = await nathalie.post(`/api/tickets/${ticket.id}/time-spent`, { seconds: 30 });
  expect(spent).toEqual({ timeSpentSeconds: 120 });
});
