export type Theme = 'light' | 'dark';

const STORED = 'dispatch.theme';

/** Light or dark: what was chosen here before, else what the device prefers. Sends `change`. */
class ThemeChoice extends EventTarget {
  current: Theme = chosen();

  constructor() {
    super();
    // What is chosen in one tab holds for all.
    window.addEventListener('storage', (event) => event.key === STORED && this.show(chosen()));
  }

  /** Writes the choice onto the page. */
  apply(): void {
    const root = document.documentElement;
    root.dataset['theme'] = this.current;
  }

  set(theme: Theme): void {
    localStorage.setItem(STORED, theme);
    this.show(theme);
  }

  private show(theme: Theme): void {
    this.current = theme;
    this.apply();
    this.dispatchEvent(new Event('change'));
  }
}

function chosen(): Theme {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') {
    return stored;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export const theme = new ThemeChoice();
