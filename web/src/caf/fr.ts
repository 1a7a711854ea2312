/** Words of the CAF screens. Manual, "Neovacom – gestion de la CAF". */
export const CAF = {
  title: 'Échanges avec la CAF',
  lead: 'Loyers annuels, impayés et départs vers la CAF par le partenaire Neovacom ; bordereaux de paiement reçus.',
  back: 'Échanges avec la CAF',
  more: 'Afficher la suite',
  none: 'Rien à afficher.',
  entity: 'Entité',
  organisme: 'Organisme',
  everyOrganisme: 'Tous les organismes',
  year: 'Loyers de juillet',
  noEntity: 'Aucune entité comptable n’est connue : elle vient de LSC.',
  tenant: 'Locataire',
  account: 'Compte',
  open: 'Ouvrir la fiche',
  cancel: 'Annuler',
  today: 'AAAA-MM-JJ',
} as const;

export const CARDS = {
  rents: {
    title: 'Export CAF',
    text: 'Mise à jour annuelle des loyers (CAF12) : les loyers de juillet de chaque locataire rattaché à une CAF.',
  },
  arrears: {
    title: 'Export CAF impayés',
    text: 'Locataires présents qui ont plus de trois mois de retard (CAF32), et la liste légale à signaler.',
  },
  departures: {
    title: 'Départs et préavis',
    text: 'Radiations (CAF42) envoyées automatiquement à la validation d’un départ ou à l’enregistrement du préavis.',
  },
  statements: {
    title: 'Bordereaux de paiement',
    text: 'Importer un fichier CAF, rattacher ses lignes aux locataires, les valider en comptabilité.',
  },
  journal: {
    title: 'Journal des fichiers',
    text: 'Chaque fichier envoyé, son empreinte, ses totaux ; générer à nouveau.',
  },
  legal: {
    title: 'Impayés à signaler',
    text: 'Ce que la loi demande de signaler, avec le délai de deux mois, et les alertes sans message.',
  },
  settings: {
    title: 'Paramètres CAF',
    text: 'Par entité (onglet CAF) et par poste technique (dossiers d’échange).',
  },
} as const;

export const NOTES = {
  layout:
    'Format CAFX 1.0 : c’est le nôtre. L’intégrateur le remplace par celui de la convention que vous avez signée, sans changer le logiciel.',
  july: (year: number) =>
    `Les loyers de juillet ${year} servent au calcul de l’aide de janvier ${year + 1} : ce fichier est utile jusqu’au 31/12/${year}.`,
  once: 'Qui envoie ces fichiers ne doit pas déclarer aussi sur « Mon espace bailleur ».',
  msa: 'Les locataires de la MSA ne sont dans aucun fichier : déclarez-les à la MSA directement.',
} as const;

export const MESSAGES = {
  CAF12: 'CAF12 – loyers annuels',
  CAF32: 'CAF32 – impayés',
  CAF42: 'CAF42 – départs',
} as const;

const EXCLUSIONS: Readonly<Record<string, string>> = {
  NO_CAISSE: 'Non rattaché à une caisse.',
  MSA: 'Relève de la MSA : déclarez-le à la MSA directement.',
  OTHER_ORGANISME: 'Rattaché à un autre organisme.',
  GONE: 'Parti.',
  NOT_THERE_YET: 'Pas encore entré à cette date.',
  NO_UNIQUE_NUMBER: 'Sans numéro unique CAF : il arrive avec le premier bordereau de paiement importé.',
  NO_ARREARS: 'À jour de ses loyers.',
  ARREARS_TOO_RECENT: 'Trois mois de retard au plus.',
  BELOW_LEGAL_THRESHOLD: 'Sous le seuil légal.',
  NO_DEPARTURE: 'Pas de départ.',
  SETTING_MISSING: 'Organisme absent des paramètres CAF de l’entité.',
};

export const exclusionText = (code: string): string => EXCLUSIONS[code] ?? code;

