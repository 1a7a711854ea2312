import type { Desk, Module } from './desk.js';

interface Party {
  id: string;
  name: string;
  mails: string[];
  mobiles: string[];
}

interface PlaceDetails {
  building?: { id: string; approvalThresholdCents?: number };
  unit?: { id: string; approvalThresholdCents: number };
  people: { role: string; party: Party }[];
}

/** Who decides on a quote: the owner in GERANCE, the council's president in SYNDIC (manual, "acceptation du devis"). */
export interface Scene {
  place: { buildingId?: string; unitId?: string };
  /** Cents; 0 where no mandate sets one. */
  thresholdCents: number;
  approver: object;
  approverRole: 'OWNER' | 'COUNCIL_PRESIDENT';
  approverMail: string;
}

const APPROVERS: Record<Module, Scene['approverRole']> = { GERANCE: 'OWNER', SYNDIC: 'COUNCIL_PRESIDENT' };

/** A place of the demo agency whose approver can be written to. */
export async function findScene(desk: Desk, module: Module): Promise<Scene> {
  for (const place of await placesOf(desk, module)) {
    const query = new URLSearchParams(place as Record<string, string>);
    const { people, unit } = await desk.get<PlaceDetails>(`/api/places?${query.toString()}`);
    const approver = people.find(
      ({ role, party }) => role === APPROVERS[module] && party.mails.length > 0,
    )?.party;
    if (!approver) continue;
    const [approverMail = ''] = approver.mails;
    return {
      place,
      thresholdCents: unit?.approvalThresholdCents ?? 0,
      approver: aPerson(approver.name, approverMail, approver.id),
      approverRole: APPROVERS[module],
      approverMail,
    };
  }
  throw new Error(`the demo has no ${APPROVERS[module]} to write to`);
}

async function placesOf(desk: Desk, module: Module): Promise<Scene['place'][]> {
  if (module === 'SYNDIC') {
    const { buildings } = await desk.get<{ buildings: { id: string }[] }>(
      '/api/buildings?module=SYNDIC&limit=20',
    );
    return buildings.map(({ id }) => ({ buildingId: id }));
  }
  const { units } = await desk.get<{ units: { unit: { id: string; approvalThresholdCents: number } }[] }>(
    '/api/units?limit=100',
  );
  return units.filter(({ unit }) => unit.approvalThresholdCents > 0).map(({ unit }) => ({ unitId: unit.id }));
}

export function aPerson(name: string, mail: string, partyId?: string): object {
  return { partyId, name, mails: mail, mobiles: '', channels: { mail: true, sms: false } };
}

/** Mail addresses that no other life of the run uses. */
export function aContractor(name: string, module: Module, life: string): { person: object; mail: string } {
  const mail = `${name}.${life}.${module}@entreprises.example`.toLowerCase();
  return { mail, person: aPerson(name, mail) };
}

export function aDraft(module: Module, { place }: Scene, contractors: object[], more: object = {}): object {
  return {
    module,
    subject: 'Fuite dans la cage d’escalier',
    description: 'L’eau coule du plafond du deuxième étage.',
    place,
    source: 'PHONE',
    contractors,
    ...more,
  };
}
