import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../forms/field.js';
import { screensOf } from '../plan/plan.js';

/**
 * What the manual ("Nouveau(x) mandat, locataire et/ou lot") and the specification "property" name on each screen, read
 * there and not in the code: by its label, with a star for what is indispensable, at least while it is asked.
 * services/property-wizards/FIELDS.md says where each of them is kept.
 */
const NAMED: Readonly<Record<string, string>> = {
  'MANDATE owner': `
    Propriétaire · Propriétaire > Nature* · Propriétaire > Genre · Propriétaire > Nom* · Propriétaire >
    Prénom · Propriétaire > Raison sociale* · Propriétaire > Forme juridique · Propriétaire > SIREN ou SIRET
    · Propriétaire > SCI familiale (parents et alliés jusqu’au quatrième degré) · Propriétaire > Né(e) le ·
    Propriétaire > Né(e) à · Propriétaire > Code tiers · Propriétaire > Adresse* · Propriétaire > Complément
    d’adresse · Propriétaire > Code postal* · Propriétaire > Ville* · Propriétaire > Pays · Propriétaire >
    Téléphone · Propriétaire > Portables (GSM) · Propriétaire > E-mails · Propriétaire > Moyen de contact
    préféré · Propriétaire > Documents du tiers`,
  'MANDATE owner-account': `
    Entité comptable* · Numéro de compte · Libellé du compte · Gestionnaire · Comptable · Assistant(e) ·
    IBAN · BIC · Réglé par · Relevé de compte · Part du propriétaire* · Indivisaires · Indivisaires > Part* ·
    Indivisaires > Numéro de compte · Indivisaires > IBAN · Indivisaires > BIC · Indivisaires > Indivisaire
    · Indivisaire > Nature* · Indivisaire > Genre · Indivisaire > Nom* · Indivisaire > Prénom · Indivisaire
    > Raison sociale* · Indivisaire > Forme juridique · Indivisaire > SIREN ou SIRET · Indivisaire > SCI
    familiale (parents et alliés jusqu’au quatrième degré) · Indivisaire > Né(e) le · Indivisaire > Né(e) à
    · Indivisaire > Code tiers · Indivisaire > Adresse* · Indivisaire > Complément d’adresse · Indivisaire >
    Code postal* · Indivisaire > Ville* · Indivisaire > Pays · Indivisaire > Téléphone · Indivisaire >
    Portables (GSM) · Indivisaire > E-mails · Indivisaire > Moyen de contact préféré`,
  'MANDATE mandate': `
    Carte professionnelle* · N° mandat* · Signé le* · Prend effet le* · Durée · Préavis · Tacite
    reconduction · Nature du mandat · Pouvoirs donnés · Pouvoir exprès de recevoir des fonds* · Honoraires
    de gestion* · TVA sur honoraires · Honoraires de location · Reddition des comptes* · Plafond de dépenses
    sans accord · Compte analytique provisions · Garantie des loyers impayés (GLI) comprise · Remarques ·
    Documents du mandat`,
  'MANDATE building': `
    Immeuble · Immeuble > Nom de l’immeuble* · Immeuble > Code de l’immeuble* · Immeuble > Adresse* ·
    Immeuble > Complément d’adresse · Immeuble > Code postal* · Immeuble > Ville* · Immeuble > Pays ·
    Immeuble > Année de construction · Immeuble > Étages · Immeuble > Ascenseur · Immeuble > Chauffage ·
    Immeuble > Énergie · Immeuble > Syndic · Immeuble > Assurance de l’immeuble · Immeuble > Digicode ·
    Immeuble > Gardien · Immeuble > Documents de l’immeuble`,
  'MANDATE unit': `
    N° RCP · N° PLAN · Code physique* · Code gestion* · Nature · Escalier · Étage · Porte · Surface
    habitable · Surface Carrez · Pièces · Chambres · Meublé · Équipements · Annexes · Identifiant fiscal du
    logement`,
  'MANDATE letting': `
    Loyer et charges de référence · Loyer et charges de référence > Libellé* · Loyer et charges de référence
    > Code fiscalité · Loyer et charges de référence > Nature · Loyer et charges de référence > Montant
    mensuel · Loyer et charges de référence > TVA · Dépôt de garantie · Dernier loyer · Dernier départ le ·
    N° DPE · DPE établi le · Classe énergie · Classe GES · Attestation ADEME du · Classe de l’attestation ·
    Coût annuel d’énergie, de · Coût annuel d’énergie, à · Électricité : établi le · Électricité : expire le
    · Gaz : établi le · Gaz : expire le · Plomb : établi le · Plomb : expire le · Amiante : établi le ·
    Amiante : expire le · Risques (ERP) : établi le · Risques (ERP) : expire le`,
  'MANDATE documents': `
    Numéros de clés · Documents et photos du lot`,
  'TENANT tenant': `
    Locataire · Locataire > Nature* · Locataire > Genre · Locataire > Nom* · Locataire > Prénom · Locataire
    > Raison sociale* · Locataire > Forme juridique · Locataire > SIREN ou SIRET · Locataire > SCI familiale
    (parents et alliés jusqu’au quatrième degré) · Locataire > Né(e) le · Locataire > Né(e) à · Locataire >
    Code tiers · Locataire > Adresse · Locataire > Complément d’adresse · Locataire > Code postal ·
    Locataire > Ville · Locataire > Pays · Locataire > Téléphone · Locataire > Portables (GSM) · Locataire >
    E-mails · Locataire > Moyen de contact préféré · Locataire > Profession · Locataire > Revenus mensuels ·
    Locataire > Employeur · Locataire > Étudiant ou apprenti · Locataire > Adresse précédente · Locataire >
    Complément d’adresse (précédente) · Locataire > Code postal (précédente) · Locataire > Ville
    (précédente) · Locataire > Pays (précédente) · Locataire > Documents du tiers`,
  'TENANT tenant-account': `
    Type de bail* · Colocation meublée · Entité comptable* · Numéro de compte · Libellé du compte ·
    Gestionnaire · Comptable · Assistant(e) · Colocataires* · Colocataires > Entré(e) en colocation le* ·
    Colocataires > Part du loyer · Colocataires > Numéro de compte · Colocataires > Aide au logement ·
    Colocataires > Caisse* · Colocataires > Code organisme · Colocataires > N° allocataire · Colocataires >
    Montant de l’aide · Colocataires > Versée* · Colocataires > Colocataire · Colocataire > Nature* ·
    Colocataire > Genre · Colocataire > Nom* · Colocataire > Prénom · Colocataire > Raison sociale* ·
    Colocataire > Forme juridique · Colocataire > SIREN ou SIRET · Colocataire > SCI familiale (parents et
    alliés jusqu’au quatrième degré) · Colocataire > Né(e) le · Colocataire > Né(e) à · Colocataire > Code
    tiers · Colocataire > Téléphone · Colocataire > Portables (GSM) · Colocataire > E-mails · Colocataire >
    Moyen de contact préféré · Colocataire > Profession · Colocataire > Revenus mensuels · Colocataire >
    Employeur · Colocataire > Étudiant ou apprenti`,
  'TENANT rent-call': `
    Début du quittancement* · Périodicité* · Terme · Prorata du premier mois · Quittancement permanent* ·
    Quittancement permanent > Libellé* · Quittancement permanent > Code fiscalité · Quittancement permanent
    > Nature · Quittancement permanent > Montant mensuel · Quittancement permanent > TVA · Quittancement
    provisoire · Quittancement provisoire > Libellé* · Quittancement provisoire > Code fiscalité ·
    Quittancement provisoire > Nature · Quittancement provisoire > Montant mensuel · Quittancement
    provisoire > TVA · Quittancement provisoire > Du* · Quittancement provisoire > Au* · Aide au logement ·
    Caisse* · Code organisme · N° allocataire · Montant de l’aide · Versée* · Prélevé sur · Jour du mois* ·
    IBAN* · BIC · Référence unique de mandat (RUM)* · ICS du créancier · Mandat SEPA signé le* · Prélèvement
    ponctuel`,
  'TENANT lease': `
    Signé le · Prend effet le* · Durée · Prend fin le · Préavis · Usage · Conditions particulières · Indice
    · Trimestre de référence* · Valeur de l’indice de référence · Prochaine révision le* · Révision gelée
    (classe énergie F ou G) · Exclu de la GLI · Vacance de locataire assurée`,
  'TENANT deposit': `
    Montant du dépôt · Versé le · Reversement au propriétaire* · Garants · Garants > Forme de la garantie* ·
    Garants > Garant du colocataire · Garants > Montant garanti · Garants > Référence (visa Visale, n° de
    caution) · Garants > À partir du · Garants > Jusqu’au · Garants > Garant · Garant > Nature* · Garant >
    Genre · Garant > Nom* · Garant > Prénom · Garant > Raison sociale* · Garant > Forme juridique · Garant >
    SIREN ou SIRET · Garant > SCI familiale (parents et alliés jusqu’au quatrième degré) · Garant > Né(e) le
    · Garant > Né(e) à · Garant > Code tiers · Garant > Adresse · Garant > Complément d’adresse · Garant >
    Code postal · Garant > Ville · Garant > Pays · Garant > Téléphone · Garant > Portables (GSM) · Garant >
    E-mails · Garant > Moyen de contact préféré · Garant > Profession · Garant > Revenus mensuels`,
  'TENANT various': `
    Assureur · N° de police · Échéance de l’assurance · Alarmes · Alarmes > Objet* · Alarmes > Libellé* ·
    Alarmes > Échéance* · Alarmes > Tous les · Notes · Documents du locataire`,
  'UNIT building': `
    Immeuble · Immeuble > Nom de l’immeuble* · Immeuble > Code de l’immeuble* · Immeuble > Adresse* ·
    Immeuble > Complément d’adresse · Immeuble > Code postal* · Immeuble > Ville* · Immeuble > Pays ·
    Immeuble > Année de construction · Immeuble > Étages · Immeuble > Ascenseur · Immeuble > Chauffage ·
    Immeuble > Énergie · Immeuble > Syndic · Immeuble > Assurance de l’immeuble · Immeuble > Digicode ·
    Immeuble > Gardien · Immeuble > Documents de l’immeuble`,
  'UNIT unit': `
    N° RCP · N° PLAN · Code physique* · Code gestion* · Nature · Escalier · Étage · Porte`,
  'UNIT size': `
    Surface habitable · Surface Carrez · Pièces · Chambres · Meublé · Équipements · Annexes · Identifiant
    fiscal du logement`,
  'UNIT letting': `
    Loyer et charges de référence · Loyer et charges de référence > Libellé* · Loyer et charges de référence
    > Code fiscalité · Loyer et charges de référence > Nature · Loyer et charges de référence > Montant
    mensuel · Loyer et charges de référence > TVA · Dépôt de garantie · Dernier loyer · Dernier départ le`,
  'UNIT diagnostics': `
    N° DPE · DPE établi le · Classe énergie · Classe GES · Attestation ADEME du · Classe de l’attestation ·
    Coût annuel d’énergie, de · Coût annuel d’énergie, à · Électricité : établi le · Électricité : expire le
    · Gaz : établi le · Gaz : expire le · Plomb : établi le · Plomb : expire le · Amiante : établi le ·
    Amiante : expire le · Risques (ERP) : établi le · Risques (ERP) : expire le`,
  'UNIT documents': `
    Numéros de clés · Documents et photos du lot`,
};

const labelsOf = (fields: readonly Field[], of = ''): string[] =>
  fields.flatMap((field) => [
    `${of}${field.label}${field.must ? '*' : ''}`,
    ...('fields' in field ? labelsOf(field.fields, `${field.label} > `) : []),
  ]);

const screens = (['MANDATE', 'TENANT', 'UNIT'] as const).flatMap((wizard) =>
  screensOf(wizard).map((screen) => [`${wizard} ${screen.id}`, screen] as const),
);

describe('the screens of the three wizards', () => {
  it('are those that the manual has', () => {
    expect(screens.map(([name]) => name)).toEqual(Object.keys(NAMED));
  });

  it.each(screens)('%s asks what the manual names there, and what it calls indispensable', (name, screen) => {
    const named = (NAMED[name] ?? '').replaceAll(/\s+/gu, ' ').trim().split(' · ');
    expect(labelsOf(screen.sections.flatMap(({ fields }) => fields))).toEqual(named);
  });
});
