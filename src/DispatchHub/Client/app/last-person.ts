import type { SessionView } from '../api/types';

const STORED = 'dispatch.last-person';

/** Who signed in here last, without any token: enough to show their own page from what the device keeps when there is no network. */
export const lastPerson = {
  /** With a token that nothing takes, so that the first request asks for a real one. */
  read(): SessionView | null {
    const stored = localStorage.getItem(STORED);
    return stored ? { ...(JSON.parse(stored) as Omit<SessionView, 'accessToken' | 'expiresAt'>), accessToken: '', expiresAt: new Date(0).toISOString() } : null;
  },

  keep({ userName, displayName, role, area, streetId }: SessionView): void {
    localStorage.setItem(STORED, JSON.stringify({ userName, displayName, role, area, streetId }));
  },

  forget(): void {
    localStorage.removeItem(STORED);
  },
};
