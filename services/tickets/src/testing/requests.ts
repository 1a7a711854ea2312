import type { DescMessage, Message, MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  CallerSchema,
  CommandContextSchema,
  ModuleSettingsSchema,
  PersonSchema,
  TicketDraftSchema,
} from '@intervia/contracts';
import { ActorKind, Module, Source, Visibility } from '@intervia/contracts';
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

/** The council's president, through a link. */
export const byCorrespondent = (correspondentId: string, agencyId = 'agency-1'): CallerInit => ({
  agencyId,
  actor: { kind: ActorKind.COUNCIL_PRESIDENT, id: correspondentId, name: 'Mme Roux' },
});

/** A client on its extranet. */
export const byClient = (partyId: string, agencyId = 'agency-1'): CallerInit => ({
  agencyId,
  actor: { kind: ActorKind.REQUESTER, id: partyId, name: 'Mme Petit' },
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

/** What a client asks for. */
export const ticketRequest = (agencyId = 'agency-1') => ({
  context: command(byClient('party-9', agencyId)),
  module: Module.SYNDIC,
  subject: 'Chaudière en panne',
  description: 'Plus d’eau chaude.',
  place: { buildingId: 'b-1', label: 'Résidence Les Tilleuls' },
  requester: personRequest({ partyId: 'party-9', name: 'Mme Petit' }),
  source: Source.EXTRANET,
  manager: { id: 'user-1', name: 'Claire Moreau' },
  attachments: [documentRequest('photo')],
});

/** Settings as they are by default, as the screen sends them: whole. */
export const settingsRequest = (
  over: Plain<typeof ModuleSettingsSchema> = {},
): Plain<typeof ModuleSettingsSchema> => ({
  visibility: Visibility.REQUESTER,
  notifyManager: true,
  listSize: 50,
  ...over,
});
