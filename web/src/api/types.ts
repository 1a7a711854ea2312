/**
 * What the gateway answers and takes: generated from its OpenAPI document (`npm run api:types`). Here are only the names that
 * this side of the house has for some of them.
 */
export type * from './gen/types.gen.js';
export type {
  ClientPlaceDto as ClientPlace,
  CountQueuesResponse as QueueCounts,
  ClientRequestDto as ClientRequest,
  ClientSessionDto as ClientSession,
  GetPlaceResponse as PlaceDetails,
  Group as NotifiedGroup,
  ListBuildingsResponse as BuildingList,
  ListFollowUpsResponse as FollowUpPage,
  ListTicketsResponse as TicketPage,
  Module as ModuleCode,
  OwnRequestDto as OwnRequest,
  OwnRequestRowDto as OwnRequestRow,
  OwnRequestsDto as OwnRequestPage,
  PreviewTemplateResponse as TemplatePreview,
  SessionDto as Session,
  SimulateTicketResponse as Simulation,
} from './gen/types.gen.js';
