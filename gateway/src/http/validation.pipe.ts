import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import type { FaultContext } from './fields.js';
import { rememberRules } from './known-rules.js';
import type { FieldFault } from './problem.js';
import { InvalidRequest } from './problem.js';

/** Constraints that class-validator adds by itself, without a context of ours. */
const CODE_OF_CONSTRAINT: Readonly<Record<string, string>> = {
  whitelistValidation: 'UNKNOWN_FIELD',
  nestedValidation: 'INVALID_OBJECT',
  unknownValue: 'INVALID_OBJECT',
};

/** Bodies and queries are exactly their DTO: what is not declared is refused, and every fault is named. */
export function requestValidation(): ValidationPipe {
  rememberRules();
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false },
    exceptionFactory: (errors) => new InvalidRequest(faultsOf(errors)),
  });
}

/** One fault per field: the first is enough to correct it. */
function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const below = faultsOf(error.children ?? [], field);
    return below.length > 0 ? below : [{ field, ...faultOf(error) }];
  });
}

function faultOf({ value, constraints = {}, contexts = {} }: ValidationError): FaultContext {
  if (value === undefined || value === null) return { code: 'REQUIRED' };
  const broken = Object.keys(constraints);
  const ours = broken.find((name) => contexts[name]);
  if (ours) return contexts[ours] as FaultContext;
  return { code: broken.map((name) => CODE_OF_CONSTRAINT[name]).find(Boolean) ?? 'INVALID_FIELD' };
}
