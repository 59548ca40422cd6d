import { Problem } from '../api/problem';
import type { SessionView } from '../api/types';
import { lastPerson } from './last-person';

export type SessionState = 'unknown' | 'signed-in' | 'signed-out' | 'expired';

/** How soon a refused cookie is worth another try, real ms: somebody may have signed in again in another tab. */
const ASK_AGAIN_MS = 30_000;

/** A token is renewed this long before it stops being taken. */
const RENEW_AHEAD_MS = 60_000;

/** A page of the last person is shown without a network after this long, and a token is asked for again so often, ms. */
const OFFLINE_AFTER_MS = 4_000;
const RETRY_EVERY_MS = 5_000;

/** Noted while somebody has signed out and the server does not know it yet. */
const LEAVING = 'dispatch.leaving';

/**
 * Who is signed in. The access token is kept in memory only; the refresh cookie brings it back after a reload.
 * Sends `change` whenever `state` or `who` changes.
 */
class Session extends EventTarget {
  state: SessionState = 'unknown';
  /** Also kept while `expired`: the page stays, and asks for the password again. */
  who: SessionView | null = null;
  /** At the start nobody answered; it is tried again every some seconds. */
  unanswered = false;

  /** What is said before somebody signs out, while their token still holds; another person on this device is a sign-out as well. */
  leaving: (() => Promise<void>) | null = null;

  private renewing: Promise<string> | null = null;
  private refused: { at: number; problem: Problem } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Called once at start: signed in if the cookie says so. Without a network the state stays `unknown`, and `who` is the last person of
   * this device without a token, so that their page opens from what the device keeps; the cookie is tried again until it is answered.
   */
  async restore(): Promise<void> {
    if (localStorage.getItem(LEAVING) !== null && !(await endOnServer())) {
      this.become('signed-out', null);
      return;
    }
    const slow = setTimeout(() => this.openOffline(), OFFLINE_AFTER_MS);
    addEventListener('online', () => this.state === 'unknown' && void this.renew().catch(() => undefined));
    try {
      await this.renew();
    } catch (fault) {
      if (this.state === 'unknown' && fault instanceof Problem && fault.passes) {
        this.unanswered = true;
        this.become('unknown', lastPerson.read());
      }
    } finally {
      clearTimeout(slow);
    }
  }

  async signIn(userName: string, password: string): Promise<void> {
    if (this.who && this.who.userName !== userName) {
      await this.leave();
    }
    this.become('signed-in', await exchange('POST', '/api/session', { userName, password }));
    localStorage.removeItem(LEAVING);
  }

  async signOut(): Promise<void> {
    clearTimeout(this.timer);
    await this.leave();
    lastPerson.forget();
    await endOnServer();
    this.become('signed-out', null);
  }

  private async leave(): Promise<void> {
    const leaving = this.leaving;
    this.leaving = null;
    await leaving?.();
  }

  /** A token that is still good. @throws Problem when there is none; a cookie that was refused is not shown again at once. */
  async token(): Promise<string> {
    const who = this.who;
    if (who && Date.parse(who.expiresAt) - Date.now() > 5_000) {
      return who.accessToken;
    }
    if (this.refused && Date.now() - this.refused.at < ASK_AGAIN_MS) {
      throw this.refused.problem;
    }
    return this.renew();
  }

  /** Gets a new token by the cookie, one request at a time over all tabs. */
  renew(): Promise<string> {
    this.renewing ??= this.renewOnce().finally(() => (this.renewing = null));
    return this.renewing;
  }

  private async renewOnce(): Promise<string> {
    try {
      const who = await alone(() => exchange('POST', '/api/session/refresh'));
      this.become('signed-in', who);
      return who.accessToken;
    } catch (fault) {
      if (fault instanceof Problem && (fault.status === 401 || fault.status === 403)) {
        this.refused = { at: Date.now(), problem: fault };
        this.become(this.who ? 'expired' : 'signed-out', this.who);
      } else if (this.state === 'unknown' || (this.who && Date.parse(this.who.expiresAt) > Date.now())) {
        this.renewIn(RETRY_EVERY_MS);
      }
      throw fault;
    }
  }

  private become(state: SessionState, who: SessionView | null): void {
    this.state = state;
    this.who = who;
    this.unanswered &&= state === 'unknown';
    if (state === 'signed-in' && who) {
      this.refused = null;
      lastPerson.keep(who);
      this.renewIn(Math.max(5_000, Date.parse(who.expiresAt) - Date.now() - RENEW_AHEAD_MS));
    }
    this.dispatchEvent(new Event('change'));
  }

  private openOffline(): void {
    const last = this.state === 'unknown' ? lastPerson.read() : null;
    if (last) {
      this.become('unknown', last);
    }
  }

  private renewIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew().catch(() => undefined), ms);
  }
}

/** Ends the session where it counts; one that was ended without a network is ended there before anything else, and opens nothing until then. */
async function endOnServer(): Promise<boolean> {
  localStorage.setItem(LEAVING, '');
  try {
    await fetch('/api/session', { method: 'DELETE' });
  } catch {
    return false;
  }
  localStorage.removeItem(LEAVING);
  return true;
}

/** Two tabs that spend the same refresh cookie at once would sign each other out. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('dispatch-session', () => work()) : work();
}

async function exchange(method: string, path: string, body?: unknown): Promise<SessionView> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch {
    throw Problem.unreachable();
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as SessionView;
}

export const session = new Session();
