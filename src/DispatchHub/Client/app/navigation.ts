/** Where the person is: the address of the page, without reloads. Sends `change`. */
class Navigation extends EventTarget {
  constructor() {
    super();
    if (typeof window !== 'undefined') {
      addEventListener('popstate', () => this.dispatchEvent(new Event('change')));
    }
  }

  get path(): string {
    return location.pathname;
  }

  get query(): URLSearchParams {
    return new URLSearchParams(location.search);
  }

  /** Goes to another page. */
  go(address: string): void {
    if (address !== location.pathname + location.search) {
      history.pushState(null, '', address);
    }
    this.dispatchEvent(new Event('change'));
  }

  /** Goes to where an address leads, without a step back to that address. */
  replace(address: string): void {
    history.replaceState(null, '', address);
    this.dispatchEvent(new Event('change'));
  }

  /** Writes what the page shows into its address, without a step in the browser's history; a value of null takes a key away. */
  note(changes: Record<string, string | null>): void {
    const query = this.query;
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === '') {
        query.delete(key);
      } else {
        query.set(key, value);
      }
    }
    const text = query.toString();
    history.replaceState(null, '', location.pathname + (text ? `?${text}` : ''));
    this.dispatchEvent(new Event('change'));
  }
}

export const navigation = new Navigation();
