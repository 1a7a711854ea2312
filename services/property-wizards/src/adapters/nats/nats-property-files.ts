import {
  ActorKind,
  CardMention,
  FlatSharerSchema,
  GuarantorSchema,
  LeaseKind,
  PropertyFilesService,
} from '@intervia/contracts';
import type { BuildingFile, MandateFile, PartyFile, PropertyFile } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { PropertyFiles } from '../../application/ports/property-files.js';
import type {
  Actor,
  CommandRef,
  EnteringSharer,
  FileFault,
  RunningLease,
} from '../../application/ports/property-files.js';
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
import type { PlannedFile } from '../../domain/save/planned-file.js';
import {
  fromKey,
  toCard,
  toEntity,
  toKey,
  toKnownBuilding,
  toKnownParty,
  toKnownUnit,
} from './known.mapper.js';
import { fromPlain } from './plain.js';
import { toStagedFile } from './staged-file.mapper.js';

const PAGE = 50;
const MOST_KEYS = 200;
const MANDATES_PAGE = 100;

@Injectable()
export class NatsPropertyFiles extends PropertyFiles {
  private readonly directory;

  constructor(bus: BusClient) {
    super();
    this.directory = bus.service(PropertyFilesService);
  }

  async entities(agencyId: string): Promise<Entity[]> {
    const { entities } = await this.directory.listEntities({ caller: systemOf(agencyId) });
    return entities.filter(({ closed }) => !closed).map(toEntity);
  }

  async cards(agencyId: string): Promise<Card[]> {
    const [{ cards }, { entities }] = await Promise.all([
      this.directory.listCards({ caller: systemOf(agencyId) }),
      this.directory.listEntities({ caller: systemOf(agencyId) }),
    ]);
    const names = new Map(entities.map(({ id, name }) => [id, name]));
    return cards.map((card) => toCard(card, names.get(card.entityId) ?? ''));
  }

  async parties(agencyId: string, partyIds: readonly string[]): Promise<ReadonlyMap<string, KnownParty>> {
    const files = await this.read(agencyId, 'partyIds', partyIds);
    return byId(of<PartyFile>(files, 'party'), toKnownParty);
  }

  async buildings(
    agencyId: string,
    buildingIds: readonly string[],
  ): Promise<ReadonlyMap<string, KnownBuilding>> {
    const files = await this.read(agencyId, 'buildingIds', buildingIds);
    return byId(of<BuildingFile>(files, 'building'), toKnownBuilding);
  }

