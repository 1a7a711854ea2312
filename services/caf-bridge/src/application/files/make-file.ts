import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { FileStore } from '@intervia/files';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { FileBuilder, MOST_FAULTS } from '../../domain/file/file-builder.js';
import type { FileTotals } from '../../domain/file/file-builder.js';
import { detailOf, headerValues } from '../../domain/file/header.js';
import type { CafFile, Run, Told } from '../../domain/file/records.js';
import type { Layout, Message } from '../../domain/layout/layout.js';
import { LAST_NUMBER } from '../../domain/numbering.js';
import type { Series } from '../../domain/numbering.js';
import type { Row } from '../../domain/selection/row.js';
import { fileNameOf, headerFaults } from '../../domain/settings/settings.js';
import type { EntitySettings, Organisme, Station } from '../../domain/settings/settings.js';
import { SettingsMissing } from '../../domain/values/errors.js';
import type { Fault } from '../../domain/values/fault.js';
import { inParis, parisDay } from '@intervia/french';
import { Folders } from '../ports/folders.js';
import { Layouts } from '../ports/layouts.js';
import { FileJournal, SettingsStore } from '../ports/stores.js';
import { gather } from './gather.js';
import { RowSource } from './row-source.js';

/** What a run found out. */
export interface Outcome {
  faults: readonly Fault[];
  faultCount: number;
  included: number;
  excluded: Record<string, number>;
  totals?: FileTotals;
  /** Flat-shares, and all of a CAF32. */
  told: Told[];
  /** Whose row was not written, of a CAF42: by the id of the lease and the person. */
  left: { leaseId: string; occupantId: string; why: string }[];
  file?: CafFile;
}

/** Told how many persons were looked at, while the file is made. What it throws ends the making. */
type Look = (examined: number) => Promise<void>;

interface Ground {
  settings: EntitySettings;
  station?: Station;
  organisme: Organisme;
  layout: Layout;
}

interface Label {
  series: Series;
  number: number;
  now: Date;
  name: string;
  faults: Fault[];
}

/** Written while it is read: a file has no size in memory. */
const LARGEST_FILE = 512 * 1024 * 1024;
const TRIES = 8;

/** Makes one file: reads all tenants, writes their records, and gives it a number with its place in the journal. */
@Injectable()
export class MakeFile {
  /** One at a time for a series in this process: the number is known before the file is written. */
  private readonly busy = new Map<string, Promise<unknown>>();

  constructor(
    private readonly source: RowSource,
    private readonly store: SettingsStore,
    private readonly layouts: Layouts,
    private readonly journal: FileJournal,
    private readonly files: FileStore,
    private readonly folders: Folders,
    private readonly clock: Clock,
  ) {}

  /** @throws SettingsMissing */
  async ground(agencyId: string, scope: Run['scope']): Promise<Ground> {
    const settings = (await this.store.settings(agencyId, scope.entityId))?.value;
    const organisme = settings?.organismes.find(
      ({ organisme: code, scheme }) => code === scope.organisme && scheme === 'CAF',
    );
    if (!settings || !organisme) throw new SettingsMissing();
    const station = (await this.store.station(agencyId, settings.stationId))?.value;
    return {
      settings,
      station,
      organisme,
      layout: this.layouts.get(scope.message, settings.layouts[scope.message]),
    };
  }

