import { describe, expect, it } from '@jest/globals';
import { aContractor, aDocument, aPerson, aUser } from '../../testing/builders.js';
import { Scenario, refusal } from '../../testing/scenario.js';
import { recordOf, isRecorded } from '../history/history.js';
import type { PostMessage } from '../ticket/ticket-commands.js';

/** Manual, "Options disponibles à toutes les étapes". */

const MESSAGE: Omit<PostMessage, 'type' | 'actor' | 'now'> = {
  missionId: 'm1',
  correspondentId: '',
  threadId: '',
  subject: 'Accès',
  text: 'Le code a changé.',
  documents: [],
  received: false,
  ids: { thread: 't1', message: 'x1', correspondent: 'c1' },
};

const owner = aPerson({ partyId: 'owner-1', name: 'Mme Lefèvre', channels: { mail: true, sms: false } });

const writesTo = (scenario: Scenario, over: Partial<typeof MESSAGE>, actor = aUser()): Scenario =>
  scenario.asks('PostMessage', { ...MESSAGE, ...over }, actor);

const toOwner = { missionId: '', role: 'OWNER', person: owner } as const;
const history = (scenario: Scenario) => scenario.events.filter(isRecorded).map(recordOf);

describe('a question of a contractor', () => {
  it('is the manager’s to answer, whatever the step', () => {
    const asked = writesTo(Scenario.opened(), {}, aContractor('m1'));
    expect(asked.shown).toBe('WORK_ORDER_SENT BLUE');
    const answered = writesTo(asked, { ids: { thread: 't1', message: 'x2', correspondent: 'c1' } });
    expect(answered.shown).toBe('WORK_ORDER_SENT GREY');
  });
});

describe('a message to a contractor', () => {
  const sent = writesTo(Scenario.opened(), { documents: [aDocument({ id: 'plan' })] });

  it('begins a thread under its subject', () => {
    expect(sent.facts).toEqual(['MessagePosted']);
    expect(sent.ticket.threads).toMatchObject([
      { id: 't1', missionId: 'm1', correspondentId: '', subject: 'Accès', messages: [{ received: false }] },
    ]);
  });

  it('keeps its documents, moves no step and stops no timer', () => {
    expect(sent.ticket.documents).toMatchObject([{ ref: { id: 'plan' }, kind: 'MESSAGE', missionId: 'm1' }]);
    expect(sent.shown).toBe('WORK_ORDER_SENT GREY');
    expect(sent.armed).toEqual(['WORK_ORDER_REMINDER']);
  });

  it('the answer keeps the subject: "le sujet sera conservé afin de créer un fil de discussion"', () => {
    const answer = { threadId: 't1', subject: 'autre', ids: { ...MESSAGE.ids, message: 'x2' } };
    const answered = writesTo(sent, answer, aContractor('m1'));
    expect(answered.facts).toEqual(['MessageReceived']);
    expect(answered.ticket.threads).toHaveLength(1);
    expect(answered.ticket.threads[0]).toMatchObject({
      subject: 'Accès',
      messages: [
        { id: 'x1', received: false },
        { id: 'x2', received: true },
      ],
    });
    expect(history(answered)[0]).toMatchObject({ manualEntry: false, missionId: 'm1' });
  });

  it('what the contractor said otherwise is entered by hand', () => {
    const entered = writesTo(sent, { threadId: 't1', received: true });
    expect(entered.facts).toEqual(['MessageReceived']);
    expect(history(entered)[0]).toMatchObject({ manualEntry: true, names: ['Plomberie Dupont'] });
  });

  it.each([
    ['no text', { text: ' ' }, 'INVALID_COMMAND; text REQUIRED'],
    ['no subject for a new thread', { subject: '' }, 'INVALID_COMMAND; subject REQUIRED'],
    ['an unknown mission', { missionId: 'm9' }, 'MISSION_NOT_FOUND'],
    ['an unknown thread', { threadId: 't9' }, 'THREAD_NOT_FOUND'],
    ['nobody', { missionId: '' }, 'INVALID_COMMAND; role REQUIRED; person REQUIRED'],
  ])('is refused with %s', (_case, over, expected) => {
    expect(refusal(() => writesTo(Scenario.opened(), over))).toBe(expected);
  });
});

describe('"CONTACTER LE GESTIONNAIRE"', () => {
  it('needs no subject: it is the ticket’s', () => {
    const written = writesTo(Scenario.opened(), { missionId: '', subject: '' }, aContractor('m1'));
    expect(written.ticket.threads).toMatchObject([{ missionId: 'm1', subject: 'Fuite sous l’évier' }]);
  });

  it('reaches the own thread only', () => {
    const two = Scenario.opened({ contractors: [aPerson(), aPerson({ name: 'Élec Martin' })] });
    const sent = writesTo(two, {});
    expect(refusal(() => writesTo(sent, { threadId: 't1' }, aContractor('m2')))).toBe('THREAD_NOT_FOUND');
    // Whatever mission it names, a contractor speaks for its own.
    expect(writesTo(sent, { missionId: 'm1' }, aContractor('m2')).events).toMatchObject([
      { missionId: 'm2', name: 'Élec Martin' },
    ]);
  });
});

