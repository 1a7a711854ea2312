import { ActorKind, DirectoryService, Module, TicketsService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { Neighbourhood } from '../../application/ports/neighbourhood.js';
import type { Trades } from '../../domain/measures/segment.js';
import type { QuietHours } from '../../domain/measures/working-time.js';

const MOST = 100;
/** Trades change rarely; a page asks for them with every chart. */
const KEPT_MS = 60_000;

@Injectable()
export class NatsNeighbourhood extends Neighbourhood {
  private readonly directory;
  private readonly tickets;
  private readonly known = new Map<string, { until: number; trades: Promise<Trades> }>();

  constructor(bus: BusClient) {
    super();
    this.directory = bus.service(DirectoryService);
    this.tickets = bus.service(TicketsService);
  }

  trades(agencyId: string): Promise<Trades> {
    const known = this.known.get(agencyId);
    if (known && known.until > performance.now()) return known.trades;
    const trades = this.readTrades(agencyId);
    this.known.set(agencyId, { until: performance.now() + KEPT_MS, trades });
    trades.catch(() => this.known.delete(agencyId));
    return trades;
  }

  async quietHours(agencyId: string, module: string): Promise<QuietHours> {
    const { settings } = await this.tickets.getModuleSettings({
      caller: callerOf(agencyId),
      module: module === 'GERANCE' ? Module.GERANCE : Module.SYNDIC,
    });
    const { from = 20, until = 8 } = settings?.timers?.quiet ?? {};
    return { from, until };
  }

  /** The directory gives a hundred at a time: one answer for each trade. */
  private async readTrades(agencyId: string): Promise<Trades> {
    const caller = callerOf(agencyId);
    const { trades } = await this.directory.listContractors({ caller, limit: 1 });
    const answers = await Promise.all(
      trades.map((trade) => this.directory.listContractors({ caller, trade, limit: MOST })),
    );
    return new Map(
      answers.flatMap(({ contractors }) =>
        contractors.flatMap(({ id, party, trade }): [string, string][] => [
          [id, trade],
          [party?.id ?? id, trade],
        ]),
      ),
    );
  }
}

function callerOf(agencyId: string) {
  return { agencyId, actor: { kind: ActorKind.SYSTEM } };
}
