import { createHash, timingSafeEqual } from 'node:crypto';

export interface OvhAccount {
  appKey: string;
  appSecret: string;
  consumerKey: string;
  /** Name of the SMS service, e.g. "sms-ab12345-1". */
  service: string;
}

export interface SignedRequest {
  method: string;
  /** Host header. */
  host: string;
  /** Path and query as received. */
  path: string;
  body: string;
  headers: Record<string, string | string[] | undefined>;
}

export interface Refusal {
  status: number;
  errorCode: string;
  message: string;
}

const CLOCK_SKEW_S = 300;

/** OVH's rule: `$1$` + SHA1(secret+consumer+METHOD+URL+body+timestamp), the URL without its port (partners.md). */
export function signatureOf(
  account: OvhAccount,
  request: Omit<SignedRequest, 'headers'>,
  timestamp: string,
): string {
  const url = `https://${request.host.replace(/:\d+$/, '')}${request.path}`;
  const signed = [account.appSecret, account.consumerKey, request.method, url, request.body, timestamp];
  return `$1$${createHash('sha1').update(signed.join('+')).digest('hex')}`;
}

/** Why the request is refused, or nothing when its signature is right. */
export function refusalOf(
  account: OvhAccount,
  request: SignedRequest,
  nowSeconds: number,
): Refusal | undefined {
  const header = (name: string): string => String(request.headers[name] ?? '');
  if (header('x-ovh-application') !== account.appKey) {
    return { status: 403, errorCode: 'INVALID_KEY', message: 'Invalid application key' };
  }
  if (header('x-ovh-consumer') !== account.consumerKey) {
    return { status: 403, errorCode: 'INVALID_CREDENTIAL', message: 'This credential is not valid' };
  }
  const timestamp = header('x-ovh-timestamp');
  if (!(Math.abs(Number(timestamp) - nowSeconds) <= CLOCK_SKEW_S)) {
    return { status: 400, errorCode: 'QUERY_TIME_OUT', message: 'Query out of time' };
  }
  const expected = Buffer.from(signatureOf(account, request, timestamp));
  const given = Buffer.from(header('x-ovh-signature'));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { status: 400, errorCode: 'INVALID_SIGNATURE', message: 'Invalid signature' };
  }
  return undefined;
}
