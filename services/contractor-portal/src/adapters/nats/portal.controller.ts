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
  RevokeLinksRequest,
  RevokeLinksResponseSchema,
  SubmitFormRequest,
  SubmitFormResponseSchema,
} from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { FindLink } from '../../application/find-link.js';
import { IssueLinkHandler } from '../../application/issue-link.handler.js';
import { RenderPageQuery } from '../../application/render-page.query.js';
import { RENEWAL, RenewLinkHandler } from '../../application/renew-link.handler.js';
import { RevokeLinksHandler } from '../../application/revoke-links.handler.js';
import { SubmitFormHandler } from '../../application/submit-form.handler.js';
import { PublicAddress } from '../../application/public-address.js';
import type { LinkTarget } from '../../domain/link.js';
import { HolderRequired } from '../../domain/errors.js';
import { toDocument } from './parts.mapper.js';

@Controller()
export class PortalController {
  constructor(
    private readonly issueLinks: IssueLinkHandler,
    private readonly links: FindLink,
    private readonly revoke: RevokeLinksHandler,
    private readonly pages: RenderPageQuery,
    private readonly forms: SubmitFormHandler,
    private readonly renewal: RenewLinkHandler,
    private readonly address: PublicAddress,
  ) {}

  @RpcMethod(PortalService.method.issueLink)
  async issueLink(
    @Payload() request: IssueLinkRequest,
  ): Promise<MessageInitShape<typeof IssueLinkResponseSchema>> {
    return { url: this.address.of(await this.issueLinks.issue(targetOf(request.agencyId, request))) };
  }

  @RpcMethod(PortalService.method.authorizeLink)
  async authorizeLink(
    @Payload() request: AuthorizeLinkRequest,
  ): Promise<MessageInitShape<typeof AuthorizeLinkResponseSchema>> {
    const { agencyId, ticketId, holder } = await this.links.byToken(request.token);
    const id = holder.kind === 'mission' ? { missionId: holder.id } : { correspondentId: holder.id };
    return { agencyId, ticketId, ...id };
  }

  @RpcMethod(PortalService.method.revokeLinks)
  async revokeLinks(
    @Payload() request: RevokeLinksRequest,
  ): Promise<MessageInitShape<typeof RevokeLinksResponseSchema>> {
    const target = targetOf(request.caller?.agencyId ?? '', request);
    return { revoked: await this.revoke.revoke(target) };
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
    if (request.form === RENEWAL) return this.renewal.renew(request.token);
    return this.forms.submit({
      token: request.token,
      form: request.form,
      fields: request.fields,
      documents: request.documents.flatMap(({ field, ref }) =>
        ref ? [{ field, document: toDocument(ref) }] : [],
      ),
      address: request.address,
      userAgent: request.userAgent,
      problems: request.uploadProblems.map(({ field, code }) => ({ field, code })),
    });
  }
}

interface HolderIds {
  ticketId: string;
  missionId: string;
  correspondentId: string;
}

function targetOf(agencyId: string, { ticketId, missionId, correspondentId }: HolderIds): LinkTarget {
  if (!agencyId || !ticketId || !missionId === !correspondentId) throw new HolderRequired();
  const holder = missionId
    ? ({ kind: 'mission', id: missionId } as const)
    : ({ kind: 'correspondent', id: correspondentId } as const);
  return { agencyId, ticketId, holder };
}
