import type { ApiClient } from '../platform/api-client.js';

/** The route that carries out one action, as /docs-json tells it. */
export interface ActionRoute {
  readonly action: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** What it may be refused with. */
  readonly codes: readonly string[];
  readonly ofMission: boolean;
}

interface Operation {
  'x-action'?: string;
  responses: Record<
    string,
    { content?: Record<string, { schema: { allOf?: { properties?: { code?: { enum: string[] } } }[] } }> }
  >;
}

/** An integrator reads the document, and calls what it says. */
export async function actionRoutes(api: ApiClient): Promise<ActionRoute[]> {
  const { paths } = await api.get<{ paths: Record<string, Record<string, Operation>> }>('/docs-json');
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const { 'x-action': action, responses } = operation;
      if (!action) return [];
      const problem = responses['4XX']?.content?.['application/problem+json']?.schema;
      const codes = problem?.allOf?.flatMap(({ properties }) => properties?.code?.enum ?? []) ?? [];
      const known = method.toUpperCase() as ActionRoute['method'];
      return [{ action, method: known, path, codes, ofMission: path.includes('{missionId}') }];
    }),
  );
}

export function addressOf({ path }: ActionRoute, ticketId: string, missionId: string): string {
  return path.replace('{id}', ticketId).replace('{missionId}', missionId);
}
