import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { post } from '../api/http';
import { Problem } from '../api/problem';

/** Real ms between signs of life of the console. */
const EVERY_MS = 60_000;

/** Tells the city that somebody sits at a community's console, while its page is to be seen. */
export class Presence implements ReactiveController {
  /** Why the console does not count as staffed; null while it does, or while that is not known. */
  problem: Problem | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly communityId: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.tell);
    this.timer = setInterval(this.tell, EVERY_MS);
    void this.tell();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.tell);
    clearInterval(this.timer);
  }

  private readonly tell = async (): Promise<void> => {
    if (document.hidden) {
      return;
    }
    let problem: Problem | null = null;
    try {
      await post(`/api/communities/${this.communityId}/console`, undefined);
    } catch (fault) {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
      // A server that is away for a moment says nothing about the console.
      problem = fault.passes ? this.problem : fault;
    }
    if (problem !== this.problem) {
      this.problem = problem;
      this.host.requestUpdate();
    }
  };
}
