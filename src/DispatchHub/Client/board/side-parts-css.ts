import { css } from 'lit';

/** Map above case where both have room; the case alone where they have not, over the whole page on a phone. */
export const sideCss = css`
  :host {
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
    border-left: 1px solid var(--line);
    background: var(--surface);
  }
  :host([both]) {
    grid-template-rows: minmax(0, 2fr) minmax(0, 3fr);
  }
  .map {
    position: relative;
    min-height: 0;
    border-bottom: 1px solid var(--line);
  }
  case-map {
    display: block;
    position: absolute;
    inset: 0;
  }
  .panel {
    overflow: auto;
    min-height: 0;
  }
  .panel:focus-visible {
    outline-offset: -2px;
  }
  .notice {
    margin: 0.5rem;
  }
  .failed {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
    padding: 1rem;
  }
  @media (max-height: 860px) {
    :host([both]) {
      grid-template-rows: minmax(0, 1fr);
    }
    :host([both]) .map {
      display: none;
    }
  }
  @media (max-width: 1100px) {
    :host {
      border-left: 0;
      border-top: 1px solid var(--line);
    }
    .panel {
      position: fixed;
      inset: 0;
      z-index: 40;
      background: var(--surface);
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
