import { SENTENCES } from '../../fr.js';
import { filled } from './filled.js';
import { LAW, PLAIN_LAW } from './law.js';

/** What is wrong in a field of a wizard: why, and what to do. */
const FAULTS: Readonly<Record<string, string>> = {
  REQUIRED: 'Cette information est indispensable : complétez-la.',
  UNREADABLE: '« {text} » n’est pas lisible : corrigez cette saisie.',
  OUT_OF_RANGE: 'Indiquez une valeur entre {least} et {most}.',
  DATES_IN_DISORDER: 'Cette date ne peut pas précéder le {after} : vérifiez leur ordre.',
  ID_WRONG: 'Cette ligne est en double : retirez-la et ajoutez-la de nouveau.',
  TOO_LONG: '{most} caractères au plus : raccourcissez ce texte.',
  TOO_MANY: '{most} lignes au plus.',
  TOO_LARGE: 'Cette fiche est trop volumineuse : raccourcissez ses textes ou retirez des documents.',
  // identity
  SIRET_WRONG: 'Ce numéro n’est ni un SIREN (9 chiffres) ni un SIRET (14 chiffres) valide : vérifiez-le.',
  MAIL_WRONG: '« {value} » n’est pas une adresse e-mail valide : vérifiez-la.',
  MOBILE_WRONG: '« {value} » n’est pas un numéro de mobile valide : vérifiez-le.',
  PHONE_WRONG: 'Ce numéro de téléphone n’est pas valide : vérifiez-le.',
  POSTAL_CODE_WRONG: 'Un code postal français a cinq chiffres : vérifiez-le.',
  COUNTRY_WRONG: 'Indiquez le pays par son code de deux lettres, par exemple BE.',
  CODE_WRONG: 'Ce code n’est pas valide : lettres, chiffres, tirets et points seulement.',
  PARTY_UNKNOWN: 'Ce tiers n’existe plus : choisissez-en un autre ou créez-le.',
  // money
  IBAN_WRONG: 'Cet IBAN n’est pas valide : vérifiez ses caractères un par un.',
  BIC_WRONG: 'Ce BIC n’est pas valide : il a 8 ou 11 caractères.',
  BIC_NOT_OF_IBAN: 'Ce BIC n’est pas celui du pays de l’IBAN : vérifiez les deux.',
  AMOUNT_WRONG: 'Ce montant n’est pas plausible : vérifiez-le.',
  AMOUNT_NEGATIVE: 'Un montant ne peut pas être négatif.',
  AMOUNT_TOO_LARGE: 'Ce montant est trop grand : vérifiez-le.',
  RATE_WRONG: 'Ce taux n’est pas plausible : indiquez un pourcentage entre 0 et 100.',
  ICS_WRONG: 'Cet identifiant de créancier SEPA n’est pas valide : vérifiez-le.',
  SEPA_REFERENCE_WRONG: 'Une référence de mandat SEPA a 35 caractères au plus, sans espace.',
  SHARES_NOT_WHOLE: 'Les parts doivent faire 100 % : elles font {percent} %.',
  SHARE_WRONG: 'Une part est comprise entre 0 et 100 %.',
  ENTITY_UNKNOWN: 'Cette entité comptable n’existe plus : choisissez-en une autre.',
  USER_UNKNOWN: 'Cet utilisateur n’existe plus : choisissez-en un autre.',
  // dates
  DATE_IN_FUTURE: 'Cette date est dans l’avenir : vérifiez-la.',
  DATE_TOO_FAR: 'Cette date est trop éloignée : vérifiez-la.',
  DAY_WRONG: 'Indiquez un jour du mois entre 1 et 28.',
  QUARTER_WRONG: 'Indiquez un trimestre comme T2 2025.',
  // mandate and units
  CARD_UNKNOWN: 'Cette carte professionnelle n’existe plus : choisissez-en une autre.',
  MANDATE_NUMBER_WRONG: 'Ce numéro de mandat n’est pas valide.',
  BUILDING_UNKNOWN: 'Cet immeuble n’existe plus : choisissez-en un autre ou créez-le.',
  UNIT_UNKNOWN: 'Ce lot n’existe plus : choisissez-en un autre.',
  TAX_IDENTIFIER_WRONG:
    'L’identifiant fiscal d’un logement a 12 chiffres, dont les deux premiers sont le département : vérifiez-le.',
  DPE_NUMBER_WRONG: 'Un numéro de DPE a 13 caractères : vérifiez-le sur le diagnostic.',
  ENERGY_CLASS_WRONG: 'Une classe énergie va de A à G.',
  YEAR_WRONG: 'Cette année n’est pas plausible : vérifiez-la.',
  NUMBER_WRONG: 'Ce nombre n’est pas plausible : vérifiez-le.',
  SURFACE_WRONG: 'Cette surface n’est pas plausible : vérifiez-la.',
  NOT_CHANGEABLE: 'Un lot de syndic est repris tel quel : rien ne s’y modifie ici.',
  UNIT_MISSING: 'Rattachez au moins un lot au mandat.',
  // tenant
  SHARERS_MISSING: 'Une colocation a au moins deux colocataires : ajoutez-les.',
  SHARER_UNKNOWN: 'Ce colocataire n’est pas sur ce bail : choisissez-en un autre.',
  PARTY_TWICE: 'Ce tiers est déjà dans la liste.',
  FUND_CODE_WRONG: 'Un code organisme a trois chiffres.',
  BENEFICIARY_WRONG:
    'Ce numéro d’allocataire n’est pas valide : sept chiffres, et une lettre s’il y en a une.',
  RENT_MISSING: 'Ajoutez au moins une ligne de loyer.',
  LENGTH_WRONG: 'Cette durée ne convient pas à ce type de bail.',
  INDEX_WRONG: 'Cet indice ne convient pas à ce type de bail.',
  // the final save
  PARTY_CODE_TAKEN: 'Le code « {value} » appartient déjà à un autre tiers : saisissez-en un autre.',
  ACCOUNT_NUMBER_TAKEN: 'Le compte « {value} » existe déjà dans cette entité : saisissez-en un autre.',
  BUILDING_CODE_TAKEN: 'Le code « {value} » appartient déjà à un autre immeuble : saisissez-en un autre.',
  PHYSICAL_CODE_TAKEN: 'Le code physique « {value} » existe déjà : saisissez-en un autre.',
  MANAGEMENT_CODE_TAKEN: 'Le code gestion « {value} » existe déjà : saisissez-en un autre.',
  MANDATE_NUMBER_TAKEN: 'Le mandat n° {value} existe déjà au registre : reprenez le numéro automatique.',
  MANDATE_NUMBER_OF_REGISTER:
    'Les numéros à partir de {next} sont ceux que le registre va donner : reprenez le numéro automatique.',
  SEPA_MANDATE_TAKEN: 'La référence de mandat SEPA « {value} » a déjà servi : saisissez-en une autre.',
  SEPA_REFERENCE_TAKEN: 'La référence SEPA « {value} » a déjà servi : saisissez-en une autre.',
  UNIT_LET_MEANWHILE: 'Le lot a été loué entre-temps : choisissez une autre date d’effet ou un autre lot.',
  LEASE_OVERLAPS:
    'Un bail court déjà sur ce lot, jusqu’au {until} : choisissez une date d’effet après ce jour.',
  SYNDIC_UNIT_WITHDRAWN: 'Ce lot a été retiré du module syndic entre-temps : retirez-le de la liste.',
  UNIT_UNDER_MANDATE: 'Ce lot est déjà sous un autre mandat : retirez-le de la liste.',
  // more of what a form may say
  AID_ABOVE_RENT: 'L’aide dépasse le loyer : vérifiez les deux montants.',
  AMOUNT_ABSURD: 'Ce montant n’est pas plausible : vérifiez-le.',
  BENEFICIARY_NUMBER_WRONG: 'Ce numéro d’allocataire n’est pas valide : vérifiez-le.',
  CALLED_BEFORE_EFFECT: 'Le quittancement commence avant la prise d’effet du bail : vérifiez les deux dates.',
  CARD_EXPIRED:
    'Cette carte professionnelle n’est plus valide à la date du mandat : choisissez-en une autre.',
  CARD_WITHOUT_MENTION:
    'Cette carte professionnelle ne porte pas la mention Gestion : choisissez-en une autre.',
  CLASS_WRONG: 'Une classe va de A à G.',
  CREDITOR_ID_WRONG: 'Cet identifiant de créancier SEPA (ICS) n’est pas valide : vérifiez-le.',
  DATE_FOR_CLASS: 'Indiquez la date du diagnostic qui donne cette classe.',
  DIAGNOSTIC_EXPIRED: 'Ce diagnostic a expiré : faites-le renouveler.',
  IBAN_FOR_TRANSFER: 'Un règlement par virement demande un IBAN : complétez-le.',
  INSURANCE_EXPIRED: 'L’assurance habitation a expiré : demandez une attestation.',
  INSURANCE_MISSING: 'L’échéance de l’assurance habitation manque : demandez une attestation.',
  LINES_MISSING: 'Ajoutez au moins une ligne au quittancement.',
  MANDATE_REFERENCE_WRONG: 'Une référence de mandat SEPA a 35 caractères au plus, sans espace.',
  MOBILITY_NOT_REVISED: 'Le loyer d’un bail mobilité ne se révise pas : choisissez « Pas de révision ».',
  NAME_WITHOUT_LETTER: 'Un nom contient au moins une lettre : vérifiez-le.',
  RANGE_IN_DISORDER: 'Le premier montant dépasse le second : vérifiez leur ordre.',
  RENT_LINE_MISSING: 'Ajoutez une ligne de loyer hors charges.',
  REVISION_FROZEN_BY_CLASS: 'La classe énergie F ou G gèle la révision du loyer.',
  SHARERS_WITHOUT_FLAT_SHARE:
    'Des colocataires ne vont qu’avec une colocation : changez le type de bail ou retirez-les.',
  TAX_IDENTIFIER_ELSEWHERE: 'Cet identifiant fiscal est celui d’un autre département : vérifiez-le.',
  TEXT_WRONG: 'Ce texte contient des caractères qui ne sont pas permis : retirez-les.',
  UNIT_STILL_LET: 'Encore en place, sans préavis : {tenants}. Choisissez une date d’effet après le départ.',
  UNIT_TWICE: 'Ce lot est déjà dans la liste.',
  STEP_INCOMPLETE: 'Cette étape est à compléter.',
  CHANGED_MEANWHILE: 'Cette fiche a été modifiée entre-temps : vérifiez-la et recommencez.',
};

