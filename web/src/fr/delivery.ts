import type { SimulatedMessage } from '../api/template-types.js';

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n > 1 ? many : one}`;

export const SIMULATION = {
  open: 'Voir ce qui partira',
  title: 'Ce qui partira',
  hint: "Rien n'est envoyé. Les relances partent seulement si personne n'agit avant ; les heures de repos peuvent les décaler.",
  none: 'Aucun message ne partira.',
  total: (mails: number, sms: number) =>
    `${plural(mails, 'e-mail')} et ${plural(sms, 'SMS', 'SMS')} en tout, si personne n'agit`,
  credits: 'Un SMS coûte un crédit.',
  atOnce: 'À la validation',
  later: 'Ensuite',
  reminder: "Si personne n'agit",
  sms: (n: number, recipients: number) =>
    `${plural(n, 'SMS', 'SMS')}${recipients > 1 ? ` × ${recipients} destinataires` : ''}`,
  ucs2: 'alphabet étendu',
  deliveries: {
    SILENCED: 'Ne partira pas (mode silencieux)',
    FAILED: 'Ne partira pas (aucune adresse)',
  } satisfies Partial<Record<SimulatedMessage['delivery'], string>>,
};

export const SETTINGS_TABS = {
  label: 'Parties des paramètres',
  names: {
    module: 'Module',
    'mail-templates': "Modèles d'e-mails",
    'sms-templates': 'Modèles de SMS',
    channels: "Comptes d'envoi",
  },
};
