import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Language = 'zh-CN' | 'en';

const STORED = 'dispatch.language';

/** The language of the page: what was chosen here before, else Chinese unless the browser prefers English. Sends `change`. */
class LanguageChoice extends EventTarget {
  current: Language = chosen();

  constructor() {
    super();
    // What is chosen in one tab holds for all.
    if (typeof window !== 'undefined') {
      window.addEventListener('storage', (event) => event.key === STORED && this.show(chosen()));
    }
  }

  set(language: Language): void {
    localStorage.setItem(STORED, language);
    this.show(language);
  }

  private show(language: Language): void {
    this.current = language;
    document.documentElement.lang = language;
    this.dispatchEvent(new Event('change'));
  }
}

function chosen(): Language {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(STORED);
  if (stored === 'zh-CN' || stored === 'en') {
    return stored;
  }
  return typeof navigator !== 'undefined' && navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

export const language = new LanguageChoice();

/** Renders its host again when the language changes: `new Localized(this)` in a component that shows words. */
export class Localized implements ReactiveController {
  private readonly renew = () => this.host.requestUpdate();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    language.addEventListener('change', this.renew);
  }

  hostDisconnected(): void {
    language.removeEventListener('change', this.renew);
  }
}