  async units(agencyId: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>> {
    const files = await this.read(agencyId, 'unitIds', unitIds);
    const units = files.flatMap(({ file }) =>
      file.case === 'unit' && !file.value.withdrawn ? [file.value] : [],
    );
    const [buildings, owners, mandates] = await Promise.all([
      this.buildings(agencyId, distinct(units.map(({ buildingId }) => buildingId))),
      this.parties(agencyId, distinct(units.map(({ ownerId }) => ownerId))),
      this.read(agencyId, 'mandateIds', distinct(units.map(({ mandateId }) => mandateId))),
    ]);
    const running = new Map(of<MandateFile>(mandates, 'mandate').map((mandate) => [mandate.id, mandate]));
    const accounts = await this.read(
      agencyId,
      'accountIds',
      distinct([...running.values()].map(({ accountId }) => accountId)),
    );
    const entityOf = new Map(
      accounts.flatMap(({ file }) =>
        file.case === 'account' ? [[file.value.id, file.value.entityId] as const] : [],
      ),
    );
    return new Map(
      await Promise.all(
        units.map(async (unit) => {
          const mandate = running.get(unit.mandateId);
          const known = toKnownUnit(unit, {
            building: buildings.get(unit.buildingId),
            owner: owners.get(unit.ownerId),
            mandate,
            entityId: entityOf.get(mandate?.accountId ?? '') ?? '',
          });
          return [
            unit.id,
            { ...known, ...(await this.tenants(agencyId, unit.id, unit.tenantIds.length)) },
          ] as const;
        }),
      ),
    );
  }

  async mandate(agencyId: string, id: string): Promise<KnownMandate | undefined> {
    const [mandate] = of<MandateFile>(await this.read(agencyId, 'mandateIds', [id]), 'mandate');
    if (!mandate) return undefined;
    const [files, owners] = await Promise.all([
      this.read(agencyId, 'accountIds', [mandate.accountId]),
      this.parties(agencyId, [mandate.partyId]),
    ]);
    const [account] = files.flatMap(({ file }) => (file.case === 'account' ? [file.value] : []));
    return {
      id: mandate.id,
      number: mandate.number,
      ownerName: owners.get(mandate.partyId)?.name ?? '',
      ownerPartyId: mandate.partyId,
      accountId: mandate.accountId,
      ended: mandate.endedOn !== '',
      managerId: account?.managerId ?? '',
      accountantId: account?.accountantId ?? '',
      assistantId: account?.assistantId ?? '',
      thresholdCents: mandate.spendingCeilingCents,
    };
  }

  /** Asked for once in a register's life: before its first entry. */
  async highestMandateNumber(agencyId: string, cardId: string): Promise<number> {
    let highest = 0;
    let cursor = '';
    do {
      const page = await this.directory.listMandates({
        caller: systemOf(agencyId),
        limit: MANDATES_PAGE,
        cursor,
      });
      for (const { mandate } of page.mandates) {
        if (mandate?.cardId !== cardId || mandate.mention !== CardMention.G) continue;
        if (/^\d{1,9}$/u.test(mandate.number)) highest = Math.max(highest, Number(mandate.number));
      }
      cursor = page.nextCursor;
    } while (cursor !== '');
    return highest;
  }

  async taken(agencyId: string, keys: readonly Key[]): Promise<ReadonlySet<string>> {
    const pages = chunks(keys, MOST_KEYS);
    const answers = await Promise.all(
      pages.map((page) =>
        this.directory.findTakenKeys({ caller: systemOf(agencyId), keys: page.map(toKey) }),
      ),
    );
    return new Set(
      answers.flatMap(({ taken }) => taken.flatMap(({ key }) => (key ? [keyText(fromKey(key))] : []))),
    );
  }

  async stage(actor: Actor, stagingId: string, files: readonly PlannedFile[]): Promise<FileFault[]> {
    const { faults } = await this.directory.stageFiles({
      context: { caller: callerOf(actor), commandId: stagingId },
      files: files.map(toStagedFile),
    });
    return faults.map(({ path, code, params }) => {
      // "files.2.unit.physicalCode"
      const [, file = '0', , ...field] = path.split('.');
      return { file: Number(file), field: field.join('.'), code, params: { ...params } };
    });
  }

  async confirm(actor: Actor, stagingId: string, numbers: Readonly<Record<string, string>>): Promise<void> {
    await this.directory.confirmFiles({
      caller: callerOf(actor),
      commandId: stagingId,
      mandateNumbers: { ...numbers },
    });
  }

  async discard(actor: Actor, stagingId: string): Promise<void> {
    await this.directory.discardFiles({ caller: callerOf(actor), commandId: stagingId });
  }

  async sharedLease(agencyId: string, leaseId: string): Promise<RunningLease> {
    const { tenant } = await this.directory.getTenantFile({ caller: systemOf(agencyId), leaseId });
    const lease = tenant?.lease;
    return {
      unitId: lease?.unitId ?? '',
      entityId: lease?.entityId ?? '',
      furnished: lease?.kind === LeaseKind.FURNISHED,
      severalContracts: lease?.separateContracts ?? false,
      sharerIds: (lease?.sharers ?? []).map(({ id }) => id),
    };
  }

  async enterSharer(
    actor: Actor,
    { commandId, fingerprint }: CommandRef,
    { leaseId, version, replacesSharerId, sharer, guarantors, parties }: EnteringSharer,
  ): Promise<void> {
    await this.directory.enterSharer({
      context: { caller: callerOf(actor), commandId, fingerprint },
      ...{ leaseId, version, replacesSharerId },
      sharer: fromPlain(FlatSharerSchema, sharer),
      parties: parties.map(toStagedFile),
      guarantors: guarantors.map((guarantor) => fromPlain(GuarantorSchema, guarantor)),
    });
  }

  /** Who lives there, and until when; nothing is asked of an empty unit. */
  private async tenants(agencyId: string, unitId: string, count: number) {
    if (count === 0) return {};
    const { leases } = await this.directory.listLeases({
      caller: systemOf(agencyId),
      unitId,
      presentOnly: true,
    });
    const ends = leases.map(
      ({ lease }) => lease?.notices.find(({ sharerId }) => sharerId === '')?.leavesOn ?? '',
    );
    return {
      presentTenants: leases.map(({ tenantName }) => tenantName).join(', '),
      leavesOn: ends.every((end) => end !== '') ? (ends.sort().at(-1) ?? '') : '',
    };
  }

  private async read(
    agencyId: string,
    kind: 'partyIds' | 'buildingIds' | 'unitIds' | 'mandateIds' | 'accountIds',
    ids: readonly string[],
  ): Promise<PropertyFile[]> {
    if (ids.length === 0) return [];
    const answers = await Promise.all(
      chunks(ids, PAGE).map((page) =>
        this.directory.getPropertyFiles({ caller: systemOf(agencyId), [kind]: page }),
      ),
    );
    return answers.flatMap(({ files }) => files);
  }
}

const systemOf = (agencyId: string) => ({ agencyId, actor: { kind: ActorKind.SYSTEM } });

const callerOf = ({ agencyId, userId, userName }: Actor) => ({
  agencyId,
  actor: { kind: ActorKind.USER, id: userId, name: userName },
});

const distinct = (ids: readonly string[]): string[] => [...new Set(ids.filter(Boolean))];

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

const of = <T>(files: readonly PropertyFile[], kind: PropertyFile['file']['case']): T[] =>
  files.flatMap(({ file }) => (file.case === kind ? [file.value as T] : []));

const byId = <T extends { id: string }, K>(
  files: readonly T[],
  map: (file: T) => K,
): ReadonlyMap<string, K> => new Map(files.map((file) => [file.id, map(file)]));
