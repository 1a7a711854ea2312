import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { PortalService } from '@intervia/contracts';
import type {
  AuthorizeLinkRequest,
  AuthorizeLinkResponseSchema,
  IssueLinkRequest,
  IssueLinkResponseSchema,
  RenderPageRequest,
  RenderPageResponseSchema,
  SubmitFormRequest,
  SubmitFormResponseSchema,
} from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { FindLink } from '../../application/find-link.js';
import { IssueLinkHandler } from '../../application/issue-link.handler.js';
import { RenderPageQuery } from '../../application/render-page.query.js';
import { SubmitFormHandler } from '../../application/submit-form.handler.js';
import { PublicAddress } from '../../application/public-address.js';
import { toDocument } from './mission.mapper.js';

@Controller()
export class PortalController {
  constructor(
    private readonly issueLinks: IssueLinkHandler,
    private readonly links: FindLink,
    private readonly pages: RenderPageQuery,
    private readonly forms: SubmitFormHandler,
    private readonly address: PublicAddress,
  ) {}

  @RpcMethod(PortalService.method.issueLink)
  async issueLink(
    @Payload() request: IssueLinkRequest,
  ): Promise<MessageInitShape<typeof IssueLinkResponseSchema>> {
    const { agencyId, ticketId, missionId } = request;
    return { url: this.address.of(await this.issueLinks.issue({ agencyId, ticketId, missionId })) };
  }

  @RpcMethod(PortalService.method.authorizeLink)
  async authorizeLink(
    @Payload() request: AuthorizeLinkRequest,
  ): Promise<MessageInitShape<typeof AuthorizeLinkResponseSchema>> {
    const { agencyId, ticketId, missionId } = await this.links.byToken(request.token);
    return { agencyId, ticketId, missionId };
  }

  @RpcMethod(PortalService.method.renderPage)
  async renderPage(
    @Payload() request: RenderPageRequest,
  ): Promise<MessageInitShape<typeof RenderPageResponseSchema>> {
    return this.pages.render(request.token, request.notice);
  }

  @RpcMethod(PortalService.method.submitForm)
  async submitForm(
    @Payload() request: SubmitFormRequest,
  ): Promise<MessageInitShape<typeof SubmitFormResponseSchema>> {
    return this.forms.submit({
      token: request.token,
      form: request.form,
      fields: request.fields,
      documents: request.documents.flatMap(({ field, ref }) =>
        ref ? [{ field, document: toDocument(ref) }] : [],
      ),
      problems: request.uploadProblems.map(({ field, code }) => ({ field, code })),
    });
  }
}
