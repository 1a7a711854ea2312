import { randomUUID } from 'node:crypto';
import { eventually } from '@intervia/testing';
import type { ApiClient } from '../platform/api-client.js';

/** A step as the gateway takes it. */
interface Typed {
  readonly form: string;
  readonly content: object;
  readonly itemId?: string;
}

/** What a tenant has that others do not. */
interface TenantTerms {
  readonly kind?: string;
  /** YYYY-MM-DD: first call and effect. */
  readonly from?: string;
  /** Of the step "bail". */
  readonly lease?: object;
}

interface Draft {
  readonly id: string;
}

interface Saved {
  readonly state: string;
  readonly unitIds: readonly string[];
  readonly files: readonly { readonly kind: string; readonly id: string }[];
}

const DAY_MS = 86_400_000;
const ADDRESS = { line1: '8 rue Sala', postalCode: '69002', city: 'Lyon' };

/** Letters alone: names that share no code. */
export const aName = (): string =>
  `Essai${[...randomUUID().replaceAll('-', '')].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('')}`.slice(
    0,
    14,
  );

/** Drafts as a person typed them, by the gateway's own door: a browser then goes on with them. */
export class DeskDrafts {
  private constructor(
    readonly api: ApiClient,
    private readonly entityId: string,
    private readonly cardId: string,
    private readonly now: Date,
  ) {}

  static async at(api: ApiClient, now: Date): Promise<DeskDrafts> {
    const { entities } = await api.get<{ entities: { id: string }[] }>('/api/property/entities');
    const { cards } = await api.get<{ cards: { id: string; mentions: string[] }[] }>('/api/property/cards');
    const card = cards.find(({ mentions }) => mentions.includes('G'));
    return new DeskDrafts(api, entities[0]?.id ?? '', card?.id ?? '', now);
  }

  /** YYYY-MM-DD, so many days from now. */
  day(offset: number): string {
    return new Date(this.now.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  }

  /** Everything that is indispensable, typed and validated. @returns the draft's id */
  mandate(name: string): Promise<string> {
    return this.fill({ wizard: 'MANDATE' }, [
      { form: 'owner', content: { party: person(name, 'Jeanne') } },
      {
        form: 'ownerAccount',
        content: { account: { entityId: this.entityId }, paidBy: 'CHEQUE', statement: 'MONTHLY' },
      },
      {
        form: 'mandate',
        content: {
          cardId: this.cardId,
          signedOn: this.day(-2),
          effectOn: this.day(3),
          lengthMonths: 12,
          nature: 'Gestion locative',
          mayReceiveMoney: true,
          managementFee: { rate: 700, vat: 2000 },
          accountsRendered: 'MONTHLY',
        },
      },
      {
        form: 'unit',
        itemId: 'i1',
        content: {
          building: { name: `Résidence ${name}`, address: ADDRESS },
          unit: { source: 'NEW', rcpNumber: name, planNumber: '12', kind: 'FLAT', habitableSurface: 4200 },
        },
      },
    ]);
  }

  tenant(unitId: string, name: string, terms: TenantTerms = {}): Promise<string> {
    const { kind = 'UNFURNISHED', from = this.day(10), lease = {} } = terms;
    const line = (id: string, label: string, kind: string, amountCents: number) => ({
      ...{ id, label, kind, amountCents },
      fiscalCode: label.slice(0, 3).toUpperCase(),
    });
    return this.fill({ wizard: 'TENANT', unitIds: [unitId] }, [
      { form: 'tenantParty', content: { party: person(name, 'Linh') } },
      { form: 'tenantAccount', content: { kind, account: { entityId: this.entityId } } },
      {
        form: 'rentCall',
        content: {
          ...{ from, periodicity: 'MONTHLY', timing: 'IN_ADVANCE', proRata: 'ACTUAL_DAYS' },
          permanentLines: [
            line('rent', 'Loyer', 'RENT', 80_000),
            line('charges', 'Charges', 'CHARGES', 7_000),
          ],
        },
      },
      {
        form: 'lease',
        content: {
          ...{ signedOn: this.day(-1), effectOn: from, lengthMonths: 36, noticeMonths: 3 },
          ...{ index: 'NONE', ...lease },
        },
      },
      { form: 'deposit', content: { amountCents: 80_000, heldBy: 'AGENCY' } },
      { form: 'various', content: { insurer: 'Mutuelle', insuranceExpiresOn: this.day(300) } },
    ]);
  }

  async unit(mandateId: string, name: string): Promise<string> {
    return this.fill({ wizard: 'UNIT', mandateId }, [
      {
        form: 'unit',
        content: {
          building: { name: `Villa ${name}`, address: ADDRESS },
          unit: { source: 'NEW', rcpNumber: name, planNumber: '3', kind: 'FLAT' },
        },
      },
    ]);
  }

  /** Of a mandate that is made for it. */
  async vacantUnit(name = aName()): Promise<string> {
    return (await this.save(await this.mandate(name))).unitIds[0] ?? '';
  }

  /** A tenant who is there. @returns the lease's id */
  async let(unitId: string, name: string, terms: TenantTerms = {}): Promise<string> {
    const { files } = await this.save(await this.tenant(unitId, name, terms));
    return files.find(({ kind }) => kind === 'LEASE')?.id ?? '';
  }

  private async save(draftId: string): Promise<Saved> {
    const path = `/api/property/drafts/${draftId}/final-save`;
    await this.api.post(path, {});
    return eventually(async () => {
      const now = await this.api.get<Saved>(path);
      return now.state === 'DONE' ? now : undefined;
    });
  }

  /** What was typed on the third step of a mandate. */
  async mandateForm(id: string): Promise<{ remarks: string; nature: string }> {
    const { steps } = await this.api.get<{ steps: { step: string; content: { mandate: never } }[] }>(
      `/api/property/drafts/${id}`,
    );
    return steps.find(({ step }) => step === 'MANDATE')?.content.mandate ?? { remarks: '', nature: '' };
  }

  async remove(id: string): Promise<void> {
    const { status } = await this.api.send('DELETE', `/api/property/drafts/${id}`);
    if (status !== 204) throw new Error(`draft ${id} is not deleted: ${String(status)}`);
  }

  private async fill(of: object, steps: readonly Typed[]): Promise<string> {
    const { drafts } = await this.api.post<{ drafts: Draft[] }>('/api/property/drafts', of);
    const id = drafts[0]?.id ?? '';
    for (const { form, content, itemId = '' } of steps) {
      const body = { content: { [form]: content, unread: {} }, itemId, baseVersion: 0, next: true };
      const answer = await this.api.send('PUT', `/api/property/drafts/${id}/steps`, body);
      if (!answer.ok) throw new Error(`${form}: ${String(answer.status)} ${await answer.text()}`);
      const { step } = (await answer.json()) as { step: { faults: { path: string; code: string }[] } };
      const [fault] = step.faults;
      if (fault) throw new Error(`${form}: ${fault.path} ${fault.code}`);
    }
    return id;
  }
}

const person = (name: string, firstName: string): object => ({
  ...{ kind: 'PERSON', gender: 'MRS', name, firstName, address: ADDRESS },
  mobiles: ['06 12 34 56 78'],
});
