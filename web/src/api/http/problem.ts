/** RFC 9457, as the gateway writes it. */
export interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  fields?: FieldProblem[];
}

export interface FieldProblem {
  field: string;
  code: string;
  detail?: string;
}

/** The server answered, and refused. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly fields: FieldProblem[];

  constructor(
    readonly status: number,
    body: ProblemBody,
  ) {
    super(body.detail ?? '');
    this.code = body.code ?? `HTTP_${status}`;
    this.fields = body.fields ?? [];
  }
}

const SESSION_GONE: ReadonlySet<string> = new Set(['SIGN_IN_REQUIRED', 'SESSION_EXPIRED']);

/** Not a wrong password, which is refused with the same number. */
export function isSessionGone(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401 && SESSION_GONE.has(error.code);
}

/** No answer: nobody knows whether the server saw the request. Safe to repeat with the same key. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** A body that is no problem+json (a proxy's page, say) still gives an error with its status. */
export function toProblem(status: number, body: string): ProblemError {
  try {
    const parsed: unknown = JSON.parse(body);
    return new ProblemError(status, typeof parsed === 'object' && parsed !== null ? parsed : {});
  } catch {
    return new ProblemError(status, {});
  }
}