export const EXPORT = {
  preview: 'Vérifier',
  generate: 'Générer le fichier',
  all: 'Tous',
  in: 'Dans le fichier',
  out: 'Exclus',
  faulty: 'À corriger',
  filter: 'Afficher',
  columns: {
    tenant: 'Locataire',
    why: 'Dans le fichier ?',
    rent: 'Loyer envoyé',
    debt: 'Dette',
    entry: 'Date d’entrée',
  },
  isIn: 'Oui',
  blocks: 'Bloque le fichier :',
  lines: 'Quittancement',
  byCodes: 'Lignes choisies par les codes fiscalité des paramètres.',
  byNature: 'Lignes choisies par LSC (aucun code fiscalité dans les paramètres).',
  counted: { RENT: 'loyer', CHARGES: 'charges', NONE: 'non compté' },
  share: (whole: string) => `sur ${whole} pour le logement`,
  entryFrom: { SHARER: '', FIRST_RENT_CALL: 'premier quittancement', MISSING: 'manquante' } as Readonly<
    Record<string, string>
  >,
  blocked: (count: number) =>
    count === 1
      ? 'Le fichier n’est pas généré : une erreur est à corriger.'
      : `Le fichier n’est pas généré : ${count} erreurs sont à corriger.`,
  again: 'Après correction, générez-le à nouveau.',
  empty: 'Personne n’est à envoyer : aucun fichier n’est créé.',
  checked: (count: number) =>
    count === 1
      ? 'Rien ne s’y oppose : un locataire sera dans le fichier.'
      : `Rien ne s’y oppose : ${count} locataires seront dans le fichier.`,
  failed: 'La génération a échoué. Elle peut être relancée.',
  done: (name: string) => `Fichier généré : ${name}`,
  dropped: (path: string) => `Déposé pour le partenaire : ${path}`,
  waiting: 'Conservé, pas encore déposé : ',
  examined: (count: number) => `${new Intl.NumberFormat('fr-FR').format(count)} locataires examinés.`,
  working:
    'Les locataires sont examinés un à un… Vous pouvez quitter cette page : le fichier ira à son terme.',
  nothingSent: 'rien n’est envoyé',
  plusCharges: (amount: string) => `charges ${amount}`,
  since: (from: string) => `depuis le ${from}`,
  legalList: 'La liste légale des impayés à signaler, avec ses délais',
  noOrganisme: 'Aucune CAF n’est renseignée pour cette entité : ajoutez l’organisme et son code bailleur.',
  settings: 'Paramètres CAF',
} as const;

const DROP: Readonly<Record<string, string>> = {
  FOLDER_GONE:
    'le dossier d’émission est introuvable. Reconnectez-le : un nouvel essai est fait automatiquement.',
  FOLDER_FULL:
    'le disque du dossier d’émission est plein. Libérez de la place : un nouvel essai est fait automatiquement.',
  FOLDER_READ_ONLY:
    'le dossier d’émission refuse l’écriture. Rendez-le inscriptible : un nouvel essai est fait automatiquement.',
  FOLDER_ERROR: 'le dossier d’émission ne répond pas correctement. Un nouvel essai est fait automatiquement.',
};
export const dropText = (code: string): string => DROP[code] ?? 'dépôt en cours.';

export const JOURNAL = {
  title: 'Journal des fichiers',
  lead: 'Chaque fichier est numéroté sans interruption par organisme, code bailleur et message.',
  columns: { file: 'Fichier', state: 'Dépôt', totals: 'Totaux', made: 'Créé', actions: 'Actions' },
  none: 'Aucun fichier n’a encore été généré.',
  again: 'Générer à nouveau',
  retry: 'Déposer maintenant',
  download: 'Télécharger',
  records: (count: number) => (count === 1 ? '1 locataire' : `${count} locataires`),
  excluded: 'Exclus',
  regenerated: 'généré à nouveau',
  automatic: 'automatique',
  state: { WAITING: 'En attente', DROPPED: 'Déposé' },
  blocked: 'Essais bloqués',
  message: 'Message',
  every: 'Tous les messages',
  everyState: 'Déposés ou en attente',
  from: 'Générés depuis le',
  until: 'jusqu’au',
  noneFound: 'Aucun fichier ne correspond à ces critères.',
} as const;

