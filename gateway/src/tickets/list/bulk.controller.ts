import type { Problem } from '@intervia/contracts';
import { ListDeletionsResponseSchema, TicketsService } from '@intervia/contracts';
import type { ErrorKind, ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Users } from '../../directory/users.js';
import { sentenceOf } from '../../fr.js';
import type { CommandKey } from '../../http/idempotency.js';
import { IdempotencyKey } from '../../http/idempotency.js';
import { InvalidRequest } from '../../http/problem.js';
import type { JsonObject } from '../../mapping/json.js';
import { toJson } from '../../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../../openapi/decorators.js';
import { callerOf, commandOf } from '../../session/caller.js';
import type { TicketModule } from '../../session/rights.js';
import { TICKET_MODULES, actsIn, demandAny } from '../../session/rights.js';
import { Me } from '../../session/session.guard.js';
import type { SignedIn } from '../../session/sessions.js';
import { userRef } from '../opening/draft-of-ticket.js';
import { ManagerChangeDto } from '../steps/life.dto.js';
import { listedModule } from './list-request.js';
import { TicketAccess } from '../ticket-access.js';
import { DeletionsQuery } from '../opening/tickets.dto.js';

class RefusedTicketDto {
  @ApiProperty()
  ticketId!: string;
  @ApiProperty()
  code!: string;
  @ApiProperty({ description: 'In French, to be shown to people.' })
  detail!: string;
}

class ManagerChangedDto {
  @ApiProperty()
  changed!: number;
  @ApiProperty({ type: [RefusedTicketDto], description: 'Each ticket is changed alone: these were not.' })
  refused!: RefusedTicketDto[];
}

/** Manual, "Actions sur sélection"; and what is left of deleted tickets. */
@ApiTags('Tickets')
@Controller('api/tickets')
export class BulkController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly access: TicketAccess,
    private readonly users: Users,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Post('manager-changes')
  @HttpCode(200)
  @Operation('changeManager', 'Change the manager of tickets', 'Each ticket is changed or refused by itself.')
  @Idempotent()
  @ApiOkResponse({ type: ManagerChangedDto })
  @Problems('INVALID_REQUEST', 'FORBIDDEN_ACTION', 'IDEMPOTENCY_KEY_REQUIRED')
  async changeManager(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Body() { ticketIds, managerId }: ManagerChangeDto,
  ): Promise<ManagerChangedDto> {
    demandAny(me, ['edit']);
    const manager = await this.users.find(me, managerId);
    if (!manager) throw new InvalidRequest([{ field: 'managerId', code: 'USER_UNKNOWN' }]);
    const modules = actsIn(manager);
    if (modules.length === 0) throw new InvalidRequest([{ field: 'managerId', code: 'USER_CANNOT_ACT' }]);
    const refused: RefusedTicketDto[] = [];
    const open = await Promise.all(
      [...new Set(ticketIds)].map(async (ticketId) => {
        const refusal = await this.refusalOf(me, ticketId, modules);
        if (refusal) refused.push({ ticketId, ...refusal });
        return refusal ? [] : [ticketId];
      }),
    );
    const context = commandOf(me, key);
    const { changed, problems } = await this.tickets.changeManager({
      context,
      ticketIds: open.flat(),
      manager: userRef(manager),
    });
    const told = problems.map(({ ticketId, problem }) => ({ ticketId, ...toldOf(problem) }));
    return { changed, refused: [...refused, ...told] };
  }

  @Get('deletions')
  @Operation('listDeletions', 'List deleted tickets', 'Number, who and when; newest first.')
  @Answers(ListDeletionsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION', 'INVALID_REQUEST')
  async deletions(@Me() me: SignedIn, @Query() query: DeletionsQuery): Promise<JsonObject> {
    const { cursor, limit } = query;
    const module = listedModule(me, query.module);
    const answer = await this.tickets.listDeletions({ caller: callerOf(me), module, cursor, limit });
    return toJson(ListDeletionsResponseSchema, answer);
  }

  /** Rights are per module: a ticket of the wrong one does not stop the others. */
  private async refusalOf(
    me: SignedIn,
    ticketId: string,
    modulesOfManager: readonly TicketModule[],
  ): Promise<Omit<RefusedTicketDto, 'ticketId'> | undefined> {
    try {
      await this.access.demand(me, 'edit', ticketId);
      if (modulesOfManager.length === TICKET_MODULES.length) return undefined;
      const { module } = await this.access.head(me, ticketId);
      if (!modulesOfManager.some((one) => one === module)) throw new UserCannotAct();
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError) || !TELLABLE.has(error.kind)) throw error;
      return toldOf(error);
    }
  }
}

class UserCannotAct extends AppError.of('USER_CANNOT_ACT', 'forbidden') {}

const TELLABLE: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['forbidden', 'not-found']);

function toldOf(
  problem: Pick<Problem, 'code' | 'kind' | 'params'> | undefined,
): Omit<RefusedTicketDto, 'ticketId'> {
  const { code = 'INTERNAL', kind = 'internal', params } = problem ?? {};
  return { code, detail: sentenceOf({ code, kind: kind as ErrorKind, params }) };
}
