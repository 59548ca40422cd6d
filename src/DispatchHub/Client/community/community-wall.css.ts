import { css } from 'lit';

/** Sizes follow the screen, so that a wall is read across the room and a phone still shows it. */
export const wallCss = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
    gap: 1.6vmin;
    height: 100dvh;
    padding: 2vmin 3vmin;
    overflow: hidden;
    background: var(--bg);
    font-size: max(3.2vmin, 1rem);
  }
  .top {
    display: flex;
    align-items: center;
    gap: 2vmin;
  }
  h1 {
    font-size: 1.6em;
    margin-right: auto;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .clock {
    font-size: 1.8em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 1.6vmin;
    margin: 0;
  }
  .counts div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1vmin;
    padding: 1vmin 2vmin;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 1vmin;
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .counts dd {
    font-size: 2.3em;
    font-weight: 650;
    line-height: 1.1;
  }
  ol {
    list-style: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 9em;
    gap: 2vmin;
    align-items: center;
    padding: 0.9vmin 1vmin;
    border-bottom: 1px solid var(--line);
  }
  li.calls {
    background: var(--serious-soft);
  }
  .what {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip {
    font-size: 0.75em;
  }
  .chip .mark {
    width: 0.8em;
    height: 0.8em;
  }
  .countdown {
    justify-self: end;
    font-size: 1.35em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .countdown small {
    display: none;
  }
  .countdown .mark {
    width: 0.7em;
    height: 0.7em;
  }
  .empty {
    align-self: center;
    justify-self: center;
    font-size: 1.4em;
    color: var(--text-2);
  }
  .day {
    grid-row: 5;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5vmin 5vmin;
    margin: 0;
    padding-top: 1.4vmin;
    border-top: 1px solid var(--line);
  }
  .day div {
    display: flex;
    align-items: baseline;
    gap: 1.2vmin;
  }
  .day dt {
    color: var(--text-2);
    font-size: 0.85em;
  }
  .day dd {
    font-weight: 650;
    font-size: 1.2em;
  }
  .top button {
    white-space: nowrap;
  }
  button .icon {
    width: 1.2em;
    height: 1.2em;
  }
  @media (max-width: 640px) {
    .top {
      flex-wrap: wrap;
    }
    h1 {
      flex-basis: 100%;
    }
    .clock {
      margin-left: auto;
      font-size: 1.3em;
    }
    .counts {
      grid-template-columns: repeat(2, 1fr);
    }
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    li .chip {
      display: none;
    }
  }
`;
