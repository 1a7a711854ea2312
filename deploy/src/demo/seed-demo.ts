import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PublishRequest, PublishRequestSchema } from '@intervia/contracts';
import { ActorKind, DirectoryService, Module, Role, TicketsService } from '@intervia/contracts';
import type { BusClient } from '@intervia/messaging';
import { AppError } from '@intervia/messaging';
import type { FileStore } from '@intervia/files';
import { phone } from '@intervia/french/phones';
import { fictionalLandline } from './phones.js';
import { Papers } from './living/papers.js';
import { livingTickets } from './living/living-tickets.js';
import { demoProperty } from './property/demo-property.js';
import { OTHER_AGENCY_ID, demoAgency, otherAgency } from './demo-agency.js';

export interface SeedResult {
  /** False when the demo was there already, and then nothing was sent. */
  seeded: boolean;
  records: number;
  tickets: number;
}

/** Far below the contract's 500 and 200: the bus sends a call again after 5 s, which a busy laptop must not need. */
const RECORDS_A_CALL = 200;
const TICKETS_A_CALL = 40;
const CALL = { timeoutMs: 60_000 };

/**
 * Publishes the demo agencies and their past tickets. Idempotent, also after a crash in the middle:
 * the other agency is published last, so that its presence says that all is there.
 */
export async function seedDemo(bus: BusClient, now: Date): Promise<SeedResult> {
  const directory = bus.service(DirectoryService);
  const tickets = bus.service(TicketsService);
  if (await isThere(bus, OTHER_AGENCY_ID)) return { seeded: false, records: 0, tickets: 0 };

  const demo = demoAgency(now);
  const result: SeedResult = { seeded: true, records: 0, tickets: 0 };
  const publish = async (publication: PublishRequest) => {
    for (const batch of publicationBatches(publication)) {
      result.records += (await directory.publish(batch, CALL)).upserted;
    }
  };
  await publish(demo.publication);
  await publish(demoProperty(demo.publication, now));
  for (const batch of chunks(demo.tickets, TICKETS_A_CALL)) {
    const { agencyId } = demo.publication;
    result.tickets += (await tickets.importTickets({ agencyId, tickets: batch }, CALL)).imported;
  }
  await setEmergencyNumbers(bus, demo.publication);
  await publish(otherAgency());
  return result;
}

/** What clients read before they write, and on the page of their request. */
async function setEmergencyNumbers(bus: BusClient, { agencyId, users }: PublishRequest): Promise<void> {
  const tickets = bus.service(TicketsService);
  const [user] = users.filter(({ role }) => role === Role.ADMINISTRATOR);
  const caller = { agencyId, actor: { kind: ActorKind.USER, id: user?.id ?? '', name: user?.name ?? '' } };
  for (const module of [Module.SYNDIC, Module.GERANCE]) {
    const { settings } = await tickets.getModuleSettings({ caller, module }, CALL);
    if (!settings || settings.emergencyNumbers !== '') continue;
    const context = { caller, commandId: `demo-emergency-${module}` };
    const changed = { ...settings, emergencyNumbers: EMERGENCY_NUMBERS };
    await tickets.updateModuleSettings({ context, module, settings: changed }, CALL);
  }
}

const EMERGENCY_NUMBERS = [
  `Astreinte plomberie et ascenseur, jour et nuit : ${phone(fictionalLandline(9001))}`,
  `Serrurerie et vitrerie, jour et nuit : ${phone(fictionalLandline(9002))}`,
].join('\n');

/** Of a few kilobytes each, with all their steps. */
const LIVES_A_CALL = 10;

/** The tickets that live: known ones are left as they now are. @returns how many were new. */
export async function seedLives(bus: BusClient, now: Date, files: FileStore): Promise<number> {
  const { publication } = demoAgency(now);
  const { agencyId } = publication;
  const papers = new Papers();
  const lives = livingTickets(publication, now, papers);
  await papers.keep(files, agencyId);
  let imported = 0;
  for (const batch of chunks(lives, LIVES_A_CALL)) {
    const added = await bus.service(TicketsService).importLives({ agencyId, lives: batch }, CALL);
    imported += added.imported;
  }
  return imported;
}

async function isThere(bus: BusClient, agencyId: string): Promise<boolean> {
  try {
    await bus.service(DirectoryService).getAgency({ agencyId }, CALL);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'AGENCY_NOT_FOUND') return false;
    throw error;
  }
}

/** In the order of what names what. */
const LISTS = [
  'users',
  'contractors',
  'parties',
  'buildings',
  'units',
  'clients',
  'entities',
  'cards',
  'partyFiles',
  'accounts',
  'buildingFiles',
  'mandates',
  'unitFiles',
  'leases',
  'rentCalls',
  'sales',
] as const satisfies readonly (keyof PublishRequest)[];

/** In the order of what names what; a small publication is a single batch. */
export function publicationBatches(
  publication: PublishRequest,
): MessageInitShape<typeof PublishRequestSchema>[] {
  const { agencyId, agency } = publication;
  const size = LISTS.reduce((sum, list) => sum + publication[list].length, 1);
  if (size <= RECORDS_A_CALL) return [publication];
  return [
    ...(agency ? [{ agencyId, agency }] : []),
    ...LISTS.flatMap((list) =>
      chunks<unknown>(publication[list], RECORDS_A_CALL).map((batch) => ({ agencyId, [list]: batch })),
    ),
  ];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
