import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import type { Estimate, EstimateKind, EstimateRequest } from '../../domain/estimate/estimate.js';
import { assertEstimable, estimateRequest } from '../../domain/estimate/estimate.js';
import { NotConfigured, PartnerFailure, UnitNotFound } from '../../domain/values/errors.js';
import { AccountsHandler } from '../accounts/accounts.handler.js';
import type { Caller, Command } from '../caller.js';
import { idOf } from '../caller.js';
import { Base } from '../ports/base.js';
import type { Credentials } from '../ports/partner.js';
import { EstimationProvider } from '../ports/partner.js';
import { Estimates } from '../ports/stores.js';
import { Positions } from '../positions.js';

const LISTED = 20;

/** Manual, "Utiliser JESTIMO": the unit's data go to the partner under the user's account. */
@Injectable()
export class EstimateUnitHandler {
  private readonly running = new Map<string, Promise<Estimate>>();

  constructor(
    private readonly base: Base,
    private readonly positions: Positions,
    private readonly accounts: AccountsHandler,
    private readonly partner: EstimationProvider,
    private readonly estimates: Estimates,
    private readonly clock: Clock,
  ) {}

  /** The same command again is answered with what it got, also while it runs. */
  execute(command: Command, unitId: string, kind: EstimateKind): Promise<Estimate> {
    const id = idOf(command);
    const running =
      this.running.get(id) ?? this.run(command, unitId, kind).finally(() => this.running.delete(id));
    this.running.set(id, running);
    return running;
  }

  list({ agencyId }: Caller, unitId: string): Promise<Estimate[]> {
    return this.estimates.ofUnit(agencyId, unitId, LISTED);
  }

  private async run(command: Command, unitId: string, kind: EstimateKind): Promise<Estimate> {
    const { agencyId, userId, userName } = command.caller;
    const known = await this.estimates.find(agencyId, idOf(command));
    if (known) return known;
    if (!this.partner.isConfigured) throw new NotConfigured();
    const credentials = await this.accounts.credentials(agencyId, userId);
    const unit = (await this.base.units(agencyId, [unitId])).get(unitId);
    if (!unit) throw new UnitNotFound();
    // Before anybody outside is asked where it is.
    assertEstimable(unit);
    const [position, tenancies] = await Promise.all([
      this.positions.of(unit.building.place),
      this.base.tenanciesOf(agencyId, unitId),
    ]);
    const request = estimateRequest(command.commandId, kind, unit, position, tenancies);
    const answer = await this.ask(credentials, request);
    const madeAt = this.clock.now();
    const estimate = { id: idOf(command), unitId, kind, madeAt, userId, userName, answer };
    await this.estimates.add(agencyId, estimate);
    return estimate;
  }

  /** Once more after a failure that may pass; then whoever clicked is told. */
  private async ask(credentials: Credentials, request: EstimateRequest) {
    try {
      return await this.partner.estimate(credentials, request);
    } catch (error) {
      if (!(error instanceof PartnerFailure) || error.kind !== 'unavailable') throw error;
      return this.partner.estimate(credentials, request);
    }
  }
}
