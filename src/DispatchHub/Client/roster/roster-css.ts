import { css } from 'lit';

/** The page of the roster: seven columns on a desk, one day after another on a phone. */
export const pageCss = css`
  .tools label {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .day {
    display: grid;
    gap: 0.4rem;
    align-content: start;
    padding: 0.5rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 8px;
    min-width: 0;
  }
  .day.today {
    border-color: var(--accent);
    border-width: 2px;
  }
  .day h3 {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.25rem;
  }
  .block {
    display: grid;
    gap: 0.15rem;
    padding: 0.35rem 0.5rem;
    border-left: 4px solid var(--accent);
    border-radius: 4px;
    background: var(--surface-2);
    overflow-wrap: anywhere;
  }
  .people {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.75rem;
  }
  .block.second {
    border-left-style: dashed;
  }
  .block.now {
    outline: 2px solid var(--normal);
  }
  .block .hours {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }
  .gaps ul,
  .changes ul {
    margin: 0.3rem 0 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 0.3rem;
  }
  .changes {
    display: grid;
    gap: 0.4rem;
  }
  .changes li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.75rem;
    padding: 0.45rem 0.6rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 6px;
  }
  .changes li > span:first-child {
    flex: 1 1 18rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @media print {
    .head {
      display: none;
    }
    .page {
      padding: 0;
    }
  }
  @media (max-width: 900px) {
    .days {
      grid-template-columns: minmax(0, 1fr);
    }
    .page {
      padding: 0.6rem 0.6rem 2rem;
    }
    .head button,
    .changes button {
      min-height: 2.75rem;
    }
  }
`;
