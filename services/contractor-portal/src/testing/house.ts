import type { MessageInitShape } from '@bufbuild/protobuf';
import { PortalService } from '@intervia/contracts';
import type { SubmitFormRequestSchema } from '@intervia/contracts';
import { BusClient } from '@intervia/messaging';
import type { ServiceClient } from '@intervia/messaging';
import { withStack } from '@intervia/testing';
import type { Closing, Stack } from '@intervia/testing';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { LINK_MODEL } from '../adapters/mongo/link.schema.js';
import type { LinkDocument } from '../adapters/mongo/link.schema.js';
import { bootPortal } from '../boot.js';
import { PortalEnv } from '../portal.env.js';
import { FakeNeighbours, startNeighbours } from './fake-neighbours.js';

export type Submission = MessageInitShape<typeof SubmitFormRequestSchema>;

const PUBLIC_URL = 'https://extranet.tilleuls.example';
export const NONCE = '3f0c8a52-0000-4000-8000-000000000000';

/** The fields of a form, on a page that is always the same one. */
export const fieldsOf = (fields: Record<string, string>): Submission['fields'] =>
  Object.entries({ commandId: NONCE, ...fields }).map(([name, value]) => ({ name, value }));

export interface House extends Closing {
  portal: ServiceClient<typeof PortalService>;
  links: Model<LinkDocument>;
  state: FakeNeighbours;
  /** The token of a contractor's link. */
  aToken(ticketId?: string, missionId?: string, agencyId?: string): Promise<string>;
  /** The token of a correspondent's link. */
  ownerToken(ticketId?: string, correspondentId?: string): Promise<string>;
  neighboursLeave(): Promise<void>;
  neighboursReturn(): Promise<void>;
}

/** The portal on real servers, with hand-written neighbours. */
export const openHouse = (): Promise<House> => withStack({}, bootHouse);

async function bootHouse({ env, own }: Stack): Promise<Omit<House, keyof Closing>> {
  const state = new FakeNeighbours();
  let neighbours = await startNeighbours(env.NATS_URL, state);
  own({ close: () => neighbours.close() });
  const secrets = { PORTAL_SECRET: 'a secret of thirty-two characters', PUBLIC_URL: `${PUBLIC_URL}/` };
  const app = own(await bootPortal(Object.assign(new PortalEnv(), env, secrets)));
  const portal = app.get(BusClient).service(PortalService);
  const tokenOf = ({ url }: { url: string }) => url.replace(`${PUBLIC_URL}/i/`, '');
  return {
    portal,
    links: app.get(getModelToken(LINK_MODEL)),
    state,
    aToken: async (ticketId = 'ticket-1', missionId = 'mission-1', agencyId = 'tilleuls') =>
      tokenOf(await portal.issueLink({ agencyId, ticketId, missionId })),
    ownerToken: async (ticketId = 'ticket-1', correspondentId = 'owner-1') =>
      tokenOf(await portal.issueLink({ agencyId: 'tilleuls', ticketId, correspondentId })),
    neighboursLeave: () => neighbours.close(),
    neighboursReturn: async () => {
      neighbours = await startNeighbours(env.NATS_URL, state);
    },
  };
}
