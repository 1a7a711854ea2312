import type { Rule } from './rule.js';
import { inForce } from './rule.js';

const EXPERIMENT = 'loi 2018-1021 du 23 novembre 2018, art. 140';
/** Eight years from its publication; a law that goes on is a later day here. */
const UNTIL = '2026-11-24';

/** @param from first day of the prefect's order */
const control = (
  name: string,
  commune: string,
  from: string,
  decree: string,
  postalCodes: readonly string[],
): Rule => ({
  id: `rent.control.${name}`,
  code: 'RENT_CONTROLLED',
  severity: 'WARNS',
  from,
  until: UNTIL,
  territory: commune,
  source: `${EXPERIMENT} ; ${decree}`,
  values: { commune, postalCodes: postalCodes.join(' ') },
});

const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String(first + at));

/**
 * Where a new rent is held to a reference rent, from specification "property": shown when the agency asks for it, and
 * never a refusal, for whether it is kept is known only beside the prefect's table. The towns of Grenoble and Lille are
 * told by postcodes, which may reach over their border.
 */
export const RENT_CONTROL: readonly Rule[] = [
  control('paris', 'Paris', '2019-07-01', 'décret 2019-315 du 12 avril 2019', [
    ...range(75001, 75020),
    '75116',
  ]),
  control('lille', 'Lille, Hellemmes et Lomme', '2020-03-01', 'décret 2020-41 du 22 janvier 2020', [
    ...['59000', '59800', '59260', '59160'],
  ]),
  control('plaine-commune', 'Plaine Commune', '2021-06-01', 'décret 2020-1619 du 17 décembre 2020', [
    ...['93200', '93210', '93240', '93300', '93380', '93400', '93430', '93450', '93800', '93120'],
  ]),
  control('lyon', 'Lyon et Villeurbanne', '2021-11-01', 'décret 2021-1143 du 2 septembre 2021', [
    ...range(69001, 69009),
    '69100',
  ]),
  control('est-ensemble', 'Est Ensemble', '2021-12-01', 'décret 2021-688 du 31 mai 2021', [
    ...['93000', '93100', '93130', '93140', '93170', '93230', '93260', '93310', '93500'],
  ]),
  control('montpellier', 'Montpellier', '2022-07-01', 'décret 2021-1144 du 2 septembre 2021', [
    ...['34000', '34070', '34080', '34090'],
  ]),
  control('bordeaux', 'Bordeaux', '2022-07-15', 'décret 2021-1145 du 2 septembre 2021', [
    ...['33000', '33100', '33200', '33300', '33800'],
  ]),
  control('grenoble', 'Grenoble', '2025-01-20', 'décret 2023-1046 du 16 novembre 2023', ['38000', '38100']),
];

/** The order in force on a day for a dwelling of this postcode. */
export const rentControlOn = (postalCode: string, on: string): Rule | undefined =>
  inForce(RENT_CONTROL, on).find(({ values }) => values['postalCodes']?.split(' ').includes(postalCode));
