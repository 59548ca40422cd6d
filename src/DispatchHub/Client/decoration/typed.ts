import { html, nothing, type TemplateResult } from 'lit';
import { language } from '../words/language';

/** The language of a text that somebody typed, where it is not that of the page; null where it is, or where nothing tells. */
export function foreignLanguage(text: string, page: string): string | null {
  return page === 'en' ? (/\p{Script=Han}/u.test(text) ? 'zh-CN' : null) : /[A-Za-z]{2,}/.test(text) ? 'en' : null;
}

/** A text that somebody typed, read out in its own language. */
export function typed(text: string | null | undefined): TemplateResult | typeof nothing {
  return text ? html`<span lang=${foreignLanguage(text, language.current) ?? nothing}>${text}</span>` : nothing;
}
