import type { ErrorKind } from '@intervia/messaging';
import { APPROVAL_CHANGE_MINUTES } from '@intervia/rules';
import { ACCOUNT_SENTENCES } from './fr/accounts.js';
import { LSC_SENTENCES } from './fr/lsc.js';
import { PROPERTY_SENTENCES } from './fr/property.js';
import { CAF_SENTENCES } from './fr/caf.js';
import { JESTIMO_SENTENCES } from './fr/jestimo.js';

/** Heading of a problem, by kind. */
export const TITLES: Readonly<Record<ErrorKind, string>> = {
  invalid: 'Demande incorrecte',
  unauthenticated: 'Connexion requise',
  forbidden: 'Action refusée',
  'not-found': 'Introuvable',
  conflict: 'Action impossible',
  unavailable: 'Service momentanément indisponible',
  internal: 'Erreur interne',
};

/** Said when a code has no sentence of its own. */
const FALLBACKS: Readonly<Record<ErrorKind, string>> = {
  invalid: 'La demande contient des erreurs.',
  unauthenticated: 'Veuillez vous connecter.',
  forbidden: 'Vous n’avez pas le droit de faire cette action.',
  'not-found': 'Cet élément n’existe pas ou n’est pas accessible.',
  conflict: 'L’action n’est plus possible dans l’état actuel.',
  unavailable: 'Le service ne répond pas pour le moment. Réessayez dans quelques instants.',
  internal:
    'Une erreur inattendue s’est produite. Réessayez ; si elle persiste, prévenez votre administrateur.',
};

