import { Injectable } from '@nestjs/common';
import type { Place, Position } from '../domain/values/base.js';
import { Communes, Geocoder } from './ports/places.js';

/** Where a place is: by the geocoder when there is one, else by the commune alone. */
@Injectable()
export class Positions {
  constructor(
    private readonly communes: Communes,
    private readonly geocoder: Geocoder,
  ) {}

  async of(place: Place | undefined): Promise<Position> {
    if (!place) return { inseeCode: '' };
    const found = await this.geocoder.find(place);
    const inseeCode = this.communes.codeOf(place.postalCode, place.city);
    return { ...found, inseeCode: inseeCode || (found?.inseeCode ?? '') };
  }
}
