import { css } from 'lit';

/** Read on a phone in one hand, and on paper. */
export const servicesCss = css`
  .page {
    max-width: 56rem;
  }
  input[type='search'] {
    width: 100%;
    min-height: 3rem;
  }
  section {
    display: grid;
    gap: 0.6rem;
  }
  h2 {
    margin-top: 0.75rem;
  }
  article {
    display: grid;
    gap: 0.35rem;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    break-inside: avoid;
  }
  article > header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.35rem 0.6rem;
  }
  h3 {
    font-size: 1rem;
  }
  .chip .icon {
    width: 1em;
    height: 1em;
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0.15rem 0.75rem;
    margin: 0;
    font-size: 0.9rem;
  }
  dt {
    color: var(--text-2);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @media print {
    .tools,
    label {
      display: none;
    }
  }
`;
