import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ClientScopeSchema, GetClientScopeResponse } from '@intervia/contracts';
import { DirectoryService } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { SignedInClient } from '../session/sessions.js';

/** What a client has to do with places: the directory knows, the tickets service is told. */
@Injectable()
export class ClientScopes {
  private readonly directory: ServiceClient<typeof DirectoryService>;

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
  }

  of({ agencyId, client }: SignedInClient): Promise<GetClientScopeResponse> {
    return this.directory.getClientScope({ agencyId, partyId: client.id });
  }

  async forTickets(me: SignedInClient): Promise<MessageInitShape<typeof ClientScopeSchema>> {
    const { councilBuildingIds, ownedBuildingIds, ownedUnitIds, rentedUnitIds } = await this.of(me);
    return { partyId: me.client.id, councilBuildingIds, ownedBuildingIds, ownedUnitIds, rentedUnitIds };
  }
}
