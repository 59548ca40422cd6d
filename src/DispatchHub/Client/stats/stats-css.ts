import { css } from 'lit';

/** Numbers that can be pressed, alike in cards and tables. */
export const numberCss = css`
  button.number {
    min-height: 1.6rem;
    padding: 0 0.35rem;
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
    font-variant-numeric: tabular-nums;
  }
  .nought {
    padding: 0 0.35rem;
    color: var(--text-2);
  }
  @media print {
    button.number {
      color: inherit;
      text-decoration: none;
    }
  }
`;

/** The page of figures: dense on a desk, one column on a phone, A4 on paper. */
export const pageCss = css`
  .answer {
    display: grid;
    gap: 1rem;
    min-width: 0;
    transition: opacity 120ms;
  }
  .answer[aria-busy='true'] {
    opacity: 0.6;
  }
  section {
    display: grid;
    gap: 0.4rem;
    min-width: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.75rem;
    align-items: start;
  }
  .pair > div {
    padding: 0.5rem 0.25rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  .pair > div > p {
    padding: 0 0.5rem;
    font-size: 0.85rem;
  }
  .meanings summary {
    cursor: pointer;
    font-weight: 600;
    padding: 0.25rem 0;
  }
  .meanings p {
    max-width: 60rem;
    margin: 0.25rem 0;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 60rem);
    gap: 0.2rem 1rem;
    margin: 0.5rem 0 0;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  @media (max-width: 1000px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 640px) {
    .page {
      padding: 0.6rem 0.6rem 2rem;
    }
    .tools button {
      min-height: 2.75rem;
    }
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-bottom: 0.4rem;
    }
  }
  @media print {
    .tools,
    .meanings:not([open]) {
      display: none;
    }
    .page {
      padding: 0;
    }
    .pair {
      grid-template-columns: 1fr;
    }
    .pair > div {
      border: 0;
      break-inside: avoid;
    }
    h2 {
      break-after: avoid;
    }
  }
`;
