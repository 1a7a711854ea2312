import type { Values } from '../layout/put.js';
import { nameOf } from '../selection/person.js';
import type { Row } from '../selection/row.js';
import type { EntitySettings } from '../settings/settings.js';
import { ribKey } from '../values/bank.js';
import type { Day } from '../values/day.js';
import type { Detail } from './file-builder.js';

export interface Issue {
  number: number;
  /** In Paris. */
  createdOn: Day;
  /** HH:MM:SS in Paris. */
  createdAt: string;
  /** What the file speaks of: 1 July for CAF12, else the day it was made. */
  referenceDate: Day;
}

export function headerValues(settings: EntitySettings, issue: Issue): Values {
  const { etablissement, guichet, compte } = settings;
  const complete =
    /^\d{5}$/.test(etablissement) && /^\d{5}$/.test(guichet) && /^[A-Za-z0-9]{11}$/.test(compte);
  return {
    createdOn: issue.createdOn,
    createdAt: issue.createdAt,
    fileNumber: issue.number,
    siret: settings.siret,
    companyName: settings.companyName,
    etablissement,
    guichet,
    compte,
    cleRib: complete ? ribKey(etablissement, guichet, compte) : '',
    iban: settings.iban,
    referenceDate: issue.referenceDate,
    environment: settings.environment,
  };
}

export function detailOf({ person, values }: Row): Detail {
  const { accountId, leaseId, account } = person.tenancy;
  return { values, owner: () => ({ accountId, leaseId, account, name: nameOf(person.occupant) }) };
}
