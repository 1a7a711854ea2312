/** The buildings of the demo agency. Streets exist, numbers and names are invented. */
export interface BuildingSketch {
  name: string;
  address: string;
  postalCode: string;
  city: string;
  syndic: boolean;
  gerance: boolean;
  units: number;
  floors: number;
  lift: boolean;
  caretaker: boolean;
  digicode: string;
}

type Row = [
  name: string,
  address: string,
  postalCode: string,
  city: string,
  modules: 'syndic' | 'gerance' | 'both',
  units: number,
  floors: number,
  traits: string,
  digicode: string,
];

/** Traits: A for a lift (ascenseur), G for a caretaker (gardien). */
const ROWS: readonly Row[] = [
  ['Résidence Les Tilleuls', '112 rue Garibaldi', '69006', 'Lyon', 'both', 24, 6, 'AG', '12A45'],
  ['Le Clos de Montchat', '45 cours du Docteur Long', '69003', 'Lyon', 'syndic', 18, 5, 'AG', 'B3471'],
  ['Résidence Bellevue', '28 montée de Choulans', '69005', 'Lyon', 'syndic', 14, 4, 'A', '7702A'],
  ['Villa Tête d’Or', '27 boulevard des Belges', '69006', 'Lyon', 'both', 16, 6, 'AG', '1869B'],
  ['Les Ateliers Lumière', '14 rue Antoine Lumière', '69008', 'Lyon', 'syndic', 20, 7, 'AG', 'A2580'],
  ['Les Terrasses de Fourvière', '31 montée Saint-Barthélemy', '69005', 'Lyon', 'syndic', 9, 3, '', '4416B'],
  ['Le Vauban', '60 rue Vauban', '69006', 'Lyon', 'gerance', 10, 5, 'A', '36B12'],
  ['Résidence Monplaisir', '102 avenue des Frères Lumière', '69008', 'Lyon', 'both', 21, 6, 'AG', '8A331'],
  ['Les Canuts', '5 avenue des Canuts', '69120', 'Vaulx-en-Velin', 'syndic', 26, 7, 'AG', 'B9054'],
  ['Les Jardins de Gerland', '18 rue de Gerland', '69007', 'Lyon', 'both', 22, 6, 'AG', '2024A'],
  ['Immeuble Saxe', '77 avenue Maréchal de Saxe', '69003', 'Lyon', 'gerance', 8, 5, 'A', '5B578'],
  ['Le Zola', '22 cours Émile Zola', '69100', 'Villeurbanne', 'syndic', 17, 6, 'A', 'A6643'],
  [
    'Résidence des Gratte-Ciel',
    '9 avenue Henri Barbusse',
    '69100',
    'Villeurbanne',
    'both',
    25,
    9,
    'AG',
    '1934B',
  ],
  ['Le Plateau', '36 boulevard de la Croix-Rousse', '69004', 'Lyon', 'syndic', 12, 5, '', '77A02'],
  ['Les Traboules', '4 rue de l’Annonciade', '69001', 'Lyon', 'gerance', 7, 4, '', ''],
  ['Immeuble des Jacobins', '15 rue Édouard Herriot', '69002', 'Lyon', 'gerance', 9, 5, 'A', '3B145'],
  ['Le Confluent', '50 cours Charlemagne', '69002', 'Lyon', 'syndic', 15, 7, 'A', 'B2612'],
  ['Résidence Marietton', '25 rue Marietton', '69009', 'Lyon', 'both', 11, 5, 'A', '6A790'],
  ['Les Hauts de Caluire', '3 montée des Soldats', '69300', 'Caluire-et-Cuire', 'syndic', 10, 3, 'G', ''],
  ['Maison du Point du Jour', '19 avenue du Point du Jour', '69005', 'Lyon', 'gerance', 6, 3, '', '4B003'],
];

export const BUILDINGS: readonly BuildingSketch[] = ROWS.map(
  ([name, address, postalCode, city, modules, units, floors, traits, digicode]) => ({
    name,
    address,
    postalCode,
    city,
    syndic: modules !== 'gerance',
    gerance: modules !== 'syndic',
    units,
    floors,
    lift: traits.includes('A'),
    caretaker: traits.includes('G'),
    digicode,
  }),
);
