import type { Agency } from './agencies.js';
import { Agencies } from './agencies.js';

export class FakeAgencies extends Agencies {
  async get(agencyId: string): Promise<Agency> {
    return {
      id: agencyId,
      name: 'Cabinet des Tilleuls',
      address: '',
      phone: '',
      mail: 'contact@tilleuls.example',
      hidesMailFromContractors: false,
      smsSender: 'TILLEULS',
    };
  }
}
