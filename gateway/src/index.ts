export { bootGateway } from './boot.js';
export { GatewayEnv } from './gateway.env.js';
export { GatewayModule } from './gateway.module.js';
