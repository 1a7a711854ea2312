/** Refusals of property's routes, by code. */
export const PROPERTY_SENTENCES: Readonly<Record<string, string>> = {
  // drafts
  DRAFT_NOT_FOUND: 'Ce brouillon n’existe plus : il a été supprimé, ou ses fiches ont été créées.',
  DRAFT_BEING_SAVED: 'Les fiches de ce brouillon sont en cours de création : attendez qu’elle soit terminée.',
  DRAFT_TOO_LARGE: 'Ce brouillon est trop volumineux : raccourcissez les textes ou retirez des documents.',
  STEP_CHANGED: '{by} a enregistré cette étape entre-temps : comparez sa saisie et la vôtre.',
  STEP_NOT_OF_WIZARD: 'Cette étape n’appartient pas à cet assistant.',
  ITEM_NOT_FOUND: 'Ce lot n’est plus dans le brouillon.',
  TOO_MANY_UNITS: 'Trop de lots à la fois : 50 au plus.',
  MANDATE_REQUIRED: 'Choisissez un mandat de gestion actif.',
  UNIT_REQUIRED: 'Choisissez au moins un lot sous mandat.',
  // register
  CARD_NOT_FOUND: 'Cette carte professionnelle n’existe pas ou n’est pas accessible.',
  ENTRY_NOT_FOUND: 'Cette inscription n’existe pas au registre.',
  ENTRY_ALREADY_ENDED: 'La fin de ce mandat est déjà annotée au registre.',
  DATE_BEFORE_ENTRY: 'La date précède celle de l’inscription : vérifiez-la.',
  // indices
  QUARTER_WRONG: 'Indiquez un trimestre comme T3 2026.',
  QUARTER_NOT_OVER: 'Ce trimestre n’est pas terminé : son indice n’est pas encore publié.',
  PUBLISHED_BEFORE_END: 'Un indice est publié après la fin de son trimestre : vérifiez cette date.',
  DATE_IN_FUTURE: 'Cette date est dans l’avenir : vérifiez-la.',
  VALUE_WRONG: 'Indiquez une valeur d’indice plausible, par exemple 148,37.',
  QUARTER_PUBLISHED: 'Cette valeur est publiée par l’INSEE : elle ne se modifie pas.',
  // files
  FILE_FULL:
    'Cette fiche a atteint sa taille maximale : retirez-en des documents ou raccourcissez ses notes, puis recommencez.',
  LEASE_NOT_FOUND: 'Ce locataire n’existe pas ou n’est pas accessible.',
  ACCOUNT_NOT_FOUND: 'Ce compte n’existe pas ou n’est pas accessible.',
  SHARER_NOT_FOUND: 'Ce colocataire n’est pas sur ce bail.',
  NOT_A_FLAT_SHARE: 'Ce bail n’est pas une colocation : personne ne peut y entrer en colocation.',
  SHARER_STAYS:
    'Ce colocataire n’a ni donné congé ni quitté le logement : enregistrez d’abord son préavis ou son départ.',
  SHARER_REPLACED: 'Ce colocataire est déjà remplacé sur le bail.',
  ALREADY_A_SHARER: 'Cette personne est déjà colocataire de ce logement : choisissez-en une autre.',
  SHARES_ABOVE_WHOLE:
    'Avec celles des colocataires qui restent, les parts dépassent 100 % : réduisez cette part.',
  SHARES_LEFT_OUT: 'Les autres colocataires n’ont pas de part : laissez ce champ vide.',
  NOTICE_ALREADY_GIVEN: 'Un préavis est déjà enregistré : annulez-le avant d’en saisir un autre.',
  NOTICE_NOT_FOUND: 'Ce préavis n’existe plus : il a déjà été annulé.',
  TENANT_LEFT: 'Ce locataire est déjà parti.',
  UNIT_LET_MEANWHILE: 'Le lot a été reloué entre-temps : choisissez une autre date ou un autre lot.',
  REVISION_TOO_EARLY: 'Le loyer a déjà été révisé il y a moins d’un an.',
  RENT_FROZEN: 'Le loyer d’un logement classé F ou G ne peut pas être révisé.',
  REVISION_REFUSED: 'Le loyer ne peut pas être révisé : voyez les motifs signalés.',
  ALARM_NOT_FOUND: 'Cette alarme n’existe plus ou est déjà faite.',
  FIELD_LOCKED: 'Cette donnée ne se modifie pas ici.',
  KEY_TAKEN: '« {value} » est déjà utilisé : choisissez une autre valeur.',
  DATE_WRONG: 'Cette date n’existe pas : vérifiez-la.',
  DATES_IN_DISORDER: 'Ces dates se contredisent : vérifiez leur ordre.',
  INVALID_DAY: 'Une date existante est attendue (AAAA-MM-JJ).',
  // the base
  COMMAND_DISCARDED: 'Cette création a été abandonnée : recommencez-la.',
  STAGING_NOT_FOUND: 'Cette création n’existe pas ou n’est plus en attente.',
  STAGING_CONFIRMED: 'Ces fiches sont déjà créées.',
  CAF_NUMBER_ALREADY_SET: 'Le numéro CAF de ce locataire est déjà connu et ne se modifie pas.',
};
