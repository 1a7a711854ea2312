import { DeliveryService, ListDeadLettersResponseSchema } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Operation, Problems } from '../openapi/decorators.js';
import { callerOf } from '../session/caller.js';
import { demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';

/** The notifications service counts with numbers. */
const SEQUENCE = /^\d{1,15}$/;

/** Events of the agency that a service gave up on. */
@ApiTags('Delivery')
@Controller('api/dead-letters')
export class DeadLettersController {
  private readonly delivery: ServiceClient<typeof DeliveryService>;

  constructor(bus: BusClient) {
    this.delivery = bus.service(DeliveryService);
  }

  @Get()
  @Operation(
    'listDeadLetters',
    'List dead letters',
    'For administrators. Events that a service gave up on, oldest first.',
  )
  @Answers(ListDeadLettersResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION')
  async list(@Me() me: SignedIn): Promise<JsonObject> {
    demandAdministrator(me);
    return toJson(
      ListDeadLettersResponseSchema,
      await this.delivery.listDeadLetters({ caller: callerOf(me) }),
    );
  }

  @Post(':sequence/replay')
  @HttpCode(204)
  @Operation(
    'replayDeadLetter',
    'Replay a dead letter',
    'For administrators. Delivered again to the service that gave up.',
  )
  @ApiNoContentResponse()
  @Problems('DEAD_LETTER_NOT_FOUND', 'FORBIDDEN_ACTION')
  async replay(@Me() me: SignedIn, @Param('sequence') sequence: string): Promise<void> {
    demandAdministrator(me);
    if (!SEQUENCE.test(sequence)) throw new AppError('DEAD_LETTER_NOT_FOUND', 'not-found');
    await this.delivery.replayDeadLetter({ caller: callerOf(me), sequence: BigInt(sequence) });
  }
}
