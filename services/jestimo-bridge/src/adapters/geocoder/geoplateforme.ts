import type { OutsideHttp } from '@intervia/outside';
import { Logger } from '@nestjs/common';
import { Geocoder } from '../../application/ports/places.js';
import type { Place, Position } from '../../domain/values/base.js';

const TIMEOUT_MS = 3_000;
const MOST_BYTES = 64_000;
/** Of the service's own score, 0 to 1: below it the address found is another one. */
const SURE = 0.5;

interface Answer {
  features?: {
    geometry?: { coordinates?: [number, number] };
    properties?: { citycode?: string; score?: number };
  }[];
}

/** The State's geocoder (data.geopf.fr/geocodage). Without an address it is off, and nobody is asked. */
export class GeoplateformeGeocoder extends Geocoder {
  private readonly logger = new Logger(GeoplateformeGeocoder.name);

  constructor(
    private readonly url: string,
    private readonly http: OutsideHttp,
  ) {
    super();
  }

  override async find({ line, postalCode, city }: Place): Promise<Position | undefined> {
    if (!this.url || !line) return undefined;
    const url = new URL(`${this.url.replace(/\/$/, '')}/search`);
    url.search = new URLSearchParams({ q: `${line} ${city}`, postcode: postalCode, limit: '1' }).toString();
    try {
      const answer = await this.http.send({
        ...{ method: 'GET' as const, url, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES },
      });
      return answer.status === 200 ? positionIn(answer.body) : undefined;
    } catch (error) {
      this.logger.debug({ err: error }, 'no position');
      return undefined;
    }
  }
}

function positionIn(body: Buffer): Position | undefined {
  const [found] = (JSON.parse(body.toString('utf8')) as Answer).features ?? [];
  const [lng, lat] = found?.geometry?.coordinates ?? [];
  const { citycode = '', score = 0 } = found?.properties ?? {};
  if (typeof lat !== 'number' || typeof lng !== 'number' || score < SURE) return undefined;
  return { inseeCode: citycode, lat, lng };
}
