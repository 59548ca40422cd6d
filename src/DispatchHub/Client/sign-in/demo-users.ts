import type { DemoUser } from '../api/types';

/** Everybody who can sign in with one click; empty outside a demo. Sends `change`. */
class DemoUsers extends EventTarget {
  list: readonly DemoUser[] = [];
  /** Whether the hub answered at the last try. */
  answered = true;

  private asking: Promise<void> | null = null;

  /** Asks the hub, once; again only after a try that it did not answer. */
  load(): Promise<void> {
    this.asking ??= this.ask();
    return this.asking;
  }

  private async ask(): Promise<void> {
    const answer = await fetch('/api/session/demo').catch(() => null);
    // A hub that is no demo answers 404.
    this.answered = answer !== null && answer.status < 500;
    this.list = answer?.ok ? ((await answer.json()) as DemoUser[]) : [];
    if (!this.answered) {
      this.asking = null;
    }
    this.dispatchEvent(new Event('change'));
  }
}

export const demoUsers = new DemoUsers();

/** The password of everybody in a demo. */
export const DEMO_PASSWORD = 'demo';