  async execute(run: Run, look: Look): Promise<Outcome> {
    const ground = await this.ground(run.agencyId, run.scope);
    const key = [run.agencyId, run.scope.message, run.scope.organisme, ground.organisme.codeBailleur].join(
      '.',
    );
    const turn = (this.busy.get(key) ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => this.inTurn(run, ground, look));
    this.busy.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.busy.get(key) === turn) this.busy.delete(key);
    }
  }

  private async inTurn(run: Run, ground: Ground, look: Look): Promise<Outcome> {
    if (run.dry) return this.check(run, ground, look);
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const outcome = await this.write(run, ground, look);
      if (outcome) return outcome;
    }
    throw new AppError('CAF_NUMBER_NOT_FREE', 'conflict');
  }

  private async check(run: Run, ground: Ground, look: Look): Promise<Outcome> {
    const making = this.begin(run, ground, { ...(await this.next(run, ground)), look });
    for await (const chunk of making.bytes) void chunk;
    return making.outcome;
  }

  /** The number and the name that the file would have; with what stands in their way. */
  private async next({ agencyId, scope }: Run, { settings, organisme, layout }: Ground): Promise<Label> {
    const series = {
      message: scope.message,
      organisme: organisme.organisme,
      bailleur: organisme.codeBailleur,
    };
    const number = (await this.journal.lastNumber(agencyId, series)) + 1;
    if (number > LAST_NUMBER) throw new AppError('CAF_SERIES_FULL', 'conflict');
    const now = this.clock.now();
    const template = settings.fileNames[scope.message] || layout.fileName;
    const parts = { organisme: series.organisme, bailleur: series.bailleur, on: parisDay(now), number };
    const name = fileNameOf(template, { ...parts, entity: scope.entityId });
    const isTaken = await this.journal.isNamed(agencyId, settings.stationId, name);
    return { series, number, now, name, faults: isTaken ? [nameTaken(name)] : [] };
  }

  /** Undefined when another process took the number meanwhile. */
  private async write(run: Run, ground: Ground, look: Look): Promise<Outcome | undefined> {
    const { agencyId, scope } = run;
    const { settings, station } = ground;
    const label = await this.next(run, ground);
    const { series, number, now, name } = label;
    const making = this.begin(run, ground, { ...label, look });
    const staged = await this.files.stage(agencyId, name, Readable.from(gather(making.bytes)), {
      maxBytes: LARGEST_FILE,
    });
    try {
      const { outcome } = making;
      if (outcome.faultCount > 0 || outcome.included === 0 || !outcome.totals) return outcome;
      await staged.keep();
      const folder = station?.pickupFolder ?? '';
      const file: CafFile = {
        ...{ ...series, id: randomUUID(), agencyId, runId: run.id, scope, number, name },
        document: staged.file,
        ...outcome.totals,
        excluded: outcome.excluded,
        ...{ createdAt: now, createdBy: run.startedBy, stationId: settings.stationId },
        ...{
          state: 'WAITING',
          path: `${this.folders.pathOf(agencyId, folder)}/${name}`,
          attempts: 0,
          lastError: '',
        },
        ...{ nextTryAt: now, regeneratedFrom: run.regenerates ?? '' },
      };
      return (await this.journal.add(file)) ? { ...outcome, file } : undefined;
    } finally {
      await staged.drop();
    }
  }

  private begin(
    run: Run,
    ground: Ground,
    { number, now, look, faults: ofName }: Label & { look: Look },
  ): { bytes: AsyncGenerator<Uint8Array>; outcome: Outcome } {
    const { settings, organisme, layout, station } = ground;
    const { agencyId, scope } = run;
    const head = { organisme: organisme.organisme, bailleur: organisme.codeBailleur };
    const builder = new FileBuilder(layout, head, crc32);
    const today = parisDay(now);
    const outcome: Outcome = {
      ...{
        faults: [...headerFaults(settings, station), ...ofName],
        faultCount: 0,
        included: 0,
        excluded: {},
        told: [],
        left: [],
      },
    };
    const faults = outcome.faults as Fault[];
    outcome.faultCount = faults.length;
    const pages = this.source.pages({ agencyId, settings, organisme, scope }, run);
    async function* write(): AsyncGenerator<Uint8Array> {
      const referenceDate = scope.message === 'CAF12' ? `${scope.year}-07-01` : today;
      yield builder.header(
        headerValues(settings, {
          number,
          createdOn: today,
          createdAt: inParis(now).toFormat('HH:mm:ss'),
          referenceDate,
        }),
      );
      let examined = 0;
      for await (const rows of pages) {
        examined += rows.length;
        await look(examined);
        const bytes = builder.add(rows.filter((row) => note(row, outcome, scope.message)).map(detailOf));
        if (bytes.length > 0) yield bytes;
      }
      const { bytes, totals } = builder.trailer();
      // What the settings lack is told as settings: the header's own faults say it again.
      const ofRows = builder.faults.filter(({ accountId }) => accountId !== '' || faults.length === 0);
      faults.push(...ofRows.slice(0, Math.max(0, MOST_FAULTS - faults.length)));
      outcome.faultCount += ofRows.length;
      outcome.totals = totals;
      yield bytes;
    }
    return { bytes: write(), outcome };
  }
}

const nameTaken = (name: string): Fault => ({
  ...{ code: 'FILE_NAME', field: 'fileNames', value: name, limit: 0 },
  ...{ accountId: '', leaseId: '', account: '', name: '' },
});

/** Counts the row, and says whether it is in. Kept of it is only what the message has a use for: there may be 100,000. */
function note(row: Row, outcome: Outcome, message: Message): boolean {
  const { person, exclusion, faults } = row;
  const { tenancy, occupant } = person;
  const leave = (why: string): void => {
    if (message === 'CAF42') outcome.left.push({ leaseId: tenancy.leaseId, occupantId: occupant.id, why });
  };
  if (exclusion) {
    outcome.excluded[exclusion] = (outcome.excluded[exclusion] ?? 0) + 1;
    leave(exclusion);
    return false;
  }
  outcome.faultCount += faults.length;
  (outcome.faults as Fault[]).push(...faults.slice(0, Math.max(0, MOST_FAULTS - outcome.faults.length)));
  if (faults[0]) {
    leave(faults[0].code);
    return false;
  }
  outcome.included += 1;
  const sharers = tenancy.flatShare ? sharersTold(row) : 0;
  if (sharers > 0 || message === 'CAF32') outcome.told.push({ leaseId: tenancy.leaseId, sharers });
  return true;
}

/** How many the caisse knows of after the row: of a departure those who stay, so that a replacement shows as a change. */
const sharersTold = ({ values }: Row): number =>
  Number(values['nature'] === 'D' ? values['sharersLeft'] : values['sharers']);
