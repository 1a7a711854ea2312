import type { DescMessage, DescMethodUnary } from '@bufbuild/protobuf';
import type { ExceptionFilter } from '@nestjs/common';
import { Catch, UseFilters, applyDecorators } from '@nestjs/common';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import type { Observable } from 'rxjs';
import { throwError } from 'rxjs';
import { rpcSubject } from './subjects.js';

/** Nest offers a handler only to the transport whose id it carries. */
export const BUS = Symbol('intervia-bus');
export const JETSTREAM = Symbol('intervia-jetstream');

export interface RpcExtras {
  method: DescMethodUnary;
}

export interface EventExtras {
  schemas: readonly DescMessage[];
}

/** Lets every error reach the transport as it is: Nest would turn it into a bare "Internal server error". */
@Catch()
class PassErrorsOn implements ExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/**
 * The controller method answers this RPC.
 * @example @RpcMethod(TicketsService.method.openTicket)
 *          async openTicket(@Payload() request: OpenTicketRequest): Promise<MessageInitShape<typeof OpenTicketResponseSchema>>
 */
export function RpcMethod(method: DescMethodUnary): MethodDecorator {
  const extras: RpcExtras = { method };
  return applyDecorators(MessagePattern(rpcSubject(method), BUS, extras), UseFilters(new PassErrorsOn()));
}

/**
 * The controller method handles this event, at least once, in the order of its aggregate.
 * @example @OnEvent(WorkOrderRequestedSchema)
 *          async onWorkOrderRequested(@Payload() event: WorkOrderRequested, @Ctx() meta: EventMeta): Promise<void>
 */
export const OnEvent = (schema: DescMessage): MethodDecorator => OnEvents([schema]);

/**
 * The controller method handles all of these events: a table says what each of them means. `meta.type` says which it is.
 * @example @OnEvents(TOLD_FACTS.map(({ schema }) => schema))
 *          async onFact(@Payload() event: Message, @Ctx() meta: EventMeta): Promise<void>
 */
export function OnEvents(schemas: readonly DescMessage[]): MethodDecorator {
  const extras: EventExtras = { schemas };
  // Nest takes a list of patterns, and types a single one.
  const types = schemas.map(({ typeName }) => typeName) as unknown as string;
  return applyDecorators(EventPattern<string>(types, JETSTREAM, extras), UseFilters(new PassErrorsOn()));
}
