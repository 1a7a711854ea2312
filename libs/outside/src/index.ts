export {
  HostNotPublic,
  HostUnknown,
  isInsideLiteral,
  isLoopback,
  isPublic,
  OutsideHosts,
} from './outside-hosts.js';
export { OutsideHttp, OutsideRefusal } from './outside-http.js';
export type { OutsideAnswer, OutsideRequest } from './outside-http.js';
