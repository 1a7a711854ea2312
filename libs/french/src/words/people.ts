import type { ChannelCode, CorrespondentCode, DeliveryCode } from './codes.js';

/** Words about people and what is sent to them, that the agency reads. */

export const CORRESPONDENT_ROLES: Readonly<Record<CorrespondentCode, string>> = {
  OWNER: 'Propriétaire',
  COUNCIL_PRESIDENT: 'Président du conseil syndical',
  COUNCIL_MEMBER: 'Membre du conseil syndical',
  TENANT: 'Locataire',
  OTHER: 'Autre personne',
  REQUESTER: 'Demandeur',
};

export const DELIVERIES: Readonly<Record<DeliveryCode, string>> = {
  QUEUED: 'En attente d’envoi',
  SENT: 'Envoyé',
  DELIVERED: 'Remis',
  FAILED: 'Échec de l’envoi',
  SILENCED: 'Non envoyé (mode silencieux)',
};

export const CHANNELS: Readonly<Record<ChannelCode, string>> = { MAIL: 'E-mail', SMS: 'SMS' };
