import type { MessageInitShape } from '@bufbuild/protobuf';
import type { GetPlaceResponse, PlaceSchema } from '@intervia/contracts';
import { DirectoryService, PlaceRole } from '@intervia/contracts';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import { placeLabel } from '../fr.js';
import { InvalidRequest } from '../http/problem.js';
import { callerOf } from '../session/caller.js';
import type { SignedIn, SignedInClient } from '../session/sessions.js';

export interface PlaceIds {
  buildingId?: string;
  unitId?: string;
}

@Injectable()
export class Places {
  private readonly directory: ServiceClient<typeof DirectoryService>;

  constructor(bus: BusClient) {
    this.directory = bus.service(DirectoryService);
  }

  /** @throws PLACE_NOT_FOUND, INVALID_REQUEST when not exactly one id is given (`field` names the place). */
  async find(
    me: SignedIn | SignedInClient,
    { buildingId, unitId }: PlaceIds,
    field = 'buildingId',
  ): Promise<GetPlaceResponse> {
    if (Boolean(buildingId) === Boolean(unitId))
      throw new InvalidRequest([{ field, code: 'EXACTLY_ONE_PLACE' }]);
    const place = await this.directory.getPlace({ caller: callerOf(me), buildingId, unitId });
    if (!place.building) throw new AppError('PLACE_NOT_FOUND', 'not-found');
    return place;
  }
}

/** The place as a ticket keeps it. */
export function ticketPlace({
  building,
  unit,
  digicode,
  people,
  staffIds,
}: GetPlaceResponse): MessageInitShape<typeof PlaceSchema> {
  if (!building) throw new TypeError('a place has a building');
  const owners = people.filter(({ role }) => role === PlaceRole.OWNER).map(({ party }) => party?.name ?? '');
  return {
    buildingId: building.id,
    unitId: unit?.id,
    label: placeLabel(building.name, unit),
    address: [building.address, `${building.postalCode} ${building.city}`.trim()].filter(Boolean).join(', '),
    digicode,
    reference: unit?.reference ?? building.reference,
    buildingReference: building.reference,
    postalCode: building.postalCode,
    ownerName: owners.filter(Boolean).join(', '),
    approvalThresholdCents: unit?.approvalThresholdCents,
    staffIds,
  };
}
