import { FixedClock } from '@intervia/clock';
import { randomUUID } from 'node:crypto';
import type { Forms, Step, Wizard } from '../domain/forms/content.js';
import type { RegisterRecord } from '../domain/register/record.js';
import { THEN, aKnownUnit, mandateForms } from './builders.js';
import { wizardsOnMongo } from './wizards-on-mongo.js';

export const actor = { agencyId: 'a1', userId: 'u1', userName: 'Élodie Garnier' };
export const other = { agencyId: 'a1', userId: 'u2', userName: 'Marc Petit' };
export const register = { agencyId: 'a1', key: 'card1/g' };

/** An agency whose drafts are filled in as by hand, step after step. */
export async function aHouse(uri: string) {
  const clock = new FixedClock(THEN.now());
  const house = await wizardsOnMongo(uri, clock);
  house.files.known.units.set('l1', aKnownUnit());

  async function fill(wizard: Wizard, forms: Partial<{ [S in Step]: Forms[S] }>): Promise<string> {
    const [made] = await house.handler.create(actor, {
      wizard,
      unitIds: ['l1'],
      mandateId: '',
      commandId: randomUUID(),
    });
    const id = made?.draft.id ?? '';
    for (const [step, form] of Object.entries(forms) as [Step, Forms[Step]][]) {
      const itemId = wizard === 'MANDATE' && step === 'UNIT' ? 'i1' : '';
      const saved = { step, form, itemId, unread: {}, baseVersion: 0, next: true, commandId: randomUUID() };
      const { step: view } = await house.saveStep.execute(actor, id, saved);
      const [fault] = view.findings.faults;
      if (fault) throw new Error(`${step}: ${fault.path} ${fault.code}`);
    }
    return id;
  }

  async function records(): Promise<RegisterRecord[]> {
    const all: RegisterRecord[] = [];
    for await (const record of house.book.records(register)) all.push(record);
    return all;
  }

  return {
    ...house,
    clock,
    fill,
    records,
    mandate: (name = 'Lemoine') => fill('MANDATE', mandateForms(name, `Le ${name}`)),
    /** Kinds of the files that are seen. */
    kinds: () => [...house.files.visible.values()].map(({ kind }) => kind).sort(),
  };
}

export type House = Awaited<ReturnType<typeof aHouse>>;
