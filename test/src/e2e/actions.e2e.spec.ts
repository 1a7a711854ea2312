import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nextFullHour } from '../journey/paris.js';
import type { ActionRoute } from '../lives/action-routes.js';
import { actionRoutes, addressOf } from '../lives/action-routes.js';
import { Desk } from '../lives/desk.js';
import type { Module, Ticket } from '../lives/desk.js';
import { aContractor, aDraft, aPerson, findScene } from '../lives/people.js';
import type { Scene } from '../lives/people.js';
import type { Life, Step } from '../lives/states.js';
import { LIVES } from '../lives/states.js';
import { ApiClient } from '../platform/api-client.js';
import { OwnPlatform } from '../platform/platform.js';

const MINUTES = 60_000;
const MODULES: readonly Module[] = ['SYNDIC', 'GERANCE'];
/** Of these each leaves those after it possible: one ticket takes them all. */
const STANDING = [
  'UPDATE',
  'ADD_NOTE',
  'CHANGE_REACH',
  'POST_MESSAGE',
  'INFORM_THIRD_PARTY',
  'CONTACT_ANOTHER',
  'CLOSE',
  'DELETE',
];
const administrator = { mail: 'nathalie.roche@tilleuls.example', password: 'demo-intervia' };

let platform: OwnPlatform;
let desk: Desk;
let routes: ActionRoute[];
let documentId: string;

beforeAll(async () => {
  platform = await OwnPlatform.start();
  // She has every right in both modules.
  desk = await Desk.at(platform, administrator);
  routes = await actionRoutes(desk.api);
  documentId = await desk.upload('pièce.pdf');
}, 5 * MINUTES);

afterAll(async () => {
  await desk?.close();
  await platform?.stop();
}, MINUTES);