/** Code → sentence. `{name}` is a value that comes with the error. */
export const SENTENCES: Readonly<Record<string, string>> = {
  INVALID_PERIOD:
    'La période n’est pas valable : vérifiez que la date de fin ne précède pas la date de début.',
  PERIOD_TOO_LONG: 'La période est trop longue : dix ans au plus.',
  REPORT_NOT_FOUND: 'Ce rapport n’existe pas ou n’est plus accessible.',
  REPORT_NOT_READY: 'Ce rapport n’est pas encore prêt.',
  REPORT_STAYS_INSIDE:
    'Seule une version à diffuser, sur toute une copropriété, peut être donnée au conseil syndical ou aux copropriétaires.',
  REPORT_NOT_FAILED: 'Ce rapport n’est pas en échec : il n’y a rien à recommencer.',
  INVALID_CARNET: 'Le carnet contient des erreurs : vérifiez les lignes signalées.',
  ...ACCOUNT_SENTENCES,
  ...LSC_SENTENCES,
  // requests
  INVALID_REQUEST: 'La demande contient des erreurs : vérifiez les champs signalés.',
  MALFORMED_JSON: 'Le contenu envoyé n’est pas un JSON valide.',
  MALFORMED_UPLOAD: 'L’envoi des fichiers est incomplet ou illisible.',
  UNSUPPORTED_MEDIA_TYPE: 'Ce format de contenu n’est pas accepté.',
  PAYLOAD_TOO_LARGE: 'Le contenu envoyé est trop volumineux.',
  IDEMPOTENCY_KEY_REQUIRED: 'L’en-tête Idempotency-Key est obligatoire (1 à 200 caractères).',
  IDEMPOTENCY_KEY_REUSED:
    'Cette clé Idempotency-Key a déjà servi à une autre demande. Recommencez avec une nouvelle clé.',
  TOO_MANY_REQUESTS: 'Trop de demandes en peu de temps. Réessayez dans un instant.',
  STORAGE_FULL:
    'Le disque de la plateforme est presque plein : vous pouvez tout consulter, mais rien enregistrer pour l’instant. Rien n’a été modifié ; réessayez dans quelques minutes.',
  SERVICE_BUSY: 'La plateforme est très sollicitée : rien n’a été modifié. Réessayez dans quelques secondes.',
  TOO_MANY_STREAMS: 'Trop de fenêtres ouvertes sur votre compte. Fermez-en une et réessayez.',
  NOT_FOUND: 'Cette page n’existe pas.',
  METHOD_NOT_ALLOWED: 'Cette méthode n’est pas acceptée ici.',
  // fields
  REQUIRED: 'Ce champ est obligatoire.',
  INVALID_TEXT: 'Un texte est attendu.',
  INVALID_CHARACTER: 'Ce texte contient un caractère qui ne peut pas être enregistré.',
  TOO_LONG: '{max} caractères au plus.',
  TOO_MANY: '{max} éléments au plus.',
  INVALID_LIST: 'Une liste est attendue.',
  INVALID_OBJECT: 'Un objet est attendu.',
  INVALID_FLAG: 'Oui ou non est attendu.',
  INVALID_NUMBER: 'Un nombre entier entre {min} et {max} est attendu.',
  INVALID_CHOICE: 'Valeur inconnue. Valeurs possibles : {values}.',
  INVALID_INSTANT: 'Une date et une heure avec fuseau sont attendues (ISO 8601).',
  INVALID_ID: 'Identifiant incorrect.',
  INVALID_MAIL: '« {value} » n’est pas une adresse e-mail valide.',
  INVALID_MOBILE: '« {value} » n’est pas un numéro de mobile valide.',
  UNKNOWN_FIELD: 'Ce champ n’est pas connu.',
  INVALID_FIELD: 'Valeur incorrecte.',
  MALFORMED: 'Le format n’est pas valide.',
  OUT_OF_RANGE: 'La valeur est hors des limites permises.',
  TOO_LARGE: 'La valeur est trop grande.',
  TOO_SMALL: 'La valeur est trop petite.',
  IN_THE_PAST: 'Cette date est passée.',
  IN_THE_FUTURE: 'Cette date est à venir : indiquez quand cela a été dit.',
  TOO_FAR: 'Cette date est à plus d’un an.',
  INVALID: 'Cette valeur n’est pas valide.',
  EXACTLY_ONE_PLACE: 'Choisissez un immeuble ou un lot.',
  USER_UNKNOWN: 'Cet utilisateur n’existe pas.',
  USER_CANNOT_ACT:
    'Cet utilisateur ne peut pas modifier les tickets de ce module : choisissez quelqu’un d’autre.',
  DOCUMENT_UNKNOWN: 'Ce document n’existe pas ou n’est plus disponible. Ajoutez-le de nouveau.',
  // files
  FILE_TOO_LARGE: '« {name} » dépasse la taille maximale ({max} Mo).',
  FILE_TYPE_REFUSED: 'Le type de « {name} » n’est pas accepté.',
  FILE_EMPTY: '« {name} » est vide.',
  FILE_INFECTED:
    '« {name} » contient un virus : il n’est pas conservé. Prévenez la personne qui vous l’a transmis.',
  FILE_SCAN_UNAVAILABLE:
    'L’antivirus ne répond pas : aucun fichier n’est reçu pour le moment. Réessayez dans quelques minutes.',
  FILE_NOT_FOUND: 'Ce fichier n’existe pas ou n’est plus disponible.',
  TOO_MANY_FILES: '{max} fichiers au plus par envoi.',
  NO_FILE: 'Aucun fichier n’a été envoyé.',
  UPLOAD_REFUSED: 'Aucun fichier n’a été retenu : corrigez les fichiers signalés et recommencez.',
  DOCUMENT_NOT_FOUND: 'Ce document n’existe pas ou n’est pas accessible.',
  // directory
  AGENCY_NOT_FOUND: 'Cette agence n’existe pas.',
  PLACE_NOT_FOUND: 'Cet immeuble ou ce lot n’existe pas ou n’est pas accessible.',
  // tickets
  INVALID_TICKET: 'Le ticket contient des erreurs : vérifiez les champs signalés.',
  INVALID_COMMAND: 'L’action contient des erreurs : vérifiez les champs signalés.',
  GERANCE_ONLY: 'Ce choix n’existe qu’en gérance.',
  NOT_ASKED: 'Cette question n’est pas posée.',
  NOT_IN_THIS_MODULE: 'Ce choix n’existe pas dans ce module.',
  NOT_AN_APPROVER: 'Dans ce module, cette personne n’approuve pas de devis.',
  ONLY_WHEN_LATE: 'Un retard ne se donne qu’avec la réponse « en retard ».',
  ACTOR_NOT_ALLOWED: 'Cette action ne vous est pas ouverte.',
  PLACE_NOT_ATTACHED:
    'Vous n’êtes pas rattaché(e) à « {place} » : choisissez un immeuble ou un lot dont vous êtes l’assistant(e) ou le comptable.',
  TICKET_NOT_FOUND: 'Ce ticket n’existe pas ou n’est pas accessible.',
  MISSION_NOT_FOUND: 'Cette mission n’existe pas ou n’est pas accessible.',
  TICKET_ALREADY_CLOSED: 'Ce ticket est clos : il ne peut plus être modifié.',
  TICKET_CHANGED_MEANWHILE:
    '{by} vient de modifier ce que vous modifiez : rien n’a été enregistré. Choisissez ce qui doit rester.',
  CHANGED_MEANWHILE: 'Quelqu’un d’autre vient de modifier ce champ.',
  DRAFT_FULL:
    'Ce dossier est trop long pour être enregistré : rien n’a été modifié. Raccourcissez un texte ou retirez une ligne.',
  FILE_FULL:
    'Cette fiche est trop longue pour être enregistrée : rien n’a été modifié. Raccourcissez un texte.',
  PERSON_IN_OPEN_TICKET:
    'Cette personne intervient encore dans le ticket n° {number}, qui est en cours : clôturez-le d’abord.',
  PERSON_IN_SERVICE:
    '{name} a encore des droits dans l’agence, ou suit un immeuble ou un lot : retirez-les d’abord depuis LSC.',
  PERSON_UNKNOWN: 'Indiquez de qui il s’agit : une fiche, un e-mail, un téléphone ou un nom.',
  TICKET_FULL:
    'Ce ticket ne peut plus rien recevoir : trop de documents ou d’échanges y sont déjà. Rien n’a été enregistré. Clôturez-le et ouvrez-en un autre pour la suite.',
  ACTION_NOT_ALLOWED: 'Cette action n’est pas possible à cette étape du ticket.',
  VERSION_CONFLICT:
    'Ces informations viennent d’être modifiées par quelqu’un d’autre. Rechargez-les et recommencez.',
  INVALID_SETTINGS: 'Les paramètres contiennent des erreurs : vérifiez les champs signalés.',
  OWNER_APPROVAL_REQUIRED:
    'Ce devis dépasse le seuil du mandat : le propriétaire doit l’approuver avant qu’il soit accepté.',
  QUOTE_ALREADY_ACCEPTED: 'Un autre devis de ce ticket est déjà accepté.',
  ANSWER_SETTLED: `Les ${APPROVAL_CHANGE_MINUTES} minutes pour changer cette réponse sont passées.`,
  QUOTE_ALREADY_APPROVED:
    'Un autre devis de ce ticket est déjà approuvé : un seul peut l’être. Revenez d’abord sur cette approbation.',
  NOTHING_TO_STEP_BACK: 'Il n’y a pas d’étape précédente à laquelle revenir.',
  NOT_ON_MULTI_WORK_ORDER:
    'Cette action n’existe pas sur un ordre de service adressé à plusieurs intervenants.',
  CORRESPONDENT_NOT_FOUND: 'Ce correspondant n’existe pas ou n’est pas accessible.',
  THREAD_NOT_FOUND: 'Cet échange n’existe pas ou n’est pas accessible.',
  NOTHING_TO_RESEND: 'Aucun message avec un lien n’est encore parti à cette personne : écrivez-lui d’abord.',
  NOT_THE_CALLER: 'Le créateur du ticket est l’utilisateur connecté.',
  // notifications
  TEMPLATE_NOT_FOUND: 'Ce modèle n’existe pas.',
  INVALID_TEMPLATE: 'Le modèle contient des erreurs : vérifiez les champs signalés.',
  UNKNOWN_VARIABLE: 'Ce modèle ne connaît pas : {variables}.',
  SYNTAX: 'Une variable est mal écrite : vérifiez les accolades.',
  NO_VARIABLES: 'Un SMS n’a pas de variables.',
  NO_ADDRESS: 'Votre compte n’a ni adresse e-mail ni mobile pour recevoir cet essai.',
  TEST_NOT_SENT: 'L’essai n’a pas pu être envoyé. Vérifiez les paramètres d’envoi.',
  TEST_BEING_SENT: 'Cet essai est déjà en cours d’envoi. S’il n’arrive pas, relancez-le.',
  INVALID_CHANNELS: 'Les paramètres d’envoi contiennent des erreurs : vérifiez les champs signalés.',
  HOST_NOT_PUBLIC: 'Ce serveur n’est pas sur Internet : indiquez l’adresse que donne votre fournisseur.',
  PORT_REFUSED: 'Ce port n’est pas celui d’un serveur d’envoi : 465, 587, 25 ou 2525.',
  KEY_TOO_SHORT: 'Cette clé est trop courte : 2 048 bits au moins.',
  SECRETS_NOT_CONFIGURED:
    'Les mots de passe ne peuvent pas être enregistrés : le chiffrement n’est pas configuré sur le serveur.',
  RECEIPT_REFUSED: 'Cet accusé n’a pas été accepté.',
  EXACTLY_ONE_EXCHANGE: 'Choisissez l’intervenant ou le correspondant à qui revient cette réponse.',
  REVIEW_NOT_FOUND: 'Cette réponse n’existe pas ou n’est pas accessible.',
  REVIEW_ALREADY_SETTLED: 'Cette réponse a déjà été traitée.',
  DEAD_LETTER_NOT_FOUND: 'Ce message en échec n’existe pas ou a déjà été traité.',
  // archive
  ARCHIVE_NOT_FOUND: 'Le résumé et les documents ne sont disponibles qu’une fois le ticket clos.',
  ARCHIVE_NOT_READY: 'Le dossier est en préparation. Réessayez dans un instant.',
  ARCHIVE_FAILED: 'La préparation du dossier a échoué. Prévenez votre administrateur.',
  // contractor links
  LINK_UNKNOWN: 'Ce lien n’est pas valide.',
  LINK_EXPIRED: 'Ce lien a expiré. Demandez-en un nouveau à l’agence.',
  ...PROPERTY_SENTENCES,
  ...CAF_SENTENCES,
  ...JESTIMO_SENTENCES,
};

