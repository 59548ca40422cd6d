import { css } from 'lit';

/** One sheet, read from top to bottom; A4 on paper. */
export const handOverCss = css`
  :host {
    display: grid;
    gap: 0.9rem;
    max-width: 60rem;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem 1rem;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.5rem;
    align-items: center;
  }
  section {
    display: grid;
    gap: 0.4rem;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 0.3rem;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.6rem;
    padding: 0.4rem 0.6rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 6px;
    overflow-wrap: anywhere;
  }
  li .what {
    flex: 1 1 16rem;
    min-width: 0;
  }
  li a {
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  blockquote {
    margin: 0;
    padding: 0.6rem 0.8rem;
    border-left: 4px solid var(--accent);
    background: var(--surface);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  form {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  form label,
  textarea {
    width: 100%;
  }
  .sign {
    min-height: 3rem;
    padding-inline: 1.5rem;
    justify-self: start;
  }
  @media (max-width: 640px) {
    .sign {
      justify-self: stretch;
    }
  }
  @media print {
    .top label,
    button,
    form {
      display: none;
    }
    li {
      border: 0;
      border-bottom: 1px solid;
      border-radius: 0;
      break-inside: avoid;
    }
    li a {
      color: inherit;
      text-decoration: none;
    }
  }
`;
