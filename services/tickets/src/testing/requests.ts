import type { DescMessage, Message, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  CallerSchema,
  CommandContextSchema,
  PersonSchema,
  TicketDraftSchema,
} from '@intervia/contracts';
import { ActorKind, Module, Source } from '@intervia/contracts';
import { randomUUID } from 'node:crypto';

/** Requests as the gateway and the portal send them. */

/** A request written as plain fields. */
type Plain<S extends DescMessage> = Exclude<MessageInitShape<S>, Message>;
type CallerInit = Plain<typeof CallerSchema>;

export const byUser = (agencyId = 'agency-1', id = 'user-1'): CallerInit => ({
  agencyId,
  actor: { kind: ActorKind.USER, id, name: 'Claire Moreau' },
});

export const byContractor = (missionId: string, agencyId = 'agency-1'): CallerInit => ({
  agencyId,
  actor: { kind: ActorKind.CONTRACTOR, id: missionId, name: 'Plomberie Dupont' },
});

export const command = (
  caller: CallerInit = byUser(),
  commandId: string = randomUUID(),
): Plain<typeof CommandContextSchema> => ({ caller, commandId });

export const personRequest = (over: Plain<typeof PersonSchema> = {}): Plain<typeof PersonSchema> => ({
  name: 'Plomberie Dupont',
  reach: { mails: ['contact@dupont.example'], mobiles: [], channels: { mail: true } },
  ...over,
});

export const draftRequest = (
  over: Plain<typeof TicketDraftSchema> = {},
): Plain<typeof TicketDraftSchema> => ({
  module: Module.SYNDIC,
  subject: 'Fuite dans le hall',
  description: 'Eau au plafond',
  place: {
    buildingId: 'b-1',
    label: 'Résidence Les Tilleuls',
    address: '4 rue des Érables',
    digicode: 'B1234',
  },
  manager: { id: 'user-1', name: 'Claire Moreau', mail: 'claire@tilleuls.example' },
  source: Source.PHONE,
  contractors: [personRequest()],
  ...over,
});

export const visitAt = (start: Date, durationMinutes = 60) => ({
  start: timestampFromDate(start),
  durationMinutes,
});

export const documentRequest = (id: string) => ({
  id,
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  size: 10,
  sha256: 'a'.repeat(64),
});