/** Manual, "Partie gauche: vos actions possibles à lancer": what the API offers is what it takes, and nothing else. */
describe.each(MODULES)('the actions of a ticket of module %s', (module) => {
  let scene: Scene;
  let persons = 0;

  beforeAll(async () => {
    scene = await findScene(desk, module);
  });

  const somebody = (): object => {
    persons += 1;
    return aContractor(`Personne${persons}`, module, 'actions').person;
  };

  /** What an action wants to be told, however little. */
  const bodyOf = (action: string, ticket: Ticket): object => {
    const start = nextFullHour(desk.now(), 26).toISOString();
    const appointment = { start, durationMinutes: 60 };
    const bodies: Record<string, object> = {
      ACCEPT_WORK_ORDER: { appointment },
      PROPOSE_APPOINTMENT: { appointment },
      ANSWER_PRESENCE: { answer: 'CONFIRMED' },
      SUBMIT_INVOICE: { invoiceId: documentId, amountCents: 12_000 },
      SUBMIT_QUOTE: { quoteIds: [documentId], amountCents: scene.thresholdCents + 10_000 },
      REQUEST_APPROVAL: { role: scene.approverRole, approver: scene.approver },
      ANSWER_APPROVAL: {
        approved: true,
        comment: 'D’accord.',
        agreement: {
          role: scene.approverRole,
          approver: scene.approver,
          means: 'PHONE',
          saidAt: desk.now().toISOString(),
        },
      },
      CONTACT_ANOTHER: { contractor: somebody() },
      INFORM_THIRD_PARTY: { persons: [somebody()] },
      POST_MESSAGE: { role: scene.approverRole, person: scene.approver, subject: 'Accès', text: 'Quand ?' },
      ADD_NOTE: { html: '<p>Vu sur place.</p>' },
      CHANGE_REACH: { missionId: ticket.missions[0]?.id ?? 'none', ...somebody(), name: undefined },
      REQUEST_NEW_INVOICE: { comment: 'La TVA manque.' },
      UPDATE: { urgent: true },
      VALIDATE_PRE_TICKET: aDraft(module, scene, [somebody()]),
    };
    return bodies[action] ?? {};
  };

  const send = (ticket: Ticket, route: ActionRoute, of: number, body?: object): Promise<Response> => {
    const missionId = ticket.missions[of]?.id ?? 'none';
    const address = addressOf(route, ticket.id, missionId);
    return desk.api.send(route.method, address, body ?? bodyOf(route.action, ticket));
  };

  const take = async (ticket: Ticket, { action, of = 0, body }: Step): Promise<Ticket> => {
    const route = routes.find((one) => one.action === action);
    if (!route) throw new Error(`/docs names no route for ${action}`);
    const { replaced } = (body ?? {}) as { replaced?: number };
    const given =
      replaced === undefined
        ? body
        : { ...bodyOf(action, ticket), replacedMissionId: ticket.missions[replaced]?.id };
    const answer = await send(ticket, route, of, given);
    if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
    return (await answer.json()) as Ticket;
  };

  const live = async ({ quote, contractors = 1, draft, pending, steps }: Life): Promise<Ticket> => {
    let ticket = pending
      ? await requested()
      : await desk.open(
          aDraft(module, scene, Array.from({ length: contractors }, somebody), { quote, ...draft }),
        );
    for (const step of steps) ticket = await take(ticket, step);
    return ticket;
  };
  const requested = async (): Promise<Ticket> => {
    const request = { module, place: scene.place, subject: 'Ampoule grillée', requester: somebody() };
    const { ticketId } = await desk.post<{ ticketId: string }>('/api/requests', request);
    return desk.read(ticketId);
  };

  /** By NON, else by OUI: an accepted quote goes on with its own contractor or with another one. */
  const contact = async (ticket: Ticket, route: ActionRoute): Promise<Response> => {
    const inPlaceOf = [undefined, ...ticket.missions.map(({ id }) => id)];
    for (const replacedMissionId of inPlaceOf) {
      const answer = await send(ticket, route, 0, { ...bodyOf(route.action, ticket), replacedMissionId });
      if (answer.ok) return answer;
    }
    return send(ticket, route, 0);
  };

  const expectTaken = async (ticket: Ticket, route: ActionRoute, of: number): Promise<void> => {
    const { action } = route;
    const answer =
      action === 'CONTACT_ANOTHER' ? await contact(ticket, route) : await send(ticket, route, of);
    const told = answer.ok ? '' : await answer.text();
    expect({ action, of, accepted: answer.ok, told }).toEqual({ action, of, accepted: true, told });
  };

  /** Each action, and each mission that it may be of. */
  const targetsIn = ({ missions }: Ticket): { route: ActionRoute; of: number; missionId: string }[] =>
    routes.flatMap((route) =>
      route.ofMission
        ? missions.map(({ id }, of) => ({ route, of, missionId: id }))
        : [{ route, of: 0, missionId: '' }],
    );

  it.each(Object.entries(LIVES))(
    '%s: those it offers are accepted, all others are refused',
    async (_, life) => {
      const ticket = await live(life);
      const offered = ({ action }: ActionRoute, missionId: string) =>
        ticket.actions.some((one) => one.action === action && one.missionId === missionId);
      const targets = targetsIn(ticket);
      const offers = targets.filter(({ route, missionId }) => offered(route, missionId));
      expect(ticket.actions).toHaveLength(offers.length);

      for (const { route, of } of targets.filter((target) => !offers.includes(target))) {
        const { action, codes } = route;
        const refused = await send(ticket, route, of);
        const { code, detail } = (await refused.json()) as { code: string; detail: string };
        expect({ action, of, status: refused.status, code }).toEqual({ action, of, status: 409, code });
        expect({ action, code, documented: codes.includes(code) }).toEqual({
          action,
          code,
          documented: true,
        });
        expect(detail).toMatch(/^[A-ZÉ].*\.$/);
      }
      const after = await desk.read(ticket.id);
      expect(after).toMatchObject({
        status: ticket.status,
        missions: ticket.missions,
        actions: ticket.actions,
      });

      const steps = offers.filter(({ route }) => !STANDING.includes(route.action));
      for (const { route, of } of steps) await expectTaken(await live(life), route, of);
      for (const action of STANDING)
        for (const { route, of } of offers.filter((offer) => offer.route.action === action))
          await expectTaken(ticket, route, of);
    },
  );
});

/** Specification, 14: "a refused action is hidden on screen and refused by the server". */
it('each is offered what its role permits', async () => {
  const scene = await findScene(desk, 'SYNDIC');
  const { buildings } = await desk.get<{ buildings: { id: string; reference: string }[] }>(
    '/api/buildings?limit=100',
  );
  const first = buildings.find(({ reference }) => reference === '0001');
  const draft = aDraft('SYNDIC', scene, [aPerson('Plombier', 'plombier@entreprises.example')]);
  const { id } = await desk.open({ ...draft, place: { buildingId: first?.id } });
  const offeredTo = async (mail: string): Promise<string[]> => {
    const login = { ...administrator, mail: `${mail}@tilleuls.example` };
    const api = await ApiClient.signIn(platform.run.gateway, login);
    return (await api.get<Ticket>(`/api/tickets/${id}`)).actions.map(({ action }) => action);
  };
  const all = await offeredTo('nathalie.roche');
  expect(all).toEqual(expect.arrayContaining(['ACCEPT_WORK_ORDER', 'CLOSE', 'DELETE']));
  expect(await offeredTo('claire.moreau')).toEqual(all.filter((action) => action !== 'DELETE'));
  expect(await offeredTo('marc.fournier')).toEqual([]);
});
