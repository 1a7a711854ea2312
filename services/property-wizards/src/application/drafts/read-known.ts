import { Clock } from '@intervia/clock';
import { fieldDate } from '@intervia/french';
import { Injectable } from '@nestjs/common';
import type { Draft } from '../../domain/drafts/draft.js';
import { formOf, unitsOf } from '../../domain/drafts/draft.js';
import { evaluate } from '../../domain/drafts/evaluate.js';
import type { Evaluation } from '../../domain/drafts/evaluate.js';
import { keyText, registerKey } from '../../domain/drafts/known.js';
import type { Card, Entity, Known } from '../../domain/drafts/known.js';
import { indexTable } from '../../domain/irl/series.js';
import { FormatChecks } from '../ports/formats.js';
import { IndexTable } from '../ports/index-table.js';
import { PropertyFiles } from '../ports/property-files.js';
import { RegisterBook } from '../ports/register-book.js';
import { RuleSettings } from '../ports/rule-settings.js';

/** Codes depend on codes: an account's number on the party's. Each round looks up what the one before could not know. */
const MOST_ROUNDS = 8;
const SETTINGS_MS = 10_000;

interface Settings {
  readonly entities: readonly Entity[];
  readonly cards: readonly Card[];
  readonly until: number;
}

export interface Evaluated extends Evaluation {
  readonly known: Known;
}

/** Reads what a draft's codes and checks look at, and judges it. */
@Injectable()
export class ReadKnown {
  private readonly settings = new Map<string, Settings>();

  constructor(
    private readonly files: PropertyFiles,
    private readonly register: RegisterBook,
    private readonly indices: IndexTable,
    private readonly formats: FormatChecks,
    private readonly rules: RuleSettings,
    private readonly clock: Clock,
  ) {}

  async evaluate(draft: Draft): Promise<Evaluated> {
    let known = await this.known(draft);
    const looked = new Set<string>();
    for (let round = 1; ; round += 1) {
      const evaluation = evaluate(draft, known, looked);
      if (evaluation.asked.length === 0 || round === MOST_ROUNDS) return { ...evaluation, known };
      const found = await this.files.taken(draft.agencyId, evaluation.asked);
      for (const key of evaluation.asked) looked.add(keyText(key));
      known = { ...known, taken: new Set([...known.taken, ...found]) };
    }
  }

  async settingsOf(agencyId: string): Promise<Settings> {
    const now = this.clock.now().getTime();
    const cached = this.settings.get(agencyId);
    if (cached && cached.until > now) return cached;
    const [entities, cards] = await Promise.all([this.files.entities(agencyId), this.files.cards(agencyId)]);
    const settings = { entities, cards, until: now + SETTINGS_MS };
    this.settings.set(agencyId, settings);
    return settings;
  }

  today(): string {
    return fieldDate(this.clock.now());
  }

  private async known(draft: Draft): Promise<Known> {
    const { agencyId, mandateId } = draft;
    const forms = unitsOf(draft).map(({ form }) => form);
    const unitIds = [draft.unitId, ...forms.map(({ unit }) => unit?.unitId ?? '')];
    const buildingIds = forms.map(({ building }) => building?.buildingId ?? '');
    const [settings, nextNumbers, parties, buildings, units, mandate, added] = await Promise.all([
      this.settingsOf(agencyId),
      this.nextNumbers(draft),
      this.files.parties(agencyId, distinct(partyIds(draft))),
      this.files.buildings(agencyId, distinct(buildingIds)),
      this.files.units(agencyId, distinct(unitIds)),
      mandateId ? this.files.mandate(agencyId, mandateId) : undefined,
      this.indices.added(agencyId),
    ]);
    return {
      today: this.today(),
      entities: settings.entities,
      cards: settings.cards,
      nextNumbers,
      taken: new Set(),
      parties,
      buildings,
      units,
      mandate,
      indices: indexTable(added),
      rentControl: this.rules.rentControl,
      formats: this.formats,
    };
  }

  private async nextNumbers(draft: Draft): Promise<ReadonlyMap<string, number>> {
    if (draft.wizard !== 'MANDATE') return new Map();
    const { agencyId } = draft;
    const { cards } = await this.settingsOf(agencyId);
    const ids = cards.filter(({ mentions }) => mentions.includes('G')).map(({ id }) => id);
    const numbers = await Promise.all(ids.map((id) => this.nextNumber(agencyId, id)));
    return new Map(ids.map((id, index) => [registerKey(id, 'G'), numbers[index] ?? 1]));
  }

  /** Of a register of mandates: after its last entry, or after the mandates that LSC published. */
  async nextNumber(agencyId: string, cardId: string): Promise<number> {
    const { seq, number } = await this.register.head({ agencyId, key: registerKey(cardId, 'G') });
    return (seq > 0 ? number : await this.files.highestMandateNumber(agencyId, cardId)) + 1;
  }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids.filter(Boolean))];

function partyIds(draft: Draft): string[] {
  const parties = [
    formOf(draft, 'OWNER')?.party,
    ...(formOf(draft, 'OWNER_ACCOUNT')?.jointOwners ?? []).map(({ party }) => party),
    formOf(draft, 'TENANT_PARTY')?.party,
    ...(formOf(draft, 'TENANT_ACCOUNT')?.sharers ?? []).map(({ party }) => party),
    ...(formOf(draft, 'DEPOSIT')?.guarantors ?? []).map(({ party }) => party),
  ];
  return parties.map((party) => party?.partyId ?? '');
}
