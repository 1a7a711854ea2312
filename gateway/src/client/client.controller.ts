import {
  FollowUpSchema,
  ListFollowUpsResponseSchema,
  ModuleSchema,
  Source,
  TicketsService,
} from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places, ticketPlace } from '../directory/places.js';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { InvalidRequest } from '../http/problem.js';
import { CLIENT_LIMIT } from '../http/rate-limits.js';
import { enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems } from '../openapi/decorators.js';
import { commandOf } from '../session/caller.js';
import { ForClients, MeAsClient } from '../session/session.guard.js';
import type { SignedInClient } from '../session/sessions.js';
import { Documents, OF_OPENING } from '../uploads/documents.js';
import { userRef } from '../tickets/opening/draft-of-ticket.js';
import { personOfParty } from '../directory/reach.js';
import { inRequestTerms } from '../tickets/opening/request-terms.js';
import { RequestedDto } from '../tickets/opening/requests.dto.js';
import { ClientPlacesDto, ClientRequestDto, PageQuery } from './client.dto.js';
import {
  demandOwnPlace,
  moduleOfRequest,
  ownBuildingIds,
  placeOfBuilding,
  placeOfUnit,
} from './client-places.js';
import { ClientScopes } from './client-scopes.js';

/** What owners, co-owners and tenants do themselves: ask, and follow (manual, "Suivi d'intervention"). */
@ApiTags('Clients’ extranet')
@ForClients()
@Controller('api/client')
export class ClientController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly places: Places,
    private readonly documents: Documents,
    private readonly scopes: ClientScopes,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Get('places')
  @Operation('listClientPlaces', 'List one’s places', 'Units and co-ownerships a request may be about.')
  @ApiOkResponse({ type: ClientPlacesDto })
  @Problems('SIGN_IN_REQUIRED', 'SESSION_EXPIRED')
  async myPlaces(@MeAsClient() me: SignedInClient): Promise<ClientPlacesDto> {
    const scope = await this.scopes.of(me);
    const buildings = await Promise.all(
      ownBuildingIds(scope).map((buildingId) => this.places.find(me, { buildingId })),
    );
    return { places: [...scope.units.map(placeOfUnit), ...buildings.map(placeOfBuilding)] };
  }

  @Post('requests')
  @RouteConfig({ rateLimit: CLIENT_LIMIT })
  @Operation('sendRequest', 'Send a request to the agency', 'A "?", which its manager validates.')
  @Idempotent()
  @ApiCreatedResponse({ type: RequestedDto })
  @Problems('INVALID_REQUEST', 'INVALID_TICKET', 'PLACE_NOT_FOUND', 'TOO_MANY_REQUESTS')
  async request(
    @MeAsClient() me: SignedInClient,
    @IdempotencyKey() key: CommandKey,
    @Body() dto: ClientRequestDto,
  ): Promise<RequestedDto> {
    const [place, scope, attachments] = await Promise.all([
      this.places.find(me, dto.place, 'place'),
      this.scopes.of(me),
      this.documents.all(me, dto.attachmentIds, 'attachmentIds', OF_OPENING),
    ]);
    demandOwnPlace(scope, dto.place);
    const module = moduleOfRequest(scope, place, enumValue(ModuleSchema, dto.module));
    if (module === undefined) throw new InvalidRequest([{ field: 'module', code: 'NOT_IN_THIS_MODULE' }]);
    const { ticketId, number } = await this.tickets
      .requestTicket({
        context: commandOf(me, key),
        module,
        subject: dto.subject,
        description: dto.description,
        place: ticketPlace(place),
        requester: personOfParty(me.client),
        source: Source.EXTRANET,
        manager: place.manager && userRef(place.manager),
        assistant: place.assistant && userRef(place.assistant),
        attachments,
      })
      .catch(inRequestTerms);
    return { ticketId, number };
  }

  @Get('follow-ups')
  @Operation('listFollowUps', 'List follow-ups', 'Tickets the client may follow, last modified first.')
  @Answers(ListFollowUpsResponseSchema)
  @Problems('SIGN_IN_REQUIRED', 'INVALID_REQUEST')
  async followUps(@MeAsClient() me: SignedInClient, @Query() query: PageQuery): Promise<JsonObject> {
    const { agencyId } = me;
    const scope = await this.scopes.forTickets(me);
    return toJson(
      ListFollowUpsResponseSchema,
      await this.tickets.listFollowUps({ agencyId, scope, ...query }),
    );
  }

  @Get('follow-ups/:id')
  @Operation('getFollowUp', 'Get a follow-up', 'Without internal notes and exchanges with contractors.')
  @Answers(FollowUpSchema)
  @Problems('SIGN_IN_REQUIRED', 'TICKET_NOT_FOUND')
  async followUp(@MeAsClient() me: SignedInClient, @Param('id') ticketId: string): Promise<JsonObject> {
    const { agencyId } = me;
    const scope = await this.scopes.forTickets(me);
    const { followUp } = await this.tickets.getFollowUp({ agencyId, scope, ticketId });
    if (!followUp) throw new AppError('TICKET_NOT_FOUND', 'not-found');
    return toJson(FollowUpSchema, followUp);
  }
}
