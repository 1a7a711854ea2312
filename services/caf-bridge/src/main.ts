import { loadConfig } from '@intervia/config';
import { bootCaf } from './boot.js';
import { CafEnv } from './caf.env.js';

await bootCaf(loadConfig(CafEnv));
