import { defineConfig } from '@hey-api/openapi-ts';

/** A client of the API, from the document that `npm run openapi` writes. The extranet takes its types from here. */
export default defineConfig({
  input: '../dist/api/openapi.json',
  output: { path: '../dist/api/client', clean: true },
  plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
});
