import { css } from 'lit';

/** A page for a desk, and two sheets of A4. */
export const committeeCss = css`
  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr));
    gap: 0.9rem;
    align-items: start;
  }
  section {
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    break-inside: avoid;
  }
  h2 {
    font-size: 1rem;
    margin: 0 0 0.35rem;
  }
  .note {
    margin: 0.35rem 0 0;
    font-size: 0.85rem;
    color: var(--text-2);
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    padding: 0.3rem 0.4rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    font-weight: normal;
  }
  thead th {
    color: var(--text-2);
    font-size: 0.85rem;
  }
  td.number {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .number button {
    min-height: 0;
    padding: 0.1rem 0.45rem;
    font-variant-numeric: tabular-nums;
  }
  .wide {
    overflow-x: auto;
  }
  dialog {
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    color: var(--text);
  }
  dialog a {
    color: var(--accent);
  }
  dialog ul {
    max-height: 60vh;
    overflow-y: auto;
    padding-inline-start: 1.1rem;
  }
  @page {
    size: A4;
    margin: 14mm;
  }
  @media print {
    .tools,
    dialog {
      display: none;
    }
    .page {
      padding: 0;
      gap: 0.5rem;
      max-width: none;
    }
    .sections {
      grid-template-columns: 1fr 1fr;
      gap: 0.5rem;
    }
    section {
      padding: 0.4rem;
    }
    th,
    td {
      padding: 0.12rem 0.3rem;
      font-size: 9.5pt;
    }
    .note {
      font-size: 8pt;
    }
    .number button {
      border: 0;
      padding: 0;
      background: none;
      color: inherit;
    }
  }
`;
