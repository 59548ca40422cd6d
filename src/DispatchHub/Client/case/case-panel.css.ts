import { css } from 'lit';

/** The look of the case panel, on the screen and on paper. */
export const panelCss = css`
  :host {
    display: block;
    background: var(--surface);
    container-type: inline-size;
    overflow: auto;
  }
  .panel {
    display: grid;
    gap: 0.9rem;
    padding: 0.75rem 1rem 2rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  header {
    display: grid;
    gap: 0.35rem;
  }
  .top {
    display: flex;
    gap: 0.5rem;
    align-items: start;
  }
  .top h2 {
    flex: 1;
    min-width: 0;
    font-size: 1.1rem;
    overflow-wrap: anywhere;
  }
  .top h2 small {
    display: block;
    font-weight: 400;
    font-size: 0.85rem;
    color: var(--text-2);
    font-variant-numeric: tabular-nums;
  }
  .top button {
    min-width: 2.1rem;
    padding: 0.3rem;
  }
  @media (pointer: coarse) {
    .top button {
      min-width: 3rem;
    }
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    align-items: center;
  }
  .next {
    display: flex;
    gap: 0.1rem 0.7rem;
    align-items: center;
    flex-wrap: wrap;
    border: 1px solid var(--line);
    border-left: 5px solid currentColor;
    border-radius: 8px;
    padding: 0.45rem 0.75rem;
  }
  .next strong {
    font-size: 1.75rem;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .next span {
    color: var(--text);
  }
  section {
    display: grid;
    gap: 0.4rem;
    align-content: start;
    min-width: 0;
  }
  h3 {
    color: var(--text-2);
    font-size: 0.85rem;
    letter-spacing: 0.02em;
  }
  .why {
    margin-top: 0.4rem;
  }
  .why p {
    margin-top: 0.2rem;
  }
  dl.facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.25rem 0.9rem;
    margin: 0;
  }
  dl.facts dt {
    color: var(--text-2);
  }
  dl.facts dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .description {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  a {
    color: var(--accent);
  }
  ul.told {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ul.told li {
    display: grid;
    grid-template-columns: 5.6rem 1fr;
    gap: 0.6rem;
    padding: 0.15rem 0;
  }
  ul.told time {
    color: var(--text-2);
    font-variant-numeric: tabular-nums;
    font-size: 0.92em;
  }
  .part-problem {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    flex-wrap: wrap;
  }
  .copied {
    min-height: 1.3em;
  }
  .link {
    user-select: all;
    overflow-wrap: anywhere;
  }
  .copied:empty {
    display: none;
  }
  @container (min-width: 52rem) {
    .panel {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: 1.5rem;
    }
    header,
    .wide {
      grid-column: 1 / -1;
    }
  }
  @media print {
    :host {
      overflow: visible;
      background: #fff;
      color: #000;
    }
    .top button,
    .no-print {
      display: none !important;
    }
    .panel {
      display: block;
      padding: 0;
    }
    .panel > * {
      margin-bottom: 0.6rem;
    }
  }
`;
