import type { Building, GetClientScopeResponse, GetPlaceResponse, UnitRow } from '@intervia/contracts';
import { Module } from '@intervia/contracts';
import { AppError } from '@intervia/messaging';
import { ticketPlace } from '../directory/places.js';
import { placeLabel } from '../fr.js';
import type { TicketModule } from '../session/rights.js';
import type { ClientPlaceDto } from './client.dto.js';

/** Whole buildings a client may ask for something about: its co-ownerships, and those of whose council it is. */
export function ownBuildingIds({ ownedBuildingIds, councilBuildingIds }: GetClientScopeResponse): string[] {
  return [...new Set([...ownedBuildingIds, ...councilBuildingIds])];
}

/** What a client is shown of a place: neither its digicode nor its mandate. */
export function placeOfUnit({ unit, buildingName, buildingAddress }: UnitRow): ClientPlaceDto {
  return { unitId: unit?.id, label: placeLabel(buildingName, unit), address: buildingAddress };
}

export function placeOfBuilding(place: GetPlaceResponse): ClientPlaceDto {
  const { buildingId, label = '', address = '' } = ticketPlace(place);
  return { buildingId, label, address };
}

/** The place is one the client may ask for something about. @throws PLACE_NOT_FOUND */
export function demandOwnPlace(
  scope: GetClientScopeResponse,
  { buildingId, unitId }: { buildingId?: string; unitId?: string },
): void {
  const isOwn = unitId
    ? [...scope.ownedUnitIds, ...scope.rentedUnitIds].includes(unitId)
    : ownBuildingIds(scope).includes(buildingId ?? '');
  if (!isOwn) throw new AppError('PLACE_NOT_FOUND', 'not-found');
}

/** A tenant asks the manager of the mandate, a co-owner that of the co-ownership; unless the building has one of them only. */
export function moduleOfRequest(
  scope: GetClientScopeResponse,
  { building, unit }: GetPlaceResponse,
  asked: Module,
): TicketModule | undefined {
  const possible = modulesOf(building);
  if (asked !== Module.UNSPECIFIED) return possible.find((module) => module === asked);
  const usual = unit && scope.rentedUnitIds.includes(unit.id) ? Module.GERANCE : Module.SYNDIC;
  return possible.find((module) => module === usual) ?? possible[0];
}

function modulesOf(building: Building | undefined): TicketModule[] {
  return [
    ...(building?.syndic ? [Module.SYNDIC as const] : []),
    ...(building?.gerance ? [Module.GERANCE as const] : []),
  ];
}
