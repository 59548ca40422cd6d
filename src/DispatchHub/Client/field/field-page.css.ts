import { css } from 'lit';

/** The frame of the field page: what scrolls, and the tabs under the thumb. */
export const pageCss = css`
  :host {
    display: flex !important;
    flex-direction: column;
    height: 100%;
  }
  .content {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    width: 100%;
    max-width: 46rem;
    margin-inline: auto;
    padding: 0.6rem 0.6rem 1.5rem;
  }
  .notice {
    margin-bottom: 0.6rem;
  }
  .notice.refused {
    position: sticky;
    top: -0.6rem;
    z-index: 1;
    box-shadow: var(--shadow);
  }
  footer {
    width: 100%;
    max-width: 46rem;
    margin-inline: auto;
  }
  nav {
    display: flex;
    background: var(--surface);
    border-top: 1px solid var(--line);
    padding-bottom: env(safe-area-inset-bottom);
  }
  nav button {
    flex: 1;
    flex-direction: column;
    gap: 0.1rem;
    min-height: 3.75rem;
    padding: 0.3rem 0.2rem;
    border: 0;
    border-radius: 0;
    border-top: 3px solid transparent;
    font-size: 0.95rem;
    white-space: nowrap;
  }
  nav button .icon {
    width: 1.5em;
    height: 1.5em;
  }
  nav button[aria-current='page'] {
    border-top-color: var(--accent);
    color: var(--accent);
    font-weight: 650;
  }
  nav b {
    display: inline-block;
    min-width: 1.4em;
    padding-inline: 0.3em;
    border-radius: 1em;
    background: var(--accent);
    color: var(--accent-text);
    text-align: center;
    font-size: 0.85em;
  }
  nav b.refused {
    background: var(--critical);
  }
`;
