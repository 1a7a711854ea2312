import type { Provider, Type } from '@nestjs/common';
import { MissionsController } from './adapters/nats/missions.controller.js';
import { ContactAnotherContractorHandler } from './application/steps/contact-another-contractor.handler.js';
import { RequestApprovalHandler } from './application/steps/request-approval.handler.js';
import { StepsController } from './adapters/nats/steps.controller.js';
import { TakeStepHandler } from './application/steps/take-step.handler.js';
import { GetCorrespondentQuery } from './application/reading/get-correspondent.query.js';
import { GetMissionQuery } from './application/reading/get-mission.query.js';

/** The steps of the missions, and what is beside them. */
export const MISSION_USE_CASES: readonly Provider[] = [
  TakeStepHandler,
  RequestApprovalHandler,
  ContactAnotherContractorHandler,
  GetMissionQuery,
  GetCorrespondentQuery,
];

export const MISSION_CONTROLLERS: readonly Type[] = [StepsController, MissionsController];
