import { describe, expect, it } from '@jest/globals';
import { FileFull } from '../../domain/property-errors.js';
import { MOST_BYTES_WITH_COMMANDS, bytesOf } from '../../domain/property/shape.js';
import { aLease } from '../../testing/property-builders.js';
import type { Leases } from '../ports/property/leases.js';
import type { Occupancies } from '../ports/property/occupancies.js';
import { LeaseCommands } from './lease-commands.js';
import type { SettleUnits } from './settle-units.js';

const command = { agencyId: 'a1', commandId: 'c1', fingerprint: 'f' } as never;

describe('a command on a lease whose file is full', () => {
  const room = MOST_BYTES_WITH_COMMANDS - bytesOf(aLease({ notes: '' }));

  /** @returns what was saved of a lease whose notes take so many bytes */
  async function savedWith(bytes: number): Promise<string[]> {
    const saved: string[] = [];
    const lease = aLease({ notes: 'n'.repeat(bytes) });
    const leases = {
      find: () => Promise.resolve({ lease, handled: [] }),
      save: (next: typeof lease) => {
        saved.push(next.notes);
        return Promise.resolve(next);
      },
      settled: () => Promise.resolve(),
    } as unknown as Leases;
    const commands = new LeaseCommands(
      leases,
      { reserve: () => Promise.resolve() } as unknown as Occupancies,
      { settle: () => Promise.resolve() } as unknown as SettleUnits,
    );
    await commands.run(command, { leaseId: lease.id, version: 0 }, (found) =>
      Promise.resolve({ lease: { ...found, notes: `${found.notes}.` }, events: [] }),
    );
    return saved;
  }

  it('is refused before anything is written', async () => {
    await expect(savedWith(room)).rejects.toThrow(FileFull);
  });

  it('has room for one more character below that', async () => {
    await expect(savedWith(room - 1)).resolves.toHaveLength(1);
  });
});
