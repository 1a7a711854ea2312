interface AnyBody {
  id: string;
  code: string;
  detail: string;
  fields: { field: string; code: string; detail: string }[];
  documents: { id: string; sha256: string }[];
  tickets: object[];
  users: object[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: Record<string, object>; enum?: string[] }> };
}

interface Operation {
  responses: Record<string, { content: Record<string, { schema: object }> }>;
}

/** supertest's body is `any`; a test reads what it expects to be there. */
export function bodyOf(answer: { body: unknown }): AnyBody {
  return answer.body as AnyBody;
}
