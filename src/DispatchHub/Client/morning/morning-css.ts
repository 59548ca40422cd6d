import { css } from 'lit';

/** The morning page: numbers above, lists below, one column on a phone and on paper. */
export const morningCss = css`
  .said {
    margin: 0;
  }
  .glance {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .glance a {
    display: grid;
    gap: 0.1rem;
    min-width: 8rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    color: inherit;
    text-decoration: none;
  }
  .glance strong {
    font-size: 1.4rem;
    font-variant-numeric: tabular-nums;
  }
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr));
    gap: 0.9rem;
    align-items: start;
  }
  section {
    display: grid;
    gap: 0.4rem;
    min-width: 0;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
  }
  h2 {
    margin: 0;
    font-size: 1.05rem;
  }
  section > ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  section > p {
    margin: 0;
  }
  section > ul > li {
    display: grid;
    gap: 0.2rem;
    padding: 0.45rem 0;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.6rem;
    align-items: baseline;
    justify-content: space-between;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .acts button {
    min-height: 2.5rem;
  }
  button.case {
    min-height: 1.6rem;
    padding: 0 0.2rem;
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 2px;
    text-align: left;
  }
  dialog {
    width: min(46rem, 100vw);
    max-width: none;
    height: 100dvh;
    max-height: none;
    margin: 0 0 0 auto;
    padding: 0;
    border: 0;
    color: inherit;
    background: var(--surface);
  }
  @media print {
    .tools,
    .acts,
    outage-form {
      display: none;
    }
    .lists {
      grid-template-columns: 1fr;
    }
    section {
      padding: 0;
      border: 0;
      break-inside: avoid;
    }
    button.case {
      color: inherit;
      text-decoration: none;
    }
  }
`;
