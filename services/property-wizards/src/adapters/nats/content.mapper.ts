import { create } from '@bufbuild/protobuf';
import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import {
  DepositStepSchema,
  LeaseStepSchema,
  MandateStepSchema,
  OwnerAccountStepSchema,
  OwnerStepSchema,
  RentCallStepSchema,
  StepContentSchema,
  TenantAccountStepSchema,
  TenantPartyStepSchema,
  UnitStepSchema,
  VariousStepSchema,
} from '@intervia/contracts/property';
import type { StepContent } from '@intervia/contracts/property';
import type { Form, Step } from '../../domain/forms/content.js';

import { fromPlain, toPlain } from './plain.js';

type Case = NonNullable<StepContent['form']['case']>;

/** The message of each step's form, and its place in the content. */
const FORMS: { readonly [S in Step]: readonly [Case, DescMessage] } = {
  OWNER: ['owner', OwnerStepSchema],
  OWNER_ACCOUNT: ['ownerAccount', OwnerAccountStepSchema],
  MANDATE: ['mandate', MandateStepSchema],
  UNIT: ['unit', UnitStepSchema],
  TENANT_PARTY: ['tenantParty', TenantPartyStepSchema],
  TENANT_ACCOUNT: ['tenantAccount', TenantAccountStepSchema],
  RENT_CALL: ['rentCall', RentCallStepSchema],
  LEASE: ['lease', LeaseStepSchema],
  DEPOSIT: ['deposit', DepositStepSchema],
  VARIOUS: ['various', VariousStepSchema],
};

export interface Content {
  readonly step: Step;
  readonly form: Form;
  readonly unread: Readonly<Record<string, string>>;
}

export function readContent(content: StepContent | undefined): Content | undefined {
  const given = content?.form;
  if (!content || !given?.case) return undefined;
  const found = Object.entries(FORMS).find(([, [name]]) => name === given.case);
  if (!found) return undefined;
  const [step, [, schema]] = found;
  return { step: step as Step, form: toPlain<Form>(schema, given.value), unread: { ...content.unread } };
}

export function writeContent(step: Step, form: Form, unread: Readonly<Record<string, string>>): StepContent {
  const [name, schema] = FORMS[step];
  const value = fromPlain(schema, form);
  return create(StepContentSchema, {
    form: { case: name, value } as MessageInitShape<typeof StepContentSchema>['form'],
    unread: { ...unread },
  });
}
