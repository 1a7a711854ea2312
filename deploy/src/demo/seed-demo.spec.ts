import { DirectoryService } from '@intervia/contracts';
import type { ImportedTicket, PublishRequest } from '@intervia/contracts';
import type { BusClient } from '@intervia/messaging';
import { AppError } from '@intervia/messaging';
import { describe, expect, it } from '@jest/globals';
import { seedDemo } from './seed-demo.js';

const NOW = new Date('2026-11-24T10:00:00Z');

/** Both services as far as seeding goes: they keep by id what they are sent, and may break down once. */
class FakeBus {
  readonly agencies = new Set<string>();
  readonly records = new Set<string>();
  readonly tickets = new Set<string>();
  readonly emergencyNumbers = new Map<number, string>();
  calls = 0;
  breakAtCall = Infinity;

  service(service: unknown): unknown {
    return service === DirectoryService ? this.directory : this.ticketsService;
  }

  private readonly directory = {
    getAgency: async ({ agencyId }: { agencyId: string }) => {
      if (!this.agencies.has(agencyId)) throw new AppError('AGENCY_NOT_FOUND', 'not-found');
      return {};
    },
    publish: async (request: PublishRequest) => {
      this.count();
      const { agencyId: _agencyId, agency, ...lists } = request;
      if (agency) this.agencies.add(agency.id);
      const keys = Object.entries(lists).flatMap(([list, records]) =>
        Array.isArray(records)
          ? (records as { id?: string; partyId?: string }[]).map(
              ({ id, partyId }) => `${list}/${id ?? partyId ?? ''}`,
            )
          : [],
      );
      for (const key of keys) this.records.add(key);
      return { upserted: keys.length + (agency ? 1 : 0) };
    },
  };

  private readonly ticketsService = {
    importTickets: async ({ tickets }: { tickets: ImportedTicket[] }) => {
      this.count();
      const before = this.tickets.size;
      for (const { externalId } of tickets) this.tickets.add(externalId);
      return { imported: this.tickets.size - before };
    },
    getModuleSettings: async ({ module }: { module: number }) => ({
      settings: { emergencyNumbers: this.emergencyNumbers.get(module) ?? '' },
    }),
    updateModuleSettings: async (request: { module: number; settings: { emergencyNumbers: string } }) => {
      this.count();
      this.emergencyNumbers.set(request.module, request.settings.emergencyNumbers);
      return {};
    },
  };

  private count(): void {
    this.calls += 1;
    if (this.calls === this.breakAtCall) throw new Error('killed');
  }
}

const seed = (bus: FakeBus) => seedDemo(bus as unknown as BusClient, NOW);

describe('seedDemo', () => {
  it('sends everything once, and nothing the second time', async () => {
    const bus = new FakeBus();
    const result = await seed(bus);
    expect(result).toEqual({ seeded: true, records: bus.records.size + 2, tickets: 2000 });
    expect([...bus.agencies]).toEqual(['tilleuls', 'bellecour']);
    expect([...bus.emergencyNumbers.values()]).toEqual([
      expect.stringContaining('Astreinte plomberie'),
      expect.stringContaining('Astreinte plomberie'),
    ]);
    const { calls } = bus;
    expect(await seed(bus)).toEqual({ seeded: false, records: 0, tickets: 0 });
    expect(bus.calls).toBe(calls);
  });

  it('ends what a crash in the middle left', async () => {
    const bus = new FakeBus();
    bus.breakAtCall = 40;
    await expect(seed(bus)).rejects.toThrow('killed');
    const kept = bus.tickets.size;
    expect(kept).toBeGreaterThan(0);
    expect(await seed(bus)).toMatchObject({ seeded: true, tickets: 2000 - kept });
    expect(bus.tickets.size).toBe(2000);
  });
});
