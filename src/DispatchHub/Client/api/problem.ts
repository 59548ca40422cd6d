import type { CaseView } from './types';

/** What the server said no to, with its stable code; or `unreachable` (status 0) when nobody answered. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** The server's own sentence, in English; pages show `words/problems.ts` where the code is known. */
    readonly detail: string,
    /** Real milliseconds to wait before the same request makes sense; null when waiting does not help. */
    readonly retryAfterMs: number | null = null,
    /** The case as it stands, where the refusal was about one. */
    readonly caseNow: CaseView | null = null,
  ) {
    super(`${code}: ${detail}`);
  }

  /** The outcome may become another one by sending the same request with the same key again. */
  get passes(): boolean {
    return this.status === 0 || this.status === 429 || this.status === 503 || this.status === 502 || this.status === 504;
  }

  static unreachable(): Problem {
    return new Problem(0, 'unreachable', 'The server cannot be reached.', 2_000);
  }

  static async of(response: Response): Promise<Problem> {
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    const wait = Number.isFinite(seconds) ? seconds * 1_000 : null;
    try {
      const body = (await response.json()) as { code?: string; detail?: string; case?: CaseView };
      return new Problem(response.status, body.code ?? 'unexpected', body.detail ?? response.statusText, wait, body.case ?? null);
    } catch {
      return new Problem(response.status, response.status === 503 ? 'unavailable' : 'unexpected', response.statusText, wait);
    }
  }
}