describe('a message to the owner', () => {
  const sent = writesTo(Scenario.opened(), toOwner);

  it('makes the owner a correspondent of the ticket', () => {
    expect(sent.ticket.correspondents).toEqual([{ id: 'c1', role: 'OWNER', person: owner }]);
    expect(sent.ticket.threads).toMatchObject([{ missionId: '', correspondentId: 'c1' }]);
  });

  it('the same person is the same correspondent', () => {
    const again = writesTo(sent, { ...toOwner, ids: { thread: 't2', message: 'x2', correspondent: 'c2' } });
    expect(again.ticket.correspondents).toHaveLength(1);
    expect(again.ticket.threads.map(({ correspondentId }) => correspondentId)).toEqual(['c1', 'c1']);
  });

  it('the owner answers through its link', () => {
    const theOwner = { kind: 'OWNER', id: 'c1', name: 'Mme Lefèvre' } as const;
    const answered = writesTo(sent, { missionId: '', threadId: 't1' }, theOwner);
    expect(answered.facts).toEqual(['MessageReceived']);
    expect(history(answered)[0]).toMatchObject({ correspondentId: 'c1', names: ['Mme Lefèvre'] });
    expect(refusal(() => writesTo(sent, { threadId: 't1' }, { ...theOwner, id: 'c9' }))).toBe(
      'CORRESPONDENT_NOT_FOUND',
    );
  });

  it('must be reachable', () => {
    const mute = { ...owner, channels: { mail: false, sms: false } };
    expect(refusal(() => writesTo(Scenario.opened(), { ...toOwner, person: mute }))).toBe(
      'INVALID_COMMAND; person.channels REQUIRED',
    );
  });

  it('is for gérance; in syndic one writes to the council', () => {
    const syndic = Scenario.opened({ module: 'SYNDIC' });
    expect(refusal(() => writesTo(syndic, toOwner))).toBe('INVALID_COMMAND; role NOT_IN_THIS_MODULE');
    expect(writesTo(syndic, { ...toOwner, role: 'COUNCIL_PRESIDENT' }).facts).toEqual(['MessagePosted']);
  });
});

describe('an internal note', () => {
  const note = { noteId: 'n1', html: '<b>Voir</b>', text: 'Voir', documents: [aDocument({ id: 'devis' })] };

  it('is kept with its attachments, and moves nothing', () => {
    const noted = Scenario.opened().asks('AddNote', note);
    expect(noted.ticket.notes).toMatchObject([{ id: 'n1', html: '<b>Voir</b>', author: { id: 'user-1' } }]);
    expect(noted.ticket.documents).toMatchObject([{ ref: { id: 'devis' }, kind: 'NOTE' }]);
    expect(noted.shown).toBe('WORK_ORDER_SENT GREY');
  });

  it('says something', () => {
    const empty = { ...note, html: '<p></p>', text: '', documents: [] };
    expect(refusal(() => Scenario.opened().asks('AddNote', empty))).toBe('INVALID_COMMAND; html REQUIRED');
  });

  it('is the agency’s alone', () => {
    expect(refusal(() => Scenario.opened().asks('AddNote', note, aContractor('m1')))).toBe(
      'ACTOR_NOT_ALLOWED',
    );
  });
});

describe('"Informer un tiers"', () => {
  const inform = {
    persons: [aPerson({ name: 'Mme Petit' }), aPerson({ name: 'Le gardien' })],
    comment: 'Pour info',
  };

  it('tells the present step to whom one likes', () => {
    const informed = Scenario.opened().does('AcceptWorkOrder').asks('InformThirdParties', inform);
    expect(informed.events).toMatchObject([
      { type: 'ThirdPartiesInformed', missionId: 'm1', status: 'WORK_ORDER_ACCEPTED' },
    ]);
    expect(history(informed)[0]).toMatchObject({
      names: ['Mme Petit', 'Le gardien'],
      status: 'WORK_ORDER_ACCEPTED',
      text: 'Pour info',
    });
  });

  it('does not exist on an ODSM, whose contractors are at several steps', () => {
    const odsm = Scenario.opened({ contractors: [aPerson(), aPerson()] });
    expect(refusal(() => odsm.asks('InformThirdParties', inform))).toBe('NOT_ON_MULTI_WORK_ORDER');
  });

  it.each([
    ['nobody', { ...inform, persons: [] }, 'INVALID_COMMAND; persons REQUIRED'],
    [
      'somebody without a channel',
      { ...inform, persons: [aPerson({ channels: { mail: false, sms: false } })] },
      'INVALID_COMMAND; persons.0.channels REQUIRED',
    ],
  ])('is refused with %s', (_case, content, expected) => {
    expect(refusal(() => Scenario.opened().asks('InformThirdParties', content))).toBe(expected);
  });
});

describe('"Changer les coordonnées du tiers"', () => {
  const reach = { mails: ['nouveau@dupont.example'], mobiles: [], channels: { mail: true, sms: false } };

  it('of a contractor, on this ticket', () => {
    const changed = Scenario.opened().asks('ChangeReach', { missionId: 'm1', correspondentId: '', reach });
    expect(changed.mission().contractor).toMatchObject({ name: 'Plomberie Dupont', ...reach });
    expect(history(changed)[0]).toMatchObject({
      names: ['Plomberie Dupont'],
      text: 'nouveau@dupont.example',
    });
    expect(changed.asks('ChangeReach', { missionId: 'm1', correspondentId: '', reach }).facts).toEqual([]);
  });

  it('of an owner', () => {
    const written = writesTo(Scenario.opened(), toOwner);
    const changed = written.asks('ChangeReach', { missionId: '', correspondentId: 'c1', reach });
    expect(changed.ticket.correspondents[0]?.person).toMatchObject({ name: 'Mme Lefèvre', ...reach });
  });

  it.each([
    ['no channel', { ...reach, channels: { mail: false, sms: false } }, 'reach.channels REQUIRED'],
    ['a channel without address', { ...reach, mails: [] }, 'reach.mails REQUIRED'],
  ])('is refused with %s', (_case, wrong, expected) => {
    const act = () =>
      Scenario.opened().asks('ChangeReach', { missionId: 'm1', correspondentId: '', reach: wrong });
    expect(refusal(act)).toBe(`INVALID_COMMAND; ${expected}`);
  });
});
