import { Clock } from '@intervia/clock';
import { Injectable, Logger } from '@nestjs/common';
import { DropFileHandler } from './files/drop-file.handler.js';
import { RunHandler } from './files/run.handler.js';
import { ScanHandler } from './legal/scan.handler.js';
import { Statements } from './ports/statements.js';
import { SendRadiationsHandler } from './radiations/send-radiations.handler.js';
import { ImportStatementHandler } from './statements/import-statement.handler.js';
import { ValidateStatementHandler } from './statements/validate-statement.handler.js';
import { WatchStatementsHandler } from './statements/watch-statements.handler.js';

/** Everything that goes on by itself: what was left, what waits, what the day brings. */
@Injectable()
export class SweepHandler {
  private readonly logger = new Logger(SweepHandler.name);
  private running?: Promise<void>;

  constructor(
    private readonly runs: RunHandler,
    private readonly drop: DropFileHandler,
    private readonly radiations: SendRadiationsHandler,
    private readonly scan: ScanHandler,
    private readonly statements: Statements,
    private readonly imports: ImportStatementHandler,
    private readonly validate: ValidateStatementHandler,
    private readonly folder: WatchStatementsHandler,
    private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    this.running ??= this.all().finally(() => (this.running = undefined));
    return this.running;
  }

  private async all(): Promise<void> {
    await this.step('runs', () => this.runs.resume());
    await this.step('radiations', () => this.radiations.execute());
    await this.step('files', () => this.drop.dropDue());
    await this.step('statements', () => this.goOn());
    await this.step('folders', () => this.folder.sweep());
    await this.step('scan', () => this.scan.daily());
  }

  private async goOn(): Promise<void> {
    for (const statement of await this.statements.abandoned(this.clock.now())) {
      if (statement.state === 'READING') await this.imports.resume(statement);
      else await this.validate.resume(statement);
    }
  }

  /** One that fails keeps none of the others back. */
  private async step(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.warn({ err: error, what }, 'not swept, tried again later');
    }
  }
}
