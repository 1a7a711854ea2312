import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  GetStatisticsRequest,
  GetStatisticsResponseSchema,
  GetDashboardRequest,
  GetDashboardResponseSchema,
  ListMeasuredTicketsRequest,
  ListMeasuredTicketsResponseSchema,
  RebuildFiguresRequest,
  RebuildFiguresResponseSchema,
  GetFiguresStateRequest,
  GetFiguresStateResponseSchema,
  AuthorizeLinkRequest,
  AuthorizeLinkResponseSchema,
  GetArchiveRequest,
  GetArchiveResponseSchema,
  ListMessagesRequest,
  ListMessagesResponseSchema,
  RenderPageRequest,
  ResendLinkRequest,
  ResendLinkResponseSchema,
  IssueLinkRequest,
  IssueLinkResponseSchema,
  RevokeLinksRequest,
  RevokeLinksResponseSchema,
  RenderPageResponseSchema,
  SubmitFormRequest,
  SubmitFormResponseSchema,
} from '@intervia/contracts';
import {
  ArchiveState,
  FiguresService,
  NotificationsService,
  PortalService,
  ReportingService,
} from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

export const STYLE = 'body{margin:0}';
/** Opens the mission `mission-a` of `ticket-a` in agency `a`. */
export const LINK = 'a-link-token';

@Controller()
export class FakePortal {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(PortalService.method.authorizeLink)
  async authorizeLink(
    @Payload() request: AuthorizeLinkRequest,
  ): Promise<MessageInitShape<typeof AuthorizeLinkResponseSchema>> {
    this.state.note('authorizeLink', request);
    if (request.token !== LINK) throw new AppError('LINK_UNKNOWN', 'not-found');
    return { agencyId: 'a', ticketId: 'ticket-a', missionId: 'mission-a' };
  }

  @RpcMethod(PortalService.method.issueLink)
  async issueLink(
    @Payload() request: IssueLinkRequest,
  ): Promise<MessageInitShape<typeof IssueLinkResponseSchema>> {
    this.state.note('issueLink', request);
    return { url: `http://localhost/i/${LINK}` };
  }

  @RpcMethod(PortalService.method.revokeLinks)
  async revokeLinks(
    @Payload() request: RevokeLinksRequest,
  ): Promise<MessageInitShape<typeof RevokeLinksResponseSchema>> {
    this.state.note('revokeLinks', request);
    return { revoked: 1 };
  }

  @RpcMethod(PortalService.method.renderPage)
  async renderPage(
    @Payload() request: RenderPageRequest,
  ): Promise<MessageInitShape<typeof RenderPageResponseSchema>> {
    this.state.note('renderPage', request);
    const known = request.token === LINK;
    return {
      status: known ? 200 : 404,
      html: `<style>${STYLE}</style><p>${known ? 'Mission' : 'Lien inconnu'}`,
    };
  }

  @RpcMethod(PortalService.method.submitForm)
  async submitForm(
    @Payload() request: SubmitFormRequest,
  ): Promise<MessageInitShape<typeof SubmitFormResponseSchema>> {
    this.state.note('submitForm', request);
    return request.uploadProblems.length > 0
      ? { status: 422, html: '<p>Fichier refusé' }
      : { status: 303, location: `/i/${request.token}?notice=done` };
  }
}

@Controller()
export class FakeReporting {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(ReportingService.method.getArchive)
  async getArchive(
    @Payload() request: GetArchiveRequest,
  ): Promise<MessageInitShape<typeof GetArchiveResponseSchema>> {
    this.state.note('getArchive', request);
    const ticket = this.state.tickets.get(request.ticketId);
    if (!ticket || ticket.agencyId !== request.caller?.agencyId)
      throw new AppError('ARCHIVE_NOT_FOUND', 'not-found');
    const file = ticket.documents[0]?.ref;
    return file
      ? { state: ArchiveState.READY, summary: file, archive: file }
      : { state: ArchiveState.PENDING };
  }
}

@Controller()
export class FakeFigures {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(FiguresService.method.getStatistics)
  async statistics(
    @Payload() request: GetStatisticsRequest,
  ): Promise<MessageInitShape<typeof GetStatisticsResponseSchema>> {
    this.state.note('getStatistics', request);
    return {
      tickets: 2,
      sources: [{ key: 'PHONE', count: 2 }],
      managers: [{ key: 'x', label: '=1+1', count: 2 }],
    };
  }

  @RpcMethod(FiguresService.method.getDashboard)
  async dashboard(
    @Payload() request: GetDashboardRequest,
  ): Promise<MessageInitShape<typeof GetDashboardResponseSchema>> {
    this.state.note('getDashboard', request);
    return { figures: { tickets: 2, costCents: 1_250 }, before: { tickets: 1 } };
  }

  @RpcMethod(FiguresService.method.listMeasuredTickets)
  async tickets(
    @Payload() request: ListMeasuredTicketsRequest,
  ): Promise<MessageInitShape<typeof ListMeasuredTicketsResponseSchema>> {
    this.state.note('listMeasuredTickets', request);
    return {};
  }

  @RpcMethod(FiguresService.method.rebuildFigures)
  async rebuild(
    @Payload() request: RebuildFiguresRequest,
  ): Promise<MessageInitShape<typeof RebuildFiguresResponseSchema>> {
    this.state.note('rebuildFigures', request);
    return {};
  }

  @RpcMethod(FiguresService.method.getFiguresState)
  async figuresState(
    @Payload() _request: GetFiguresStateRequest,
  ): Promise<MessageInitShape<typeof GetFiguresStateResponseSchema>> {
    return {};
  }
}

@Controller()
export class FakeNotifications {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(NotificationsService.method.resendLink)
  async resendLink(
    @Payload() request: ResendLinkRequest,
  ): Promise<MessageInitShape<typeof ResendLinkResponseSchema>> {
    this.state.note('resendLink', request);
    return { messages: 1 };
  }

  @RpcMethod(NotificationsService.method.listMessages)
  async listMessages(
    @Payload() request: ListMessagesRequest,
  ): Promise<MessageInitShape<typeof ListMessagesResponseSchema>> {
    this.state.note('listMessages', request);
    return { messages: [{ id: 'message-1', ticketId: request.ticketId, recipients: ['a@b.fr'] }] };
  }
}
