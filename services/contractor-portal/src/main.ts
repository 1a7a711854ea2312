import { loadConfig } from '@intervia/config';
import { bootPortal } from './boot.js';
import { PortalEnv } from './portal.env.js';

await bootPortal(loadConfig(PortalEnv));
