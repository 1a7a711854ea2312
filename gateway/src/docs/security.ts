import type { OpenAPIObject } from '@nestjs/swagger';
import type { Audience } from '../session/session.guard.js';
import { AUDIENCE_IN_DOCS } from '../session/session.guard.js';

type Requirement = Record<string, string[]>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Which cookie each route wants, and the CSRF token where it changes something: what the guard asks for. */
export function withSecurity(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method] as (object & { security?: Requirement[] }) | undefined;
      if (operation) operation.security = requirementsOf(operation, method === 'get');
    }
  }
  return document;
}

function requirementsOf(operation: object, reads: boolean): Requirement[] {
  const { [AUDIENCE_IN_DOCS]: audience = 'staff' } = operation as { [AUDIENCE_IN_DOCS]?: Audience };
  if (audience === 'everybody') return [];
  if (audience === 'programs') return [{ key: [] }];
  const cookie = audience === 'clients' ? 'client' : 'session';
  return [reads ? { [cookie]: [] } : { [cookie]: [], csrf: [] }];
}
