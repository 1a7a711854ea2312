import type {
  CancelAppointmentRequest,
  PostponeAppointmentRequest,
  ProposeAppointmentRequest,
  ValidateAppointmentRequest,
} from '@intervia/contracts';
import { TicketsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CancelAppointmentHandler } from '../../application/steps/cancel-appointment.handler.js';
import { PostponeAppointmentHandler } from '../../application/steps/postpone-appointment.handler.js';
import { ProposeAppointmentHandler } from '../../application/steps/propose-appointment.handler.js';
import { ValidateAppointmentHandler } from '../../application/steps/validate-appointment.handler.js';
import { toAppointment, toMissionTarget } from './from-proto.js';
import { answer } from './missions.controller.js';
import type { TicketAnswer } from './missions.controller.js';

/** Manual, "prise de RDV directe par l'intervenant avec la personne à contacter". */
@Controller()
export class AppointmentsController {
  constructor(
    private readonly proposeAppointmentHandler: ProposeAppointmentHandler,
    private readonly validateAppointmentHandler: ValidateAppointmentHandler,
    private readonly postponeAppointmentHandler: PostponeAppointmentHandler,
    private readonly cancelAppointmentHandler: CancelAppointmentHandler,
  ) {}

  @RpcMethod(TicketsService.method.proposeAppointment)
  proposeAppointment(@Payload() request: ProposeAppointmentRequest): TicketAnswer {
    const content = { appointment: toAppointment(request.appointment), comment: request.comment };
    return answer(this.proposeAppointmentHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.validateAppointment)
  validateAppointment(@Payload() request: ValidateAppointmentRequest): TicketAnswer {
    return answer(this.validateAppointmentHandler.execute(toMissionTarget(request)));
  }

  @RpcMethod(TicketsService.method.postponeAppointment)
  postponeAppointment(@Payload() request: PostponeAppointmentRequest): TicketAnswer {
    const content = { comment: request.comment };
    return answer(this.postponeAppointmentHandler.execute(toMissionTarget(request), content));
  }

  @RpcMethod(TicketsService.method.cancelAppointment)
  cancelAppointment(@Payload() request: CancelAppointmentRequest): TicketAnswer {
    const content = { comment: request.comment };
    return answer(this.cancelAppointmentHandler.execute(toMissionTarget(request), content));
  }
}
