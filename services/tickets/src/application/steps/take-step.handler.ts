import { Injectable } from '@nestjs/common';
import type { AcknowledgeReading, StepBack } from '../../domain/mission/mission-commands.js';
import type { StepContents, StepType } from '../../domain/mission/steps.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Needs nothing but what its sender says; an approval asks for an id besides. */
type PlainStep = Exclude<StepType, 'RequestApproval'>;

/** What is done with a mission, by its command's type, and what the command says. */
export interface TakenSteps extends Pick<StepContents, PlainStep> {
  readonly AcknowledgeReading: Content<AcknowledgeReading>;
  readonly StepBack: Content<StepBack>;
}

export type TakenStep = {
  [T in keyof TakenSteps]: { readonly type: T } & TakenSteps[T];
}[keyof TakenSteps];

/** All the steps of the manual, "Étapes": what each may do, and when, the domain knows. */
@Injectable()
export class TakeStepHandler {
  constructor(private readonly commands: CommandRunner) {}

  execute(target: MissionTarget, step: TakenStep): Promise<TicketRecord> {
    const { missionId } = target;
    return this.commands.run(target, (asked) => ({ ...step, missionId, ...asked }));
  }
}
