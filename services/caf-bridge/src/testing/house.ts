import { ActorKind, CafService } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { startMongo, startNats } from '@intervia/testing';
import type { MongoServer, RunningServer } from '@intervia/testing';
import type { INestApplication } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootCaf } from '../boot.js';
import { CafEnv } from '../caf.env.js';
import { FakeDirectory, startDirectory } from './fake-directory.js';

export const AGENCY = 'tilleuls';

export const caller = (agencyId = AGENCY) => ({
  agencyId,
  actor: { kind: ActorKind.USER, id: 'claire', name: 'Claire Moreau' },
});

export const context = (commandId: string = randomUUID(), agencyId = AGENCY) => ({
  caller: caller(agencyId),
  commandId,
});

export const SCOPE = { entityId: 'ent-1', organisme: '075', year: 2026 };

/** The bridge on real servers, beside a directory of tests. */
export class House {
  readonly directory = new FakeDirectory();
  app!: INestApplication;
  caf!: ServiceClient<typeof CafService>;

  private constructor(
    readonly dir: string,
    private readonly servers: { nats: RunningServer; mongo: MongoServer },
    readonly env: CafEnv,
  ) {}

  static async open(): Promise<House> {
    const house = await House.alone();
    await house.boot();
    return house;
  }

  /** The servers, the folders and the directory, and nobody who serves the CAF yet. */
  static async alone(): Promise<House> {
    const [nats, mongo] = await Promise.all([startNats(), startMongo()]);
    const dir = await mkdtemp(join(tmpdir(), 'intervia-caf-'));
    const env = Object.assign(new CafEnv(), {
      ...{ NATS_URL: nats.url, MONGODB_URI: mongo.uri, FILES_DIR: join(dir, 'files'), LOG_LEVEL: 'silent' },
      ...{ CAF_FOLDERS_DIR: join(dir, 'caf'), CLOCK: 'movable' },
    });
    const house = new House(dir, { nats, mongo }, env);
    house.neighbour = await startDirectory(nats.url, house.directory);
    house.caf = house.neighbour.get(BusClient).service(CafService);
    return house;
  }

  private neighbour?: INestApplication;

  async boot(): Promise<void> {
    this.app = await bootCaf(this.env);
    this.caf = this.app.get(BusClient).service(CafService);
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.neighbour?.close();
    await Promise.all([this.servers.nats.stop(), this.servers.mongo.stop()]);
    await rm(this.dir, { recursive: true, force: true });
  }

  /** Where the partner fetches. */
  pickup = (name = ''): string => join(this.dir, 'caf', AGENCY, 'Neovacom/CAF/Emission', name);

  async configure(changes: Record<string, unknown> = {}): Promise<void> {
    const { entities, stations } = await this.caf.listCafEntities({ caller: caller() });
    const [station] = stations;
    await this.caf.saveStation({
      context: context(),
      station: {
        ...{ id: 'poste-1', version: station?.version ?? 0, name: 'Poste comptabilité' },
        ...{ pickupFolder: 'C:\\Neovacom\\CAF\\Emission', statementsFolder: 'C:\\Neovacom\\CAF\\Reception' },
      },
    });
    await this.caf.saveCafSettings({
      context: context(),
      settings: {
        ...{
          entityId: 'ent-1',
          version: entities[0]?.settings?.version ?? 0,
          companyName: 'Cabinet des Tilleuls',
        },
        ...{ siret: '732 829 320 00074', etablissement: '20041', guichet: '01005', compte: '0500013M026' },
        ...{ iban: 'FR14 2004 1010 0505 0001 3M02 606', environment: 'T', stationId: 'poste-1' },
        organismes: [
          { organisme: '075', scheme: 1, label: 'CAF de Paris', codeBailleur: '12345' },
          { organisme: '775', scheme: 2, label: 'MSA Île-de-France', codeBailleur: '' },
        ],
        ...changes,
      },
    });
  }
}
