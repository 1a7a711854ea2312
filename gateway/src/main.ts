import { loadConfig } from '@intervia/config';
import { bootGateway } from './boot.js';
import { GatewayEnv } from './gateway.env.js';

await bootGateway(loadConfig(GatewayEnv));
