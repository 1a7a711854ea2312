import { AppError } from '@intervia/rules';
import type { TextFault } from '../ports/templates/template-texts.js';

export class TemplateNotFound extends AppError {
  constructor(template: string) {
    super('TEMPLATE_NOT_FOUND', 'not-found', { template });
  }
}

export class InvalidTemplate extends AppError {
  constructor(faults: readonly TextFault[]) {
    const unknown = faults.filter(({ code }) => code === 'UNKNOWN_VARIABLE').map(({ detail }) => detail);
    const details = [...new Set(unknown)].filter((detail) => detail !== undefined);
    super(
      'INVALID_TEMPLATE',
      'invalid',
      details.length > 0 ? { variables: details.join(', ') } : {},
      faults.map(({ field, code }) => ({ field: `text.${field}`, code })),
    );
  }
}

export class TemplateChanged extends AppError {
  constructor(options?: ErrorOptions) {
    super('VERSION_CONFLICT', 'conflict', {}, [], options);
  }
}

/** The calling user has no address for a test of this channel. */
export class NoTestAddress extends AppError {
  constructor() {
    super('NO_ADDRESS', 'invalid', {}, [{ field: 'mobile', code: 'REQUIRED' }]);
  }
}

export class InvalidMobile extends AppError {
  constructor() {
    super('INVALID_MOBILE', 'invalid', {}, [{ field: 'mobile', code: 'INVALID' }]);
  }
}

export class TestNotSent extends AppError {
  constructor(detail: string) {
    super('TEST_NOT_SENT', 'unavailable', { detail });
  }
}

export class CommandIdMissing extends AppError.of('COMMAND_ID_MISSING', 'invalid') {}

/** The key came with another test. */
export class IdempotencyKeyReused extends AppError.of('IDEMPOTENCY_KEY_REUSED', 'conflict') {}

export class TestBeingSent extends AppError.of('TEST_BEING_SENT', 'conflict') {}
