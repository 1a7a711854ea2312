export { bootPortal } from './boot.js';
export { PortalEnv } from './portal.env.js';
export { PortalModule } from './portal.module.js';
