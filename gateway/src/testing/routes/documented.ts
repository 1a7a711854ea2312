import { callOf } from './routes.js';

/** As much of a JSON schema as /docs uses. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
}

interface Operation {
  readonly parameters?: readonly { in: string; name: string; schema: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema } | undefined> };
}

interface Document {
  readonly paths: Record<string, Record<string, Operation | undefined> | undefined>;
  readonly components: { readonly schemas: Record<string, Schema | undefined> };
}

/** What /docs says that routes take. */
export class Documented {
  private readonly document: Document;

  constructor(json: unknown) {
    this.document = json as Document;
  }

  /** Every field of the body of a route, with its dotted path; the first item stands for a list. */
  fieldsOf(route: string): { path: string; schema: Schema }[] {
    const schema = this.bodyOf(route);
    return schema ? this.fields(schema, '') : [];
  }

  queryOf(route: string): { name: string; schema: Schema }[] {
    const parameters = this.operation(route)?.parameters ?? [];
    return parameters
      .filter((parameter) => parameter.in === 'query')
      .map(({ name, schema }) => ({ name, schema: this.whole(schema) }));
  }

  takesBody(route: string): boolean {
    return this.bodyOf(route) !== undefined;
  }

  private bodyOf(route: string): Schema | undefined {
    return this.operation(route)?.requestBody?.content['application/json']?.schema;
  }

  private operation(route: string): Operation | undefined {
    const [method = '', path = ''] = route.split(' ');
    return this.document.paths[path]?.[method.toLowerCase()];
  }

  private fields(schema: Schema, above: string): { path: string; schema: Schema }[] {
    const { properties = {} } = this.resolved(schema);
    return Object.entries(properties).flatMap(([name, raw]) => {
      const path = above ? `${above}.${name}` : name;
      const property = this.whole(raw);
      const item = property.items;
      return [
        { path, schema: property },
        ...this.fields(property, path),
        ...(item?.properties ? this.fields(item, `${path}.0`) : []),
      ];
    });
  }

  /** With the schema of its items, if it is a list. */
  private whole(schema: Schema): Schema {
    const resolved = this.resolved(schema);
    return resolved.items ? { ...resolved, items: this.resolved(resolved.items) } : resolved;
  }

  private resolved(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (this.document.components.schemas[name] ?? {});
  }
}

/** The body that a route takes, but for one field. */
export function bodyOfRoute(route: string, path: string, value: unknown): object {
  return withField(callOf(route, 'document-a').body, path.split('.'), value) as object;
}

function withField(target: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const put = (below: unknown): unknown => (rest.length === 0 ? value : withField(below, rest, value));
  if (/^\d+$/.test(name)) {
    const items = Array.isArray(target) ? [...(target as unknown[])] : [];
    items[Number(name)] = put(items[Number(name)]);
    return items;
  }
  const fields = { ...(target as Record<string, unknown> | undefined) };
  return Object.fromEntries([
    ...Object.entries(fields).filter(([key]) => key !== name),
    [name, put(fields[name])],
  ]);
}
