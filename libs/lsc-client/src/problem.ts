import type { Problem } from './gen/types.gen.js';

/** What the platform refused (RFC 9457): `code` is for programs, `message` in French for people. */
export class LscProblem extends Error {
  override readonly name = 'LscProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly problem: Partial<Problem> = {},
  ) {
    super(detail);
  }

  static async of(answer: Response): Promise<LscProblem> {
    const text = await answer.text();
    let problem: Partial<Problem> = {};
    try {
      problem = JSON.parse(text) as Partial<Problem>;
    } catch {
      // A proxy on the way answers in its own words.
    }
    return new LscProblem(answer.status, problem.code ?? '', problem.detail ?? text.slice(0, 200), problem);
  }
}

/** The cursor is older than what is kept: take a snapshot, and go on from the cursor that it begins with. */
export const isTooOld = (error: unknown): boolean => error instanceof LscProblem && error.status === 410;
