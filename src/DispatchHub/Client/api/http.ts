import { session } from '../app/session';
import { Problem } from './problem';

/** One key for one intent: make it when the person decides, send it again with every further try. */
export function newKey(): string {
  return crypto.randomUUID();
}

export interface Asking {
  body?: unknown;
  /** Sent as it is, with its own content type, instead of `body`. */
  raw?: Blob;
  key?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Asks the hub, signed in. A token that the hub no longer takes is renewed once and the request sent again.
 * @throws Problem for everything but success; `unreachable` when nobody answered.
 */
export async function ask(method: string, path: string, asking: Asking = {}): Promise<Response> {
  let response = await send(method, path, asking, await session.token());
  if (response.status === 401) {
    response = await send(method, path, asking, await session.renew());
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return response;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask('GET', path, signal ? { signal } : {})).json() as Promise<T>;
}

/** Reads what is for everybody, signed in or not. @throws Problem as `ask` does. */
export async function getOpen<T>(path: string): Promise<T> {
  const response = await send('GET', path, {}, null);
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as T;
}

export async function post<T>(path: string, body: unknown, key?: string): Promise<T> {
  return (await ask('POST', path, key ? { body, key } : { body })).json() as Promise<T>;
}

/** Gives a command on a case; answers the case after it. */
export function give(caseId: string, command: string, body: object, key: string): Promise<import('./types').CaseView> {
  return post(`/api/cases/${caseId}/commands/${command}`, body, key);
}

async function send(method: string, path: string, asking: Asking, token: string | null): Promise<Response> {
  const headers = new Headers(asking.headers);
  if (token !== null) {
    headers.set('authorization', `Bearer ${token}`);
  }
  if (asking.key) {
    headers.set('idempotency-key', asking.key);
  }
  if (asking.body !== undefined) {
    headers.set('content-type', 'application/json');
  }
  const body = asking.raw ?? (asking.body === undefined ? null : JSON.stringify(asking.body));
  try {
    return await fetch(path, { method, headers, body, ...(asking.signal ? { signal: asking.signal } : {}) });
  } catch (fault) {
    if (asking.signal?.aborted) {
      throw fault;
    }
    throw Problem.unreachable();
  }
}
