import type { MessageInitShape } from '@bufbuild/protobuf';
import type { PublishRequest, PublishRequestSchema } from '@intervia/contracts';
import { DirectoryService, TicketsService } from '@intervia/contracts';
import type { BusClient } from '@intervia/messaging';
import { AppError } from '@intervia/messaging';
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
  for (const batch of chunks(demo.tickets, TICKETS_A_CALL)) {
    const { agencyId } = demo.publication;
    result.tickets += (await tickets.importTickets({ agencyId, tickets: batch }, CALL)).imported;
  }
  await publish(otherAgency());
  return result;
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

/** In the order of what names what; a small publication is a single batch. */
export function publicationBatches(
  publication: PublishRequest,
): MessageInitShape<typeof PublishRequestSchema>[] {
  const { agencyId, agency, users, parties, contractors, buildings, units, clients } = publication;
  const lists = [users, parties, contractors, buildings, units, clients];
  const size = lists.reduce((sum, list) => sum + list.length, 1);
  if (size <= RECORDS_A_CALL) return [publication];
  return [
    { agencyId, agency, users, contractors },
    ...chunks(parties, RECORDS_A_CALL).map((batch) => ({ agencyId, parties: batch })),
    ...chunks(buildings, RECORDS_A_CALL).map((batch) => ({ agencyId, buildings: batch })),
    ...chunks(units, RECORDS_A_CALL).map((batch) => ({ agencyId, units: batch })),
    ...chunks(clients, RECORDS_A_CALL).map((batch) => ({ agencyId, clients: batch })),
  ];
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
