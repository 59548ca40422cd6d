import { css } from 'lit';

/** Estates and reviews: plans as wide as they can be, lists in cards beside each other. */
export const estateCss = css`
  .cards,
  .lists {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr));
    gap: 0.9rem;
    align-items: start;
  }
  ul,
  ol.spots {
    margin: 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 0.5rem;
  }
  .cards a {
    display: grid;
    gap: 0.3rem;
    justify-items: start;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    color: inherit;
    text-decoration: none;
  }
  section {
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--surface);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  section a {
    color: var(--accent);
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr);
    gap: 0.9rem;
    align-items: start;
  }
  @media (max-width: 52rem) {
    .beside {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  form {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
  summary {
    min-height: 2rem;
    cursor: pointer;
    color: var(--accent);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .spots li {
    display: grid;
    gap: 0.2rem;
    padding: 0.4rem 0;
    border-bottom: 1px solid var(--line);
  }
  .spots li.chosen {
    background: var(--accent-soft);
  }
  .qr {
    width: 8rem;
    background: #fff;
  }
  @media print {
    form,
    details,
    .acts {
      display: none;
    }
  }
`;
