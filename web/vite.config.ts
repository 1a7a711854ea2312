import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';

const GATEWAY = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), precompress()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': GATEWAY, '^/i/': GATEWAY } },
});
