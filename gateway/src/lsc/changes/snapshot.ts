import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import type { CallerSchema } from '@intervia/contracts';
import {
  AccountFileSchema,
  ActorKind,
  LeaseFileSchema,
  MandateFileSchema,
  PropertyFilesService,
  Show,
  TicketRowSchema,
  TicketsService,
  UnitFileSchema,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { toJson } from '../../mapping/json.js';
import { TICKET_MODULES } from '../../session/rights.js';
import type { ChangeType } from '@intervia/contracts/changes';

const PAGE = 100;

type Record_ = { id: string; version?: number };
interface Pages {
  readonly records: readonly (Record_ | undefined)[];
  readonly nextCursor: string;
}
type Read = (cursor: string) => Promise<Pages>;

/** A record as the snapshot gives it. */
export interface SnapshotLine {
  readonly type: ChangeType;
  readonly id: string;
  readonly version?: number;
  readonly data: object;
}

/** What an agency has today, page by page: nothing is held longer than its line. */
@Injectable()
export class Snapshot {
  private readonly tickets: ServiceClient<typeof TicketsService>;
  private readonly files: ServiceClient<typeof PropertyFilesService>;

  constructor(bus: BusClient) {
    this.tickets = bus.service(TicketsService);
    this.files = bus.service(PropertyFilesService);
  }

  async *lines(agencyId: string): AsyncGenerator<SnapshotLine, void, void> {
    const caller = { agencyId, actor: { kind: ActorKind.SYSTEM } };
    for (const module of TICKET_MODULES)
      yield* read('ticket', TicketRowSchema, async (cursor) => {
        const request = { caller, module, show: Show.ALL, limit: PAGE, cursor };
        const { tickets: records, nextCursor } = await this.tickets.listTickets(request);
        return { records, nextCursor };
      });
    yield* this.ofFiles(caller);
  }

  private async *ofFiles(
    caller: MessageInitShape<typeof CallerSchema>,
  ): AsyncGenerator<SnapshotLine, void, void> {
    yield* read('account', AccountFileSchema, async (cursor) => {
      const { accounts, nextCursor } = await this.files.listAccounts({ caller, limit: PAGE, cursor });
      return { records: accounts, nextCursor };
    });
    yield* read('unit', UnitFileSchema, async (cursor) => {
      const { units, nextCursor } = await this.files.listUnitFiles({ caller, limit: PAGE, cursor });
      return { records: units.map(({ unit }) => unit), nextCursor };
    });
    yield* read('mandate', MandateFileSchema, async (cursor) => {
      const { mandates, nextCursor } = await this.files.listMandates({ caller, limit: PAGE, cursor });
      return { records: mandates.map(({ mandate }) => mandate), nextCursor };
    });
    yield* read('lease', LeaseFileSchema, async (cursor) => {
      const { leases, nextCursor } = await this.files.listLeases({ caller, limit: PAGE, cursor });
      return { records: leases.map(({ lease }) => lease), nextCursor };
    });
  }
}

async function* read(
  type: ChangeType,
  schema: DescMessage,
  page: Read,
): AsyncGenerator<SnapshotLine, void, void> {
  let cursor = '';
  do {
    const { records, nextCursor } = await page(cursor);
    for (const record of records) {
      if (!record) continue;
      const { id, version } = record;
      yield { type, id, ...(version !== undefined && { version }), data: toJson(schema, record as never) };
    }
    cursor = nextCursor;
  } while (cursor !== '');
}
