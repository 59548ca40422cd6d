import { css } from 'lit';

/** The list of a board: lines of one height, in columns where there is room and on two lines where there is not. */
export const boardListCss = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
    background: var(--surface);
    container-type: inline-size;
    /* As wide as the longest word in Chinese; English ones are longer. */
    --status-width: 7rem;
    --level-width: 3rem;
    /* The clock's name says what the status says, and is left out first where it is long. */
    --clock-narrow: inline;
    --left-narrow: 10.4rem;
  }
  :host(:lang(en)) {
    --status-width: 9.9rem;
    --level-width: 6rem;
    --clock-narrow: none;
    --left-narrow: 7.4rem;
  }
  .scroller {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    overflow-x: hidden;
    overflow-anchor: none;
    contain: strict;
    outline-offset: -2px;
  }
  .lines {
    box-sizing: border-box;
    contain: layout style;
  }
  .line,
  .head {
    display: grid;
    align-items: center;
    column-gap: 0.6rem;
    padding: 0 0.75rem 0 0.5rem;
    grid-template-columns: 1.5rem 11.4rem var(--status-width) 4.8rem var(--level-width) minmax(9rem, 1.3fr) minmax(8rem, 1.5fr) minmax(7rem, 1.2fr) 5.5rem;
  }
  .head-group {
    position: sticky;
    top: 0;
    z-index: 1;
  }
  .head {
    height: 28px;
    font-size: 0.8rem;
    color: var(--text-2);
    background: var(--surface-2);
    border-bottom: 1px solid var(--line);
    border-left: 3px solid transparent;
  }
  .head > span {
    display: block;
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .line {
    position: relative;
    height: var(--line-height);
    contain: strict;
    border-bottom: 1px solid var(--line);
    border-left: 3px solid transparent;
  }
  .line > span {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .case {
    cursor: pointer;
  }
  .case:hover {
    background: var(--surface-2);
  }
  .case.late {
    border-left-color: var(--critical);
  }
  .tone-serious {
    border-left-color: var(--serious);
  }
  .marked {
    background: var(--accent-soft);
  }
  .open,
  .open:hover {
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .scroller:focus-visible .cursor,
  .cursor {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .left {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .left .late-mark {
    flex: none;
    width: 12px;
    display: flex;
  }
  .left time {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    min-width: 4.2rem;
    text-align: right;
  }
  .left .mark {
    flex: none;
  }
  .left .muted {
    font-size: 0.85em;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .what {
    display: flex;
    align-items: center;
  }
  .what .type {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .what .muted {
    flex: none;
    margin-left: 0.4rem;
    font-variant-numeric: tabular-nums;
  }
  .what .pressing {
    display: none;
    flex: none;
    margin-right: 0.35rem;
    font-weight: 800;
  }
  .what .fro,
  .what .from {
    flex: none;
    margin-right: 0.35rem;
  }
  .unread .type {
    font-weight: 700;
  }
  .dot {
    flex: none;
    width: 0.55rem;
    height: 0.55rem;
    margin-right: 0.35rem;
    border-radius: 50%;
    background: var(--accent);
  }
  .opened {
    text-align: right;
    font-variant-numeric: tabular-nums;
    font-size: 0.85em;
  }
  /* Many may come at once: the line is tinted as little as can be seen, and only its edge moves. */
  .alert {
    background: color-mix(in srgb, var(--caution-soft) 45%, var(--surface));
  }
  .late.alert {
    background: color-mix(in srgb, var(--critical-soft) 45%, var(--surface));
  }
  .alert::after {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 4px;
    pointer-events: none;
    background: var(--caution);
  }
  .late.alert::after {
    background: var(--critical);
  }
  .flash::after {
    animation: flash 0.8s 12 alternate ease-in-out;
  }
  @keyframes flash {
    from {
      opacity: 0.2;
    }
    to {
      opacity: 1;
    }
  }
  .group {
    display: flex;
    gap: 0.6rem;
    background: var(--surface-2);
    font-weight: 600;
    cursor: pointer;
  }
  .line.group > span {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .group button {
    font-weight: 600;
    padding: 0 0.25rem;
    min-height: 1.8rem;
  }
  input[type='checkbox'] {
    width: 1rem;
    height: 1rem;
    min-height: 0;
    margin: 0;
    vertical-align: middle;
    accent-color: var(--accent);
  }
  .say {
    padding: 2.5rem 1rem;
    text-align: center;
    display: grid;
    gap: 0.6rem;
    justify-items: center;
  }
  @container (max-width: 1320px) {
    .line,
    .head {
      grid-template-columns: 1.5rem 11.4rem var(--status-width) minmax(9rem, 1.5fr) minmax(8rem, 1.5fr) minmax(7rem, 1.2fr) 5.5rem;
    }
    .line > .priority,
    .line > .level,
    .head > .priority,
    .head > .level {
      display: none;
    }
    .what .pressing {
      display: inline-flex;
    }
  }
  @container (max-width: 1080px) {
    .line,
    .head {
      grid-template-columns: 1.5rem var(--left-narrow) var(--status-width) minmax(8rem, 1.6fr) minmax(6rem, 1fr) minmax(5.5rem, 1.1fr);
    }
    .line > .opened,
    .head > .opened {
      display: none;
    }
    .left .clock {
      display: var(--clock-narrow);
    }
    .place .muted {
      display: none;
    }
  }
  @container (max-width: 760px) {
    .head-group {
      display: none;
    }
    .line.case {
      grid-template-columns: 1.5rem auto minmax(0, 1fr) auto;
      grid-template-rows: 1fr 1fr;
      row-gap: 0;
      align-items: center;
      padding-block: 0.2rem;
    }
    .mark-cell {
      grid-row: 1 / 3;
    }
    .what {
      grid-column: 2 / 4;
      grid-row: 1;
      order: 0;
    }
    .status {
      grid-column: 4;
      grid-row: 1;
      justify-self: end;
    }
    .left {
      grid-column: 2;
      grid-row: 2;
    }
    .left time {
      min-width: 0;
    }
    .late-mark:empty {
      display: none;
    }
    .place {
      grid-column: 3 / 5;
      grid-row: 2;
    }
    .line > .priority {
      display: block;
      grid-column: 4;
      grid-row: 2;
      justify-self: end;
    }
    /* The status above is wider than the priority, so that the place may reach below it. */
    .priority:not(:empty) ~ .place {
      padding-right: 5.2rem;
    }
    .what .pressing {
      display: none;
    }
    .left .clock,
    .place .muted {
      display: inline;
    }
    .line > .who {
      display: none;
    }
  }
  @media print {
    :host {
      display: block;
    }
    .scroller {
      contain: none;
      overflow: visible;
    }
    .lines {
      height: auto !important;
      padding: 0 !important;
    }
    .line {
      contain: none;
      height: auto;
      min-height: 1.6rem;
      break-inside: avoid;
    }
    /* Paper has no tooltip and no case beside the list: every word is printed. */
    .line > span,
    .what .type {
      overflow: visible;
      white-space: normal;
    }
    .line {
      font-size: 0.85rem;
    }
    .unread .type {
      font-weight: inherit;
    }
    .mark-cell input,
    .dot {
      display: none;
    }
    @container (max-width: 1080px) {
      .line,
      .head {
        grid-template-columns: 0.1rem 6.8rem 9.4rem minmax(8rem, 2fr) minmax(6rem, 1.2fr) minmax(5.5rem, 1.2fr);
      }
    }
  }
`;
