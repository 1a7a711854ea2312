import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { TakeStepHandler } from '../../application/steps/take-step.handler.js';
import { answer } from './answer.js';
import type { TicketAnswer } from './answer.js';
import { toMissionTarget } from './from-proto.js';
import { STEP_NAMES, methodOf, toStep } from './steps.from-proto.js';
import type { StepName } from './steps.from-proto.js';

type StepRequest = Parameters<typeof toMissionTarget>[0];

/** The steps of a mission: one method for each row of the table of `steps.from-proto.ts`. */
@Controller()
export class StepsController {
  constructor(private readonly takeStepHandler: TakeStepHandler) {}

  take(type: StepName, request: StepRequest): TicketAnswer {
    return answer(
      request,
      this.takeStepHandler.execute(toMissionTarget(request), toStep(type, request as never)),
    );
  }
}

for (const type of STEP_NAMES) {
  const method = methodOf(type);
  const descriptor = {
    value(this: StepsController, request: StepRequest): TicketAnswer {
      return this.take(type, request);
    },
    configurable: true,
    writable: true,
  };
  // The pattern is written on the function itself; without further decorators Nest hands it the request.
  RpcMethod(method)(StepsController.prototype, method.localName, descriptor);
  Object.defineProperty(StepsController.prototype, method.localName, descriptor);
}
