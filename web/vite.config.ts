import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { precompress } from './precompress.js';

const GATEWAY = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), precompress()],
  // Our libs from their source: nothing has to be built before.
  resolve: { conditions: ['@intervia/source', ...defaultClientConditions] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': GATEWAY, '^/i/': GATEWAY } },
});
