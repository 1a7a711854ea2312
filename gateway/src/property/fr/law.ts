/**
 * What the law says of a step, by the code of its rule (`RulesService.ListRules` has the sources), and what to do. Values such
 * as `{months}` are those of the rule's row.
 */
export const LAW: Readonly<Record<string, string>> = {
  // mandates
  POWER_OF_RECEIVING_MONEY_MISSING:
    'Le mandat doit donner expressément le pouvoir de recevoir des fonds : cochez-le.',
  ACCOUNTS_YEARLY_AT_LEAST:
    'Les comptes doivent être rendus au moins une fois par an : choisissez une périodicité.',
  FEES_MISSING: 'Le mandat doit indiquer les honoraires : complétez-les.',
  // leases
  LEASE_TOO_SHORT: 'Ce type de bail dure au moins {months} mois : allongez-le.',
  LEASE_TOO_SHORT_FOR_COMPANY:
    'Le bailleur est une société (hors SCI familiale) : le bail devrait durer au moins {months} mois.',
  LEASE_LENGTH_OUT_OF_RANGE: 'Un bail mobilité dure de {from} à {to} mois : corrigez la durée.',
  TAX_IDENTIFIER_MISSING:
    'L’identifiant fiscal du logement doit figurer au bail : complétez la fiche du lot.',
  SURFACE_MISSING: 'La surface habitable doit figurer au bail : complétez la fiche du lot.',
  LAST_RENT_MISSING:
    'Le logement s’est libéré depuis moins de {months} mois : le dernier loyer doit figurer au bail.',
  CLASS_NOT_TO_BE_LET: 'Un logement classé {class} ne peut plus être loué comme résidence principale.',
  DPE_MISSING:
    'Le diagnostic de performance énergétique doit être annexé au bail : complétez la fiche du lot.',
  RENT_CONTROLLED:
    'Les loyers sont encadrés à {commune} depuis le {since} : vérifiez que le loyer hors charges ne dépasse pas le loyer de référence majoré fixé par le préfet.',
  // deposit and guarantees
  DEPOSIT_TOO_HIGH: 'Le dépôt de garantie est limité à {months} mois de loyer hors charges : réduisez-le.',
  DEPOSIT_FORBIDDEN: 'Aucun dépôt de garantie ne peut être demandé pour un bail mobilité : retirez-le.',
  DEPOSIT_WITH_RENT_IN_ADVANCE:
    'Quand le loyer est payé plus de {months} mois d’avance, aucun dépôt ne peut être demandé.',
  GUARANTOR_WITH_GLI:
    'Une caution ne s’ajoute pas à une assurance des loyers impayés, sauf pour un étudiant ou un apprenti : retirez le garant, ou excluez le bail de la GLI à l’étape 5.',
  GUARANTOR_FOR_COMPANY:
    'Le bailleur est une société (hors SCI familiale) : la caution n’est permise que pour un étudiant ou par certains organismes.',
  GUARANTOR_NAMES_NO_SHARER:
    'Dans une colocation, une caution nomme le colocataire qu’elle garantit : choisissez-le.',
  // revision
  CLASS_FROZEN: 'Le loyer d’un logement classé F ou G ne peut pas être révisé.',
  REVISED_THIS_YEAR: 'Le loyer a déjà été révisé il y a moins de {months} mois.',
  REVISION_TOO_LATE:
    'La révision n’a pas été demandée dans les {months} mois de sa date : elle est perdue pour cette année.',
  INDEX_OF_ANOTHER_KIND: 'Le loyer d’un logement se révise par l’IRL : choisissez cet indice.',
  INDEX_MISSING: 'L’indice du {quarter} n’est pas dans la table : un administrateur peut l’ajouter.',
  INDEX_NONE: 'Ce bail ne prévoit pas de révision par un indice.',
  INDEX_VALUE_DIFFERS: 'La valeur saisie n’est pas celle de la table pour ce trimestre : vérifiez-la.',
  AMOUNT_MISSING: 'Ce bail n’a pas de ligne de loyer hors charges.',
};

/** When the values of the row did not come along. */
export const PLAIN_LAW: Readonly<Record<string, string>> = {
  LEASE_TOO_SHORT: 'La durée est inférieure au minimum légal de ce type de bail : allongez-la.',
  LEASE_TOO_SHORT_FOR_COMPANY:
    'Le bailleur est une société (hors SCI familiale) : le bail devrait durer six ans.',
  LEASE_LENGTH_OUT_OF_RANGE: 'Cette durée n’est pas permise pour ce type de bail : corrigez-la.',
  LAST_RENT_MISSING: 'Le logement s’est libéré récemment : le dernier loyer doit figurer au bail.',
  CLASS_NOT_TO_BE_LET:
    'Un logement de cette classe énergie ne peut plus être loué comme résidence principale.',
  RENT_CONTROLLED:
    'Les loyers sont encadrés dans cette commune : vérifiez que le loyer hors charges ne dépasse pas le loyer de référence majoré.',
  DEPOSIT_TOO_HIGH: 'Le dépôt de garantie dépasse le plafond légal pour ce type de bail : réduisez-le.',
  DEPOSIT_WITH_RENT_IN_ADVANCE:
    'Quand le loyer est payé longtemps d’avance, aucun dépôt ne peut être demandé.',
  REVISED_THIS_YEAR: 'Le loyer a déjà été révisé il y a moins d’un an.',
  REVISION_TOO_LATE: 'La révision n’a pas été demandée dans l’année : elle est perdue pour cette fois.',
  INDEX_MISSING: 'L’indice de ce trimestre n’est pas dans la table : un administrateur peut l’ajouter.',
};
