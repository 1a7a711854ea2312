import {
  DirectoryService,
  Group,
  Module,
  PlaceRole,
  PlaceStaffChangedSchema,
  Role,
} from '@intervia/contracts';
import { loadConfig } from '@intervia/config';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient, EventFeed } from '@intervia/messaging';
import type { Closing } from '@intervia/testing';
import { withStack } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { bootDirectory } from './boot.js';
import { DirectoryEnv } from './directory.env.js';

const rights = { view: true, create: true, edit: true, delete: false };
const caller = { agencyId: 'a1' };

describe('the directory on the bus', () => {
  let house: { app: INestApplication } & Closing;
  let directory: ServiceClient<typeof DirectoryService>;

  beforeAll(async () => {
    house = await withStack({}, async ({ env, own }) => ({
      app: own(await bootDirectory(loadConfig(DirectoryEnv, { ...env }))),
    }));
    directory = house.app.get(BusClient).service(DirectoryService);
    await directory.publish({
      agencyId: 'a1',
      agency: { id: 'a1', name: 'Cabinet des Essais', smsSender: 'ESSAIS' },
      users: [
        {
          id: 'u1',
          name: 'Élodie Garnier',
          mail: 'elodie@essais.example',
          role: Role.MANAGER,
          syndic: rights,
          password: 'correct horse',
        },
      ],
      parties: [{ id: 'p1', name: 'Zoé Lefèvre', mails: ['zoe@courriel.example'] }],
      contractors: [
        { id: 'c1', account: '401PLOMB1', trade: 'Plomberie', party: { name: 'Plomberie Girod' } },
      ],
      buildings: [
        {
          id: 'b1',
          reference: '0001',
          name: 'Le Zola',
          address: '22 cours Émile Zola',
          syndic: true,
          managerId: 'u1',
        },
      ],
      units: [{ id: 'l1', buildingId: 'b1', reference: '0001-1', label: 'Appartement 1', ownerId: 'p1' }],
    });
  }, 60_000);

  afterAll(async () => {
    await house?.close();
  }, 60_000);

  it('signs in, tells who is signed in, and signs out', async () => {
    const { token, session } = await directory.signIn({
      mail: 'elodie@essais.example',
      password: 'correct horse',
    });
    expect(session).toMatchObject({
      agencyId: 'a1',
      user: { id: 'u1', role: Role.MANAGER, syndic: rights, gerance: { view: false }, password: '' },
    });
    expect((await directory.getSession({ token })).session?.user?.name).toBe('Élodie Garnier');
    await directory.signOut({ token });
    await expect(directory.getSession({ token })).rejects.toMatchObject({
      code: 'SESSION_EXPIRED',
      kind: 'unauthenticated',
    });
  });

  it('answers every look-up', async () => {
    expect((await directory.getAgency({ agencyId: 'a1' })).agency?.smsSender).toBe('ESSAIS');
    expect((await directory.listUsers({ caller })).users.map(({ id }) => id)).toEqual(['u1']);
    expect(await directory.getUser({ caller, userId: 'u1' })).toMatchObject({
      ...{ user: { name: 'Élodie Garnier', password: '' }, standsInFor: [] },
    });
    const elsewhere = { ...caller, agencyId: 'a2' };
    await expect(directory.getUser({ caller: elsewhere, userId: 'u1' })).rejects.toMatchObject({
      code: 'USER_NOT_FOUND',
    });
    const { buildings } = await directory.listBuildings({ caller, module: Module.SYNDIC, search: 'émile' });
    expect(buildings.map(({ id }) => id)).toEqual(['b1']);
    expect((await directory.listUnits({ caller, search: 'lefevre' })).units[0]?.ownerName).toBe(
      'Zoé Lefèvre',
    );
    expect(await directory.listContractors({ caller })).toMatchObject({
      contractors: [{ id: 'c1', party: { name: 'Plomberie Girod' } }],
      trades: ['Plomberie'],
    });
    expect(await directory.getPlace({ caller, unitId: 'l1' })).toMatchObject({
      building: { id: 'b1' },
      manager: { id: 'u1', role: Role.MANAGER },
    });
  });

  it('narrows the search of places for a caller that is attached to some only', async () => {
    const listed = async (actorId: string, standsInFor: string[] = []) => {
      const attached = { agencyId: 'a1', actor: { id: actorId }, standsInFor, attachedOnly: true };
      const [{ buildings, unitsOnlyIds }, { units }] = await Promise.all([
        directory.listBuildings({ caller: attached }),
        directory.listUnits({ caller: attached }),
      ]);
      return [buildings.map(({ id }) => id), units.map(({ unit }) => unit?.id), unitsOnlyIds];
    };
    expect(await listed('u1')).toEqual([['b1'], ['l1'], []]);
    expect(await listed('u9')).toEqual([[], [], []]);
    expect(await listed('u9', ['u1'])).toEqual([['b1'], ['l1'], []]);
  });

  it('signs a client in, tells its scope and its groups', async () => {
    await directory.publish({
      agencyId: 'a1',
      clients: [{ partyId: 'p1', mail: 'zoe@courriel.example', password: 'correct horse' }],
    });
    const { token, session } = await directory.signIn({
      mail: 'zoe@courriel.example',
      password: 'correct horse',
      client: true,
    });
    expect(session).toMatchObject({ agencyId: 'a1', client: { id: 'p1', name: 'Zoé Lefèvre' } });
    expect((await directory.getSession({ token })).session?.user).toBeUndefined();
    expect(await directory.getClientScope({ agencyId: 'a1', partyId: 'p1' })).toMatchObject({
      ownedUnitIds: ['l1'],
      ownedBuildingIds: ['b1'],
    });
    expect(await directory.listGroup({ caller, buildingId: 'b1', group: Group.CO_OWNERS })).toMatchObject({
      people: [{ role: PlaceRole.OWNER, party: { id: 'p1' } }],
    });
  });

  it('tells on the stream who is attached to a place', async () => {
    const told: object[] = [];
    for await (const { meta, message } of house.app.get(EventFeed).read({
      schemas: [PlaceStaffChangedSchema],
      afterSequence: 0,
      signal: AbortSignal.timeout(10_000),
    })) {
      expect(meta.agencyId).toBe('a1');
      told.push(message);
      if (told.length === 2) break;
    }
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ buildingId: 'b1', staffIds: ['u1'] }),
        expect.objectContaining({ unitId: 'l1', staffIds: ['u1'] }),
      ]),
    );
  });

  it('carries errors with their fields', async () => {
    await expect(directory.publish({ agencyId: 'a1', users: [{ id: 'u2' }] })).rejects.toMatchObject({
      code: 'INVALID_PUBLICATION',
      kind: 'invalid',
      fields: expect.arrayContaining([{ field: 'users.0.role', code: 'REQUIRED' }]),
    });
    await expect(directory.getAgency({ agencyId: 'a2' })).rejects.toMatchObject({ code: 'AGENCY_NOT_FOUND' });
  });

  it("answers nothing of another agency's, and nothing at all without an agency", async () => {
    const stranger = { agencyId: 'a2' };
    expect((await directory.listUsers({ caller: stranger })).users).toEqual([]);
    expect((await directory.listBuildings({ caller: stranger })).buildings).toEqual([]);
    expect((await directory.listUnits({ caller: stranger, buildingId: 'b1' })).units).toEqual([]);
    expect(await directory.listContractors({ caller: stranger })).toMatchObject({
      contractors: [],
      trades: [],
    });
    expect(await directory.getClientScope({ ...stranger, partyId: 'p1' })).toMatchObject({
      ownedUnitIds: [],
      units: [],
    });
    await expect(
      directory.listGroup({ caller: stranger, buildingId: 'b1', group: Group.COUNCIL }),
    ).rejects.toMatchObject({ code: 'PLACE_NOT_FOUND' });
    for (const place of [{ buildingId: 'b1' }, { unitId: 'l1' }]) {
      await expect(directory.getPlace({ caller: stranger, ...place })).rejects.toMatchObject({
        code: 'PLACE_NOT_FOUND',
      });
    }
    await expect(directory.listUsers({})).rejects.toMatchObject({ code: 'CALLER_MISSING', kind: 'invalid' });
  });
});
