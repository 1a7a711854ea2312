import type { OpenAPIObject } from '@nestjs/swagger';

const BASE = '/lsc/v1';

const DESCRIPTION = `
What the LSC desktop, or another program of the agency, calls. Send the key that an administrator made in “Sécurité de
l’agence” as \`Authorization: Bearer itv_…\`. Errors are application/problem+json (RFC 9457) with a stable \`code\` for programs
and a French \`detail\` for people. Moments are ISO 8601 in UTC.
`;

/** Of the whole document what programs call by their key, and the schemas that this needs. */
export function lscDocument(whole: OpenAPIObject): OpenAPIObject {
  const paths = Object.fromEntries(
    Object.entries(whole.paths).filter(([path]) => path.startsWith(`${BASE}/`)),
  );
  const all = whole.components?.schemas ?? {};
  const needed = new Set<string>();
  const waiting: unknown[] = [paths];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const name of namesIn(node)) {
      if (needed.has(name)) continue;
      needed.add(name);
      waiting.push(all[name]);
    }
  }
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => needed.has(name)));
  const { key } = whole.components?.securitySchemes ?? {};
  return {
    openapi: whole.openapi,
    info: { ...whole.info, title: 'Intervia, for programs', description: DESCRIPTION },
    servers: whole.servers,
    paths,
    components: { schemas, ...(key && { securitySchemes: { key } }) },
  };
}

/** The same for generators that know OpenAPI 3.0 only (NSwag, older ones of 4D). */
export function asOpenApi30(document: OpenAPIObject): OpenAPIObject {
  const { license, ...info } = document.info;
  const older = {
    ...document,
    openapi: '3.0.3',
    info: { ...info, ...(license && { license: { name: license.name } }) },
  };
  return downgraded(older) as OpenAPIObject;
}

/** In 3.0 nothing stands beside a reference, and a list of what is required is not empty. */
function downgraded(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(downgraded);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node as { $ref?: string } & Record<string, unknown>;
  const beside = Object.fromEntries(
    Object.entries(rest)
      .filter(([name, value]) => !(name === 'required' && Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, downgraded(value)]),
  );
  if ($ref === undefined) return beside;
  return Object.keys(beside).length === 0 ? { $ref } : { ...beside, allOf: [{ $ref }] };
}

function namesIn(node: unknown): string[] {
  return [...JSON.stringify(node ?? {}).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
}
