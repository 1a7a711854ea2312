import ovh from 'ovh';

/** Where the API is; the same for all accounts. */
export interface OvhEndpoint {
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
}

export interface OvhCredentials {
  readonly appKey: string;
  readonly appSecret: string;
  readonly consumerKey: string;
}

/** What the API or the way to it answered instead of a result. */
export class OvhFailure extends Error {
  override readonly name = 'OvhFailure';
  readonly code = 'OVH_FAILURE';

  constructor(
    /** Absent when no answer came. */
    readonly status: number | undefined,
    detail: string,
  ) {
    super(detail);
  }
}

const TIMEOUT_MS = 10_000;

/** The official client, with what it lacks: a deadline it keeps, and errors that are errors. */
export class OvhClient {
  private readonly client: ovh.Client;

  constructor({ host, port, basePath }: OvhEndpoint, { appKey, appSecret, consumerKey }: OvhCredentials) {
    // No `endpoint`: it would override the host. The client's own timeout only works beside another listener.
    this.client = ovh({ host, port, basePath, appKey, appSecret, consumerKey });
  }

  async request<T>(
    method: 'GET' | 'POST',
    path: string,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new OvhFailure(undefined, 'OVH did not answer in time')), TIMEOUT_MS);
    });
    // A copy: the client changes what it is given.
    const answer = this.client.requestPromised(method, path, { ...parameters });
    try {
      return await Promise.race([answer as PromiseLike<T>, late]);
    } catch (failure) {
      throw failure instanceof OvhFailure ? failure : asFailure(failure);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The client rejects with `{error: HTTP status | Error | text, message}`. */
function asFailure(failure: unknown): OvhFailure {
  const { error, message } = failure as { error?: unknown; message?: unknown };
  if (typeof error === 'number' && error >= 100) {
    return new OvhFailure(error, typeof message === 'string' ? `${error} ${message}` : String(error));
  }
  if (error instanceof Error) return new OvhFailure(undefined, error.message);
  return new OvhFailure(undefined, `OVH cannot be reached (${String(error ?? message)})`);
}
