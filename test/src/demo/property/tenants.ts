import type { WizardPage } from '../../journey/wizard-page.js';
import { ENTITY } from './mandate.js';
import type { Scene } from './scene.js';

const TENANT_IBAN = 'FR76 1027 8060 0000 0123 4567 872';
/** Manual: "si vous avez de l'APL pour les colocataires il faut la renseigner pour chacun d'eux". */
const AIDS = ['118', '96,50'] as const;
const AIDS_TOGETHER = '214,50';

/** Steps 2 to 7 of a flat-share of two, both with APL; the second has a guarantor; rent is debited. */
export async function typeFlatShare(wizard: WizardPage, scene: Scene): Promise<void> {
  const [first, second] = scene.sharers;
  await wizard.isAt('Le tiers locataire', 'Tiers locataire');
  await wizard.pick('Personne physique');
  await wizard.type({ Nom: `${first} et ${second}`, 'E-mails': 'colocation@courriel.example' });
  await wizard.next();

  await wizard.isAt('Le compte locataire et le type de bail', 'Compte, type de bail');
  await wizard.type({
    'Type de bail': ['Colocation – un contrat pour tous'],
    'Entité comptable': [ENTITY],
    Gestionnaire: ['Claire Moreau'],
  });
  for (const [index, name] of scene.sharers.entries()) {
    const row = await wizard.addRow('Colocataires', 'Ajouter un colocataire');
    await wizard.type(
      {
        Nom: name,
        Prénom: index === 0 ? 'Camille' : 'Sacha',
        Genre: [index === 0 ? 'Mme' : 'M.'],
        'Entré(e) en colocation le': scene.month(1),
        'Part du loyer': '50',
        'Aide au logement': ['APL'],
      },
      row,
    );
    await wizard.type(
      {
        Caisse: ['CAF'],
        'Code organisme': '691',
        'N° allocataire': `123456${index + 1}`,
        'Montant de l’aide': AIDS[index] ?? '',
        Versée: ['Au bailleur (tiers payant)'],
      },
      row,
    );
  }
  await wizard.next();

  await wizard.isAt('Le locataire : quittancement', 'Locataire');
  await wizard.type({ 'Début du quittancement': scene.month(1) });
  const aid = await wizard.computed('Montant de l’aide');
  if (aid !== AIDS_TOGETHER) throw new Error(`aid of both sharers: « ${aid} », expected ${AIDS_TOGETHER}`);
  await wizard.type({ 'Prélevé sur': ['La dernière quittance, APL déduite'] });
  await wizard.type({ 'Jour du mois': '5', IBAN: TENANT_IBAN, 'Mandat SEPA signé le': scene.day(-2) });
  await wizard.next();

  await typeLease(wizard, scene, {});
  await wizard.isAt('Le dépôt de garantie et les garants', 'Dépôt de garantie');
  await wizard.type({
    'Montant du dépôt': '950',
    'Versé le': scene.day(-2),
    'Reversement au propriétaire': ['Conservé par l’agence'],
  });
  const guarantor = await wizard.addRow('Garants', 'Ajouter un garant');
  await wizard.type(
    {
      'Garant du colocataire': [`Sacha ${second}`],
      'Montant garanti': '12000',
      'À partir du': scene.month(1),
      'Jusqu’au': '31/12/2030',
      Nom: scene.guarantor,
      Prénom: 'Bernard',
      Genre: ['M.'],
    },
    guarantor,
  );
  await wizard.next();
  await typeVarious(wizard, scene);
}

/** Steps 2 to 7 of a commercial lease. */
export async function typeCommercialLease(wizard: WizardPage, scene: Scene): Promise<void> {
  await wizard.isAt('Le tiers locataire', 'Tiers locataire');
  await wizard.pick('Société ou autre personne morale');
  await wizard.type({
    'Raison sociale': scene.company,
    'Forme juridique': 'SARL',
    'SIREN ou SIRET': '732 829 320 00074',
    'E-mails': 'gerant@boulangerie.example',
    Téléphone: '04 72 00 00 11',
  });
  await wizard.next();
  await wizard.isAt('Le compte locataire et le type de bail', 'Compte, type de bail');
  await wizard.type({ 'Type de bail': ['Commercial'], 'Entité comptable': [ENTITY] });
  await wizard.next();
  await wizard.isAt('Le locataire : quittancement', 'Locataire');
  await wizard.type({
    'Début du quittancement': scene.month(1),
    Périodicité: ['Trimestriel'],
    Terme: ['À échoir (d’avance)'],
  });
  await wizard.next();
  await typeLease(wizard, scene, {
    Usage: 'Boulangerie-pâtisserie',
    Indice: ['ILC'],
    'Trimestre de référence': 'T2 2025',
    'Valeur de l’indice de référence': '136,81',
  });
  await wizard.isAt('Le dépôt de garantie et les garants', 'Dépôt de garantie');
  await wizard.type({
    'Montant du dépôt': '3600',
    'Versé le': scene.day(-2),
    'Reversement au propriétaire': ['Reversé au propriétaire'],
  });
  await wizard.next();
  await typeVarious(wizard, scene);
}

async function typeLease(
  wizard: WizardPage,
  scene: Scene,
  more: Parameters<WizardPage['type']>[0],
): Promise<void> {
  await wizard.isAt('Le bail et la GLI', 'Bail et GLI');
  await wizard.type({ 'Signé le': scene.day(-2), 'Prend effet le': scene.month(1), ...more });
  await wizard.next();
}

async function typeVarious(wizard: WizardPage, scene: Scene): Promise<void> {
  await wizard.isAt('Divers', 'Divers');
  await wizard.type({
    Assureur: 'Mutuelle des Deux Rives',
    'N° de police': 'MRH-20881',
    'Échéance de l’assurance': scene.month(11),
  });
  const alarm = await wizard.addRow('Alarmes', 'Ajouter une alarme');
  await wizard.type(
    {
      Objet: ['Entretien de la chaudière'],
      Libellé: 'Entretien annuel de la chaudière',
      Échéance: scene.month(12),
      'Tous les': '12',
    },
    alarm,
  );
  await wizard.next('Étape suivante : retour à la liste des lots');
}
