import { css } from 'lit';

/** Rounds and visits: one column for a thumb, with buttons that are hit at first. */
export const roundCss = css`
  .items {
    display: grid;
    gap: 0.75rem;
    padding: 0;
    margin: 0.75rem 0;
    list-style: none;
  }
  .item {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    padding: 0.75rem;
    display: grid;
    gap: 0.4rem;
    overflow-wrap: anywhere;
  }
  .item h2,
  .item h3 {
    margin: 0;
    font-size: 1rem;
  }
  .item p {
    margin: 0;
  }
  .item .chip {
    white-space: normal;
  }
  .marks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 0.5rem;
  }
  .marks button {
    min-height: 3rem;
  }
  form {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
  summary {
    min-height: 2.75rem;
    cursor: pointer;
    color: var(--accent);
  }
  secured-picture {
    max-width: 16rem;
  }
`;
