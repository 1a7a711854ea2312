import { Injectable } from '@nestjs/common';
import type { AcknowledgeReading, StepBack } from '../../domain/mission/mission-commands.js';
import type { Agreement, StepContents, StepType } from '../../domain/mission/steps.js';
import { CommandRunner } from '../running/command-runner.js';
import type { Content, MissionTarget } from '../running/command-runner.js';
import { Ids } from '../ports/ids.js';
import type { TicketRecord } from '../ports/tickets.js';

/** Needs nothing but what its sender says. */
type PlainStep = Exclude<StepType, 'RequestApproval' | 'AnswerApproval'>;

/** What is done with a mission, by its command's type, and what the command says. */
export interface TakenSteps extends Pick<StepContents, PlainStep> {
  readonly AnswerApproval: Omit<StepContents['AnswerApproval'], 'agreement'> & {
    readonly agreement?: Omit<Agreement, 'newCorrespondentId'>;
  };
  readonly AcknowledgeReading: Content<AcknowledgeReading>;
  readonly StepBack: Content<StepBack>;
}

export type TakenStep = {
  [T in keyof TakenSteps]: { readonly type: T } & TakenSteps[T];
}[keyof TakenSteps];

/** All the steps of the manual, "Étapes": what each may do, and when, the domain knows. */
@Injectable()
export class TakeStepHandler {
  constructor(
    private readonly commands: CommandRunner,
    private readonly ids: Ids,
  ) {}

  execute(target: MissionTarget, step: TakenStep): Promise<TicketRecord> {
    const { missionId } = target;
    const whole = withIds(step, this.ids);
    return this.commands.run(target, (asked) => ({ ...whole, missionId, ...asked }));
  }
}

/** Who agreed may be new to the ticket. */
export function withIds(step: TakenStep, ids: Ids) {
  if (step.type !== 'AnswerApproval') return step;
  const { agreement, ...answer } = step;
  return agreement ? { ...answer, agreement: { ...agreement, newCorrespondentId: ids.next() } } : answer;
}