export const DEPARTURES = {
  title: 'Départs et préavis',
  lead: 'Chaque départ validé part à la CAF ; les départs validés ensemble sont dans un même fichier.',
  natures: { P: 'Préavis (P)', D: 'Départ (D)', A: 'Annulation (A)' },
  states: {
    PENDING: 'En cours d’envoi',
    SENT: 'Envoyé',
    EXCLUDED: 'Non envoyé',
    BLOCKED: 'À corriger',
    CANCELLED: 'Sans objet',
  } as Readonly<Record<string, string>>,
  columns: { tenant: 'Locataire', nature: 'Nature', dates: 'Dates', state: 'Envoi' },
  notice: 'préavis du',
  until: 'au',
  left: 'départ le',
  none: 'Aucun départ ni préavis d’un locataire rattaché à une caisse.',
  resend: (caisse: string) => `Envoyer ce qui a été corrigé (${caisse})`,
} as const;

export const LEGAL = {
  title: 'Impayés à signaler',
  lead: 'La règle est celle du jour où la dette s’est constituée. Deux mois pour signaler. L’aide retenue pour non-décence n’est pas comptée.',
  rules: {
    1: 'Deux fois la dépense de logement (jusqu’au 31/12/2026)',
    2: 'Plus de 450 € (depuis le 01/01/2027)',
    4: 'Trois mois depuis le premier impayé (depuis le 01/01/2027)',
  } as Readonly<Record<number, string>>,
  columns: {
    tenant: 'Locataire',
    debt: 'Dette',
    rule: 'Règle',
    deadline: 'À signaler avant le',
    reported: 'Signalé le',
  },
  left: (days: number) =>
    days < 0 ? `en retard de ${-days} j` : days === 0 ? 'aujourd’hui' : `encore ${days} j`,
  threshold: 'seuil',
  constituted: 'constituée le',
  firstDefault: 'premier impayé le',
  withheld: 'aide retenue (non-décence), non comptée :',
  plan: 'plan d’apurement',
  cleared: 'soldé le',
  showCleared: 'Afficher aussi les dettes soldées',
  report: 'Noter le signalement',
  proof: 'Preuve',
  none: 'Aucun impayé n’est à signaler.',
  on: 'Date du signalement',
  how: 'Moyen (courrier, espace bailleur, fichier CAF32…)',
  file: 'Preuve (PDF ou image)',
  chooseFile: 'Choisir un fichier',
  save: 'Enregistrer',
  inFile: 'aussi dans l’export CAF impayés',
  alerts: 'À signaler sans message',
  alertsLead: 'Aucun fichier n’existe pour ces événements : prévenez la caisse par courrier ou sur son site.',
  noAlerts: 'Aucune alerte.',
  toTell: 'Événement',
  answer: 'Réponse',
  sharers: (told: string, now: string) => `${told} dans le dernier fichier, ${now} aujourd’hui`,
  kinds: {
    SHARERS_CHANGED: 'Nombre de colocataires changé',
    SOLD: 'Logement vendu',
    MANDATE_ENDED: 'Fin du mandat',
    NOT_DECENT: 'Logement non décent : aide retenue',
    DIRECT_PAYMENT_OFFER: 'Proposition de paiement direct : à répondre dans les deux mois',
  } as Readonly<Record<string, string>>,
  since: 'depuis le',
  before: 'à répondre avant le',
  offer: 'Noter une proposition de paiement direct',
  offerAccount: 'Compte du locataire (par exemple 411DUPON)',
  offerOn: 'Reçue le',
  accept: 'Répondu : acceptée',
  decline: 'Répondu : refusée',
} as const;