/** When its values did not come along. */
const PLAIN: Readonly<Record<string, string>> = {
  LEASE_OVERLAPS:
    'Un bail court déjà sur ce lot à cette date : choisissez une date d’effet postérieure à son départ.',
  UNIT_STILL_LET:
    'Un locataire est encore en place à cette date : choisissez une date postérieure à son départ.',
  UNREADABLE: 'Cette saisie n’est pas lisible : corrigez-la.',
  OUT_OF_RANGE: 'La valeur est hors des limites permises.',
  DATES_IN_DISORDER: 'Ces dates se contredisent : vérifiez leur ordre.',
  TOO_LONG: 'Ce texte est trop long : raccourcissez-le.',
  TOO_MANY: 'Il y a trop de lignes.',
  MAIL_WRONG: 'Une adresse e-mail n’est pas valide : vérifiez-la.',
  MOBILE_WRONG: 'Un numéro de mobile n’est pas valide : vérifiez-le.',
  SHARES_NOT_WHOLE: 'Les parts doivent faire ensemble 100 %.',
  PARTY_CODE_TAKEN: 'Ce code appartient déjà à un autre tiers : saisissez-en un autre.',
  ACCOUNT_NUMBER_TAKEN: 'Ce compte existe déjà dans cette entité : saisissez-en un autre.',
  BUILDING_CODE_TAKEN: 'Ce code appartient déjà à un autre immeuble : saisissez-en un autre.',
  PHYSICAL_CODE_TAKEN: 'Ce code physique existe déjà : saisissez-en un autre.',
  MANAGEMENT_CODE_TAKEN: 'Ce code gestion existe déjà : saisissez-en un autre.',
  MANDATE_NUMBER_TAKEN: 'Ce numéro de mandat existe déjà au registre : reprenez le numéro automatique.',
  SEPA_REFERENCE_TAKEN: 'Cette référence SEPA a déjà servi : saisissez-en une autre.',
};

const UNKNOWN = 'Cette saisie est à vérifier.';

/** What a sentence says in words of its own: shares come in ten-thousandths. */
function shown({ sum, ...params }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const percent: Record<string, string> =
    sum === undefined ? {} : { percent: (Number(sum) / 100).toLocaleString('fr-FR') };
  const texts = Object.entries(params).map(([name, value]) => [name, frenchDate(value)]);
  return { ...(Object.fromEntries(texts) as Record<string, string>), ...percent };
}

/** Days and quarters as people write them. */
function frenchDate(text: string): string {
  return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1').replace(/^(\d{4})-Q([1-4])$/, 'T$2 $1');
}

/** The sentence of a finding: a field's fault, a warning of the law, or a refusal that other routes know too. */
export function findingSentence(code: string, params: Readonly<Record<string, string>> = {}): string {
  return (
    filled({ ...SENTENCES, ...LAW, ...FAULTS }, { ...PLAIN_LAW, ...PLAIN }, code, shown(params)) ?? UNKNOWN
  );
}
