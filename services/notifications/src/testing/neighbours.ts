import type { MessageInitShape } from '@bufbuild/protobuf';
import {
  DirectoryService,
  MessageFailedSchema,
  MessageSentSchema,
  Module as TicketModule,
  PortalService,
  Status,
  TicketType,
} from '@intervia/contracts';
import type {
  GetAgencyResponseSchema,
  InvoiceRequestedSchema,
  IssueLinkRequest,
  IssueLinkResponseSchema,
  MessageFailed,
  MessageSent,
} from '@intervia/contracts';
import { MessagingModule, NoHttpAdapter, OnEvent, RpcMethod, listen } from '@intervia/messaging';
import type { INestApplication } from '@nestjs/common';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Payload } from '@nestjs/microservices';

export const AGENCY = 'agency-1';
export const LINK = 'http://localhost:3000/i/token';

/** The services around this one, on a real bus: the directory, the portal, and whoever listens to our events. */
@Controller()
export class Neighbours {
  readonly told: (MessageSent | MessageFailed)[] = [];

  @RpcMethod(DirectoryService.method.getAgency)
  async getAgency(): Promise<MessageInitShape<typeof GetAgencyResponseSchema>> {
    const agency = { name: 'Cabinet des Tilleuls', mail: 'contact@tilleuls.example', smsSender: 'TILLEULS' };
    return { agency: { id: AGENCY, ...agency } };
  }

  @RpcMethod(PortalService.method.issueLink)
  async issueLink(
    @Payload() { missionId }: IssueLinkRequest,
  ): Promise<MessageInitShape<typeof IssueLinkResponseSchema>> {
    return { url: `${LINK}-${missionId}` };
  }

  @OnEvent(MessageSentSchema)
  async onSent(@Payload() event: MessageSent): Promise<void> {
    this.told.push(event);
  }

  @OnEvent(MessageFailedSchema)
  async onFailed(@Payload() event: MessageFailed): Promise<void> {
    this.told.push(event);
  }
}

@Module({ controllers: [Neighbours] })
class NeighboursModule {}

export async function startNeighbours(natsUrl: string): Promise<INestApplication> {
  const messaging = MessagingModule.forRoot({ service: 'neighbours', natsUrl, clock: 'system' });
  const root = { module: NeighboursModule, imports: [messaging] };
  const app = await NestFactory.create(root, new NoHttpAdapter(), { logger: false });
  await listen(app, { service: 'neighbours', events: true });
  return app;
}

export interface Reached {
  mails?: string[];
  mobiles?: string[];
}

const person = (name: string, { mails = [], mobiles = [] }: Reached) => ({
  name,
  reach: { mails, mobiles, channels: { mail: mails.length > 0, sms: mobiles.length > 0 } },
});

/** What every event of a mission begins with; the ticket has a contact person reached by SMS. */
export const aMissionEvent = (
  ticketId: string,
  contractor: Reached,
  { silent = false } = {},
): MessageInitShape<typeof InvoiceRequestedSchema> => ({
  ticket: {
    ticketId,
    number: 1042,
    type: TicketType.WORK_ORDER,
    module: TicketModule.GERANCE,
    subject: 'Fuite sous l’évier',
    status: Status.WORK_ORDER_SENT,
    silent,
    manager: { id: 'user-1', name: 'Claire Moreau', mail: 'claire@tilleuls.example' },
    contacts: [person('M. Durand', { mobiles: ['+33600000001'] })],
  },
  mission: {
    missionId: `${ticketId}-m`,
    contractor: person('Plomberie Martin', contractor),
    status: Status.WORK_ORDER_SENT,
  },
});
