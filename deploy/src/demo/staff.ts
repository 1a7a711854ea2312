import { create } from '@bufbuild/protobuf';
import type { Rights, User } from '@intervia/contracts';
import { RightsSchema, Role, UserSchema } from '@intervia/contracts';
import { fictionalLandline } from './phones.js';

/** Every login of the demo. */
export const DEMO_PASSWORD = 'demo-intervia';
/** The manager who is signed in by the demo and the tests. */
export const DEMO_MANAGER_MAIL = 'claire.moreau@tilleuls.example';
/** Clients of the demo agency: the president of a council, who owns there, and a tenant of the same building. */
export const DEMO_CO_OWNER_MAIL = 'coproprietaire@tilleuls.example';
export const DEMO_TENANT_MAIL = 'locataire@tilleuls.example';
/** A manager of the other agency. */
export const OTHER_MANAGER_MAIL = 'paul.girard@bellecour.example';

const rights = (boxes: string): Rights =>
  create(RightsSchema, {
    view: boxes.includes('v'),
    create: boxes.includes('c'),
    edit: boxes.includes('e'),
    delete: boxes.includes('d'),
    reopen: boxes.includes('r'),
  });

type Row = [id: string, name: string, mail: string, role: Role, syndic: string, gerance: string];

/** Boxes: v(iew), c(reate), e(dit), d(elete), r(eopen). */
const TILLEULS: readonly Row[] = [
  ['claire-moreau', 'Claire Moreau', DEMO_MANAGER_MAIL, Role.MANAGER, 'vce', 'vce'],
  ['julien-perrin', 'Julien Perrin', 'julien.perrin@tilleuls.example', Role.MANAGER, 'vce', 'v'],
  ['sophie-lambert', 'Sophie Lambert', 'sophie.lambert@tilleuls.example', Role.MANAGER, 'v', 'vce'],
  ['ines-benali', 'Inès Benali', 'ines.benali@tilleuls.example', Role.ASSISTANT, 'vce', 'vce'],
  ['marc-fournier', 'Marc Fournier', 'marc.fournier@tilleuls.example', Role.ACCOUNTANT, 'v', 'v'],
  [
    'nathalie-roche',
    'Nathalie Roche',
    'nathalie.roche@tilleuls.example',
    Role.ADMINISTRATOR,
    'vcedr',
    'vcedr',
  ],
];

const BELLECOUR: readonly Row[] = [
  ['paul-girard', 'Paul Girard', OTHER_MANAGER_MAIL, Role.MANAGER, 'vce', 'vce'],
];

const users = (agencyId: string, rows: readonly Row[], firstLine: number): User[] =>
  rows.map(([id, name, mail, role, syndic, gerance], at) =>
    create(UserSchema, {
      id: `${agencyId}-${id}`,
      name,
      mail,
      phone: fictionalLandline(firstLine + at),
      role,
      syndic: rights(syndic),
      gerance: rights(gerance),
      password: DEMO_PASSWORD,
    }),
  );

export const tilleulsStaff = (agencyId: string): User[] => users(agencyId, TILLEULS, 9001);
export const bellecourStaff = (agencyId: string): User[] => users(agencyId, BELLECOUR, 9101);
