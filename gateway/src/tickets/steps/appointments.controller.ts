import { Action, TicketsService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { JsonObject } from '../../mapping/json.js';
import { appointmentOf, AppointmentProposalDto } from './appointments.dto.js';
import type { SentCommand } from '../command.js';
import { Command, Commands, Sent } from '../command.js';
import { CommentDto } from './comment.dto.js';
import { Operation } from '../../openapi/decorators.js';

/** The visit of an accepted quote; and a mission's step back. */
@ApiTags('Appointments')
@Controller('api/tickets/:id')
export class AppointmentsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly commands: Commands,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Operation(
    'proposeAppointment',
    'Propose an appointment',
    'Date, time and duration; entered by a user, it is validated at once.',
  )
  @Command(Action.PROPOSE_APPOINTMENT, 'missions/:missionId/appointment-proposal')
  propose(@Sent() sent: SentCommand, @Body() dto: AppointmentProposalDto): Promise<JsonObject> {
    const appointment = appointmentOf(dto.appointment);
    return this.commands.run(sent, (target) =>
      this.tickets.proposeAppointment({ ...target, appointment, comment: dto.comment }),
    );
  }

  @Operation('validateAppointment', 'Validate an appointment', 'The one that was proposed.')
  @Command(Action.VALIDATE_APPOINTMENT, 'missions/:missionId/appointment-validation')
  validate(@Sent() sent: SentCommand): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.validateAppointment(target));
  }

  @Operation('postponeAppointment', 'Postpone an appointment', 'Asks for another one.')
  @Command(Action.POSTPONE_APPOINTMENT, 'missions/:missionId/appointment-postponement')
  postpone(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.postponeAppointment({ ...target, comment }));
  }

  @Operation('cancelAppointment', 'Cancel an appointment', 'Another may be proposed.')
  @Command(Action.CANCEL_APPOINTMENT, 'missions/:missionId/appointment-cancellation')
  cancel(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.cancelAppointment({ ...target, comment }));
  }

  @Operation(
    'stepBack',
    'Take a step back',
    'To the step before: history is kept, and what was sent stays sent.',
  )
  @Command(Action.STEP_BACK, 'missions/:missionId/step-back', 'NOTHING_TO_STEP_BACK')
  stepBack(@Sent() sent: SentCommand, @Body() { comment }: CommentDto): Promise<JsonObject> {
    return this.commands.run(sent, (target) => this.tickets.stepBack({ ...target, comment }));
  }
}
