export { bootCaf } from './boot.js';
export { CafEnv } from './caf.env.js';
export { CafModule } from './caf.module.js';
