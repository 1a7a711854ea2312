import type { Building } from '../records.js';
import type { FileDocument, PostalAddress } from './values.js';
import { EMPTY_ADDRESS } from './values.js';

export const HEATINGS = ['collective', 'individual', 'none'] as const;
export type Heating = (typeof HEATINGS)[number] | '';

export const EMPTY_BUILDING = {
  id: '',
  version: 0,
  code: '',
  name: '',
  address: undefined as PostalAddress | undefined,
  builtIn: 0,
  floors: 0,
  lift: false,
  heating: '' as Heating,
  heatingEnergy: '',
  syndicName: '',
  insurance: '',
  digicode: '',
  caretakerId: '',
  caretaker: '',
  syndic: false,
  gerance: false,
  managerId: '',
  assistantId: '',
  accountantId: '',
  documents: [] as FileDocument[],
};
export type BuildingFile = typeof EMPTY_BUILDING;

/** What tickets know of it; the council is LSC's to say. */
export const toBuilding = (file: BuildingFile): Omit<Building, 'council'> => ({
  id: file.id,
  reference: file.code,
  name: file.name,
  address: [file.address?.line, file.address?.complement].filter(Boolean).join(', '),
  postalCode: file.address?.postalCode ?? '',
  city: file.address?.city ?? '',
  digicode: file.digicode,
  syndic: file.syndic,
  // A building of the wizards is there for its units under management.
  gerance: file.gerance || !file.syndic,
  managerId: file.managerId,
  assistantId: file.assistantId,
  accountantId: file.accountantId,
  caretakerId: file.caretakerId,
});

/** The file of a building as it is stored for tickets, with what only the file knows. */
export const fromBuilding = (
  building: Omit<Building, 'council'>,
  known: Partial<BuildingFile> = {},
): BuildingFile => {
  const address = { ...EMPTY_ADDRESS, ...known.address };
  const isSame = [address.line, address.complement].filter(Boolean).join(', ') === building.address;
  return {
    ...EMPTY_BUILDING,
    ...known,
    id: building.id,
    code: building.reference,
    name: building.name,
    address: {
      ...address,
      ...(isSame ? {} : { line: building.address, complement: '' }),
      postalCode: building.postalCode,
      city: building.city,
    },
    digicode: building.digicode,
    syndic: building.syndic,
    gerance: building.gerance,
    managerId: building.managerId,
    assistantId: building.assistantId,
    accountantId: building.accountantId,
    caretakerId: building.caretakerId,
  };
};
