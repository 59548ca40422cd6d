import { city } from '../api/city';
import { get } from '../api/http';
import { Problem } from '../api/problem';
import type { Person, Role } from '../api/types';
import { session } from '../app/session';

/** Who may ask for the list; the others see user names. */
const ASKERS: readonly Role[] = ['dispatcher', 'captain', 'officer', 'supervisor', 'system'];

/** How long a list is good enough to pick from, real ms. */
const FRESH_MS = 20_000;

/** The people who handle cases of the street, for those who may ask; names of the others stay user names. Sends `change`. */
class People extends EventTarget {
  private held: Person[] = [];
  private names = new Map<string, string>();
  private heldFor = '';
  private at = -Infinity;
  private asking: Promise<Person[]> | null = null;

  /** Those fetched last, without asking. */
  get known(): readonly Person[] {
    return this.held;
  }

  /** The list, at most some seconds old. @throws Problem when it cannot be had; 403 for roles that may not ask. */
  list(): Promise<Person[]> {
    const who = session.who;
    if (who && who.userName !== this.heldFor) {
      this.held = [];
      this.names.clear();
      this.at = -Infinity;
      this.heldFor = who.userName;
    }
    if (performance.now() - this.at < FRESH_MS) {
      return Promise.resolve(this.held);
    }
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  /** How people call somebody: the display name where it is known, else the user name. */
  nameOf(userName: string): string {
    if (userName.startsWith('source:')) {
      return city.scopeName(userName);
    }
    return this.names.get(userName) ?? (userName === session.who?.userName ? session.who.displayName || userName : userName);
  }

  /** Fetches names in the background for a page that shows them; roles that may not ask see user names. */
  want(): void {
    if (!session.who || !ASKERS.includes(session.who.role)) {
      return;
    }
    this.list().catch((fault: unknown) => {
      if (!(fault instanceof Problem)) {
        throw fault;
      }
    });
  }

  private async ask(): Promise<Person[]> {
    const street = session.who?.streetId;
    const { items } = await get<{ items: Person[] }>(`/api/people?scope=${encodeURIComponent(`street:${street}`)}`);
    this.held = items;
    this.names = new Map(items.map((one) => [one.userName, one.displayName || one.userName]));
    this.at = performance.now();
    this.dispatchEvent(new Event('change'));
    return items;
  }
}

export const people = new People();
