import type { ApiClient } from '../../platform/api-client.js';

/** A silent work order on the first unit of the demo agency: nobody is written to. */
export async function aTicketDraft(api: ApiClient): Promise<object> {
  const { units } = await api.get<{ units: { unit: { id: string } }[] }>('/api/units?limit=1');
  return {
    module: 'GERANCE',
    subject: 'Fuite sous évier',
    description: 'Le siphon de la cuisine goutte depuis ce matin.',
    place: { unitId: units[0]?.unit.id },
    source: 'PHONE',
    silent: true,
    contractors: [
      {
        name: 'Plomberie Bérard',
        mails: 'contact@berard.example',
        mobiles: '',
        channels: { mail: true, sms: false },
      },
    ],
  };
}