/** For services that give a code without its values. */
const WITHOUT_VALUES: Readonly<Record<string, string>> = {
  TOO_LONG: 'Ce texte est trop long.',
  TOO_MANY: 'Il y en a trop.',
  UNKNOWN_VARIABLE: 'Ce modèle ne connaît pas toutes ces variables.',
  INVALID_CHOICE: 'Valeur inconnue.',
  INVALID_MAIL: 'Une adresse e-mail n’est pas valide.',
  INVALID_MOBILE: 'Un numéro de mobile n’est pas valide.',
  PLACE_NOT_ATTACHED: 'Vous n’êtes pas rattaché(e) à cet immeuble ou à ce lot.',
  STEP_CHANGED: 'Cette étape a changé entre-temps : comparez sa saisie et la vôtre.',
  FILE_TOO_LARGE: 'Un fichier dépasse la taille maximale.',
  FILE_TYPE_REFUSED: 'Le type d’un fichier n’est pas accepté.',
  TOO_MANY_FILES: 'Il y a trop de fichiers.',
};

const LOT = 'lot';

export interface Spoken {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly params?: Readonly<Record<string, string>>;
}

/** The sentence people read for an error. */
export function sentenceOf({ code, kind, params = {} }: Spoken): string {
  const template = own(SENTENCES, code) ?? FALLBACKS[kind];
  const values = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (values.some((name) => own(params, name) === undefined))
    return own(WITHOUT_VALUES, code) ?? FALLBACKS[kind];
  return template.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** "Résidence Les Tilleuls, lot 12". */
export function placeLabel(building: string, unit?: { label: string; reference: string }): string {
  return unit ? `${building}, ${unit.label || `${LOT} ${unit.reference}`}` : building;
}
