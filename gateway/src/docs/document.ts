import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { CLIENT_COOKIE, SESSION_COOKIE } from '../session/cookie.js';
import { CSRF_HEADER } from '../session/csrf.js';
import { componentSchemas } from '../openapi/schemas.js';
import { asOpenApi30, lscDocument } from './lsc-document.js';
import { withSecurity } from './security.js';

const DESCRIPTION = `
Sign in with \`POST /api/session\`: the answer sets a cookie and gives a CSRF token, to be sent as \`X-Intervia-CSRF\`
with everything that is not a GET. Commands take an \`Idempotency-Key\`. Errors are application/problem+json (RFC 9457)
with a stable \`code\` for programs and a French \`detail\` for people. Money is in cents, moments are ISO 8601 in UTC.
Programs of the agency (LSC) send their key as \`Authorization: Bearer itv_…\` to \`/lsc/v1\`, and reach nothing else.
Clients of the agency sign in with \`POST /api/client/session\` and reach \`/api/client\` only; nobody else reaches that.

What may be done with a ticket is in its \`actions\`: what its state allows and the role permits, and nothing else is accepted.
A VERSION_CONFLICT on a command is sent again with the same key: several people acted at once. The route of an action says so with \`x-action\`, and the right that it takes with \`x-right\`. Beside the codes of its own, each
route may answer SIGN_IN_REQUIRED, SESSION_EXPIRED, CSRF_TOKEN_INVALID, INVALID_REQUEST, PAYLOAD_TOO_LARGE,
UNSUPPORTED_MEDIA_TYPE, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE and INTERNAL.
`;

/** As in package.json: no one may use it without a contract. */
const LICENSE = { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' };

/** What the routes of this application take and answer. */
export function openApiDocument(app: INestApplication, server: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Intervia')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addServer(server)
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addCookieAuth(CLIENT_COOKIE, { type: 'apiKey', in: 'cookie' }, 'client')
    .addApiKey({ type: 'apiKey', in: 'header', name: CSRF_HEADER }, 'csrf')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A key of the agency’s program.' }, 'key')
    .build();
  const document = withSecurity(SwaggerModule.createDocument(app, config));
  const schemas = { ...document.components?.schemas, ...componentSchemas() };
  const info = { ...document.info, license: LICENSE };
  return withPlainReferences({ ...document, info, components: { ...document.components, schemas } });
}

/** Nest wraps a reference that has a description, as OpenAPI 3.0 wanted it; since 3.1 both stand side by side. */
function withPlainReferences<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withPlainReferences) as T;
  if (typeof node !== 'object' || node === null) return node;
  const { allOf, ...rest } = node as { allOf?: unknown[] };
  const plain = allOf?.length === 1 ? { ...(allOf[0] as object), ...rest } : node;
  return Object.fromEntries(
    Object.entries(plain).map(([key, value]) => [key, withPlainReferences(value)]),
  ) as T;
}

/** Of programs only, and once more for generators that know OpenAPI 3.0 alone. */
function serveForPrograms(app: NestFastifyApplication, document: OpenAPIObject): void {
  const fastify = app.getHttpAdapter().getInstance();
  const older = asOpenApi30(document);
  fastify.get('/docs-lsc-json', (_request, reply) => reply.send(document));
  fastify.get('/docs-lsc-3.0-json', (_request, reply) => reply.send(older));
}

/** The UI at /docs, the document at /docs-json; that of programs at /docs-lsc-json and /docs-lsc-3.0-json. */
export function serveDocs(app: NestFastifyApplication, server: string): void {
  const document = openApiDocument(app, server);
  serveForPrograms(app, lscDocument(document));
  SwaggerModule.setup('docs', app, document, {
    raw: ['json'],
    customSiteTitle: 'Intervia API',
  });
}
