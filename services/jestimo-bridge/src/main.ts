import { loadConfig } from '@intervia/config';
import { bootJestimo } from './boot.js';
import { JestimoEnv } from './jestimo.env.js';

await bootJestimo(loadConfig(JestimoEnv));
