import { validate } from '@apidevtools/swagger-parser';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { emitDocument } from './emit.js';
import { asOpenApi30, lscDocument } from './lsc-document.js';

describe('the document for programs', () => {
  let document: OpenAPIObject;

  beforeAll(async () => {
    document = lscDocument(await emitDocument('https://intervia.example'));
  });

  it('is OpenAPI 3.1, and 3.0.3 for older generators', async () => {
    await expect(validate(structuredClone(document) as never)).resolves.toMatchObject({ openapi: '3.1.0' });
    const older = asOpenApi30(document);
    await expect(validate(structuredClone(older) as never)).resolves.toMatchObject({ openapi: '3.0.3' });
  });

  it('holds what a key opens, and of schemas what this needs', () => {
    expect(Object.keys(document.paths).every((path) => path.startsWith('/lsc/v1/'))).toBe(true);
    expect(Object.keys(document.paths)).toContain('/lsc/v1/base');
    const names = Object.keys(document.components?.schemas ?? {});
    expect(names).toEqual(expect.arrayContaining(['ApiCaller', 'ImportProgress', 'Problem']));
    expect(names).not.toContain('Template');
    expect(Object.keys(document.components?.securitySchemes ?? {})).toEqual(['key']);
  });
});
