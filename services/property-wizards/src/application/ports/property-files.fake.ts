import { keyText } from '../../domain/drafts/known.js';
import type {
  Card,
  Entity,
  Key,
  KnownBuilding,
  KnownMandate,
  KnownParty,
  KnownUnit,
} from '../../domain/drafts/known.js';
import type { FileRecord, PlannedFile } from '../../domain/save/planned-file.js';
import { PropertyFiles } from './property-files.js';
import type { Actor, CommandRef, EnteringSharer, FileFault, RunningLease } from './property-files.js';

interface Staging {
  readonly files: readonly PlannedFile[];
  state: 'STAGED' | 'CONFIRMED' | 'DISCARDED';
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Unique keys of a file, as directory has them. */
function keysOf({ kind, record, fields }: PlannedFile): [string, Key][] {
  if (fields.length > 0) return [];
  const key = (field: string, kindOf: Key['kind'], scope = ''): [string, Key] => [
    field,
    { kind: kindOf, scope, value: text(record[field]) },
  ];
  switch (kind) {
    case 'PARTY':
      return [key('code', 'PARTY_CODE')];
    case 'ACCOUNT':
      return [key('number', 'ACCOUNT_NUMBER', text(record['entityId']))];
    case 'BUILDING':
      return [key('code', 'BUILDING_CODE')];
    case 'UNIT':
      return [key('physicalCode', 'PHYSICAL_CODE'), key('managementCode', 'MANAGEMENT_CODE')];
    case 'MANDATE':
    case 'LEASE':
    case 'RENT_CALL':
      return [];
  }
}

/** Keeps files in memory as directory would: staged ones are unseen, their keys reserved. */
export class FakePropertyFiles extends PropertyFiles {
  readonly entityList: Entity[] = [];
  readonly cardList: Card[] = [];
  readonly known = {
    parties: new Map<string, KnownParty>(),
    buildings: new Map<string, KnownBuilding>(),
    units: new Map<string, KnownUnit>(),
    mandates: new Map<string, KnownMandate>(),
  };
  readonly stagings = new Map<string, Staging>();
  /** What is seen, by id. */
  readonly visible = new Map<string, PlannedFile & { number?: string }>();
  private readonly keys = new Map<string, string>();
  /** Units let by others meanwhile. */
  readonly letMeanwhile = new Set<string>();

  async entities(): Promise<Entity[]> {
    return this.entityList;
  }

  async cards(): Promise<Card[]> {
    return this.cardList;
  }

  async parties(_: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownParty>> {
    return pick(this.known.parties, ids);
  }

  async buildings(_: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownBuilding>> {
    return pick(this.known.buildings, ids);
  }

  async units(_: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    return pick(this.known.units, ids);
  }

  async mandate(_: string, id: string): Promise<KnownMandate | undefined> {
    return this.known.mandates.get(id);
  }

  /** As if LSC had published mandates up to it. */
  highest = 0;

  async highestMandateNumber(): Promise<number> {
    return this.highest;
  }

  async taken(_: string, keys: readonly Key[]): Promise<ReadonlySet<string>> {
    return new Set(keys.map(keyText).filter((key) => this.keys.has(key)));
  }

  take(key: Key): void {
    this.keys.set(keyText(key), 'somebody');
  }

  async stage(_: Actor, stagingId: string, files: readonly PlannedFile[]): Promise<FileFault[]> {
    if (this.stagings.get(stagingId)?.state === 'CONFIRMED') return [];
    const faults = files.flatMap((file, at) => this.faultsOf(file, at, stagingId));
    if (faults.length > 0) return faults;
    for (const file of files) for (const [, key] of keysOf(file)) this.keys.set(keyText(key), stagingId);
    this.stagings.set(stagingId, { files, state: 'STAGED' });
    return [];
  }

  async confirm(_: Actor, stagingId: string, numbers: Readonly<Record<string, string>>): Promise<void> {
    const staging = this.stagings.get(stagingId);
    if (!staging) throw new Error('STAGING_NOT_FOUND');
    staging.state = 'CONFIRMED';
    for (const file of staging.files) {
      const number = numbers[file.record.id];
      this.visible.set(file.record.id, { ...file, ...(number ? { number } : {}) });
    }
  }

  async discard(_: Actor, stagingId: string): Promise<void> {
    const staging = this.stagings.get(stagingId);
    for (const [key, holder] of this.keys) if (holder === stagingId) this.keys.delete(key);
    if (staging) staging.state = 'DISCARDED';
  }

  readonly leases = new Map<string, RunningLease>();
  readonly entered: EnteringSharer[] = [];

  async sharedLease(_: string, leaseId: string): Promise<RunningLease> {
    const lease = this.leases.get(leaseId);
    if (!lease) throw new Error('LEASE_NOT_FOUND');
    return lease;
  }

  async enterSharer(_: Actor, __: CommandRef, entry: EnteringSharer): Promise<void> {
    this.entered.push(entry);
  }

  record(id: string): FileRecord | undefined {
    return this.visible.get(id)?.record;
  }

  private faultsOf(file: PlannedFile, at: number, stagingId: string): FileFault[] {
    const taken = keysOf(file).filter(([, key]) => {
      const holder = this.keys.get(keyText(key));
      return key.value !== '' && holder !== undefined && holder !== stagingId;
    });
    const unitId = text(file.record['unitId']);
    return [
      ...taken.map(([field, { value }]) => ({ file: at, field, code: 'KEY_TAKEN', params: { value } })),
      ...(file.kind === 'LEASE' && this.letMeanwhile.has(unitId)
        ? [{ file: at, field: 'unitId', code: 'UNIT_LET_MEANWHILE', params: {} }]
        : []),
      ...(file.kind === 'UNIT' && file.fields.length > 0 && !this.known.units.has(file.record.id)
        ? [{ file: at, field: 'id', code: 'UNIT_WITHDRAWN', params: {} }]
        : []),
    ];
  }
}

function pick<T>(map: ReadonlyMap<string, T>, ids: readonly string[]): ReadonlyMap<string, T> {
  return new Map(
    ids.flatMap((id) => {
      const found = map.get(id);
      return found ? [[id, found] as const] : [];
    }),
  );
}
