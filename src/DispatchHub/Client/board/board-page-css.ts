import { css } from 'lit';

/** The frame of the board: what is above the list, the list, and what stands beside it. */
export const boardPageCss = css`
  .board {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
    padding: 0.4rem 0.75rem;
    background: var(--caution-soft);
    border-bottom: 1px solid var(--line);
  }
  .bar .icon {
    flex: none;
  }
  .bar > span {
    flex: 0 1 auto;
  }
  .bar.info {
    background: var(--standby-soft);
  }
  .bar.serious {
    color: var(--text);
    background: var(--serious-soft);
  }
  .work {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
  }
  .work.beside {
    grid-template-columns: minmax(0, 1fr) clamp(23rem, 33vw, 46rem);
  }
  .main {
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
  }
  .main board-list {
    flex: 1;
  }
  .past board-list {
    box-shadow: inset 0 0 0 2px var(--standby);
  }
  .printed {
    display: none;
  }
  .say {
    flex: 1;
    padding: 3rem 1rem;
    display: grid;
    align-content: start;
    justify-items: center;
    gap: 0.75rem;
    text-align: center;
    background: var(--surface);
  }
  @media (max-width: 1100px) {
    .work.beside {
      grid-template-columns: minmax(0, 1fr);
    }
    .work.with-map {
      grid-template-rows: minmax(0, 3fr) minmax(0, 2fr);
    }
  }
  @media print {
    .board {
      display: block;
      height: auto;
    }
    .printed {
      display: block;
      padding: 0.5rem 0.75rem;
      font-weight: 600;
    }
    .bar,
    rewind-bar,
    board-overlays,
    ended-list,
    order-bar {
      display: none;
    }
    .work,
    .work.beside {
      display: block;
    }
  }
`;
