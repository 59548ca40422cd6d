import uPlot from 'uplot';
import rules from 'uplot/dist/uPlot.min.css?inline';
import type { Series } from './rows';

/** What uPlot's own elements look like; for the shadow root that holds the chart. */
export const chartSheet = new CSSStyleSheet();
chartSheet.replaceSync(rules);

export interface Drawing extends Series {
  kind: 'bars' | 'line';
  /** What each series is called. */
  names: string[];
  /** The end of the scale, which begins at 0. */
  end: number;
  text: (value: number | null) => string;
  /** Shares are marked in whole per cent, numbers in whole numbers. */
  shares: boolean;
}

export interface ChartColours {
  text: string;
  grid: string;
  surface: string;
  series: string[];
  font: string;
}

/** Names under the bars are written aslant where they would run into each other. */
const ASLANT = 38;
const Y_AXIS = 52;
const SHARE_STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const COUNT_STEPS = [1, 2, 5].flatMap((step) => [step, step * 10, step * 100, step * 1_000, step * 10_000]).sort((a, b) => a - b);
const LETTER_PX = 12.5;
const LONGEST_NAME = 10;

/** Draws a chart into `host`. `pointed` is told which row the pointer is over, null for none. */
export function drawChart(host: HTMLElement, drawing: Drawing, colours: ChartColours, size: { width: number; height: number }, pointed: (row: number | null) => void): uPlot {
  const { labels, values, kind } = drawing;
  const slot = (size.width - Y_AXIS - 10) / Math.max(1, labels.length);
  const widest = Math.min(LONGEST_NAME, Math.max(1, ...labels.map(width))) * LETTER_PX;
  const aslant = kind === 'bars' && widest > slot;
  const step = kind === 'bars' ? 1 : Math.max(1, Math.ceil((widest + 12) / slot));
  const axis = { stroke: colours.text, font: colours.font, grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
  return new uPlot(
    {
      ...size,
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: kind === 'line' } },
      scales: { x: { time: false, range: () => [-0.5, labels.length - 0.5] }, y: { range: [0, drawing.end] } },
      axes: [
        {
          ...axis,
          grid: { show: false },
          splits: () => labels.map((_, row) => row).filter((row) => row % step === 0),
          values: (_, rows) => rows.map((row) => shortened(labels[row] ?? '')),
          ...(aslant ? { rotate: ASLANT, size: 28 + widest * 0.62 } : { size: 32 }),
          gap: 8,
        },
        { ...axis, size: aslant ? Math.max(Y_AXIS, widest * 0.8 - slot / 2 + 8) : Y_AXIS, incrs: drawing.shares ? SHARE_STEPS : COUNT_STEPS, values: (_, marks) => marks.map((mark) => (drawing.shares ? `${+(mark * 100).toFixed(1)}%` : drawing.text(mark))) },
      ],
      series: [{}, ...drawing.names.map((label, index) => seriesOf(label, index, drawing, colours))],
      hooks: { setCursor: [(chart) => pointed(chart.cursor.idx ?? null)] },
    },
    [labels.map((_, row) => row), ...values],
    host,
  );
}

function seriesOf(label: string, index: number, { kind, names }: Drawing, colours: ChartColours): uPlot.Series {
  const colour = colours.series[index % colours.series.length]!;
  if (kind === 'line') {
    // A dash of its own for each, so that lines are told apart without their colours.
    return { label, stroke: colour, width: 2, dash: [[], [8, 4], [2, 3]][index % 3]!, points: { show: true, size: 6, fill: colours.surface } };
  }
  return { label, stroke: colour, width: 1.5, fill: index === 1 ? colours.surface : colour, paths: bars(index, names.length), points: { show: false } };
}

/** Bars of several series side by side. */
function bars(index: number, of: number): uPlot.Series.PathBuilder {
  return (chart, series, first, last) => {
    const path = new Path2D();
    const zero = chart.valToPos(0, 'y', true);
    const slot = chart.valToPos(1, 'x', true) - chart.valToPos(0, 'x', true);
    const group = Math.min(slot * 0.7, 56 * of * devicePixelRatio);
    const bar = group / of;
    for (let row = first; row <= last; row++) {
      const value = chart.data[series]![row];
      if (value != null) {
        const top = chart.valToPos(value, 'y', true);
        path.rect(chart.valToPos(row, 'x', true) - group / 2 + index * bar + 1, top, bar - 2, zero - top);
      }
    }
    return { fill: path, stroke: path };
  };
}

/** A long name without its middle: grids and types differ at their ends as well as at their beginnings. */
function shortened(label: string): string {
  if (width(label) <= LONGEST_NAME) {
    return label;
  }
  const head = cut([...label], LONGEST_NAME * 0.55);
  const tail = cut([...label].reverse(), LONGEST_NAME * 0.4).reverse();
  return `${head.join('').trim()}…${tail.join('').trim()}`;
}

/** As many letters as are no wider than `most`. */
function cut(letters: string[], most: number): string[] {
  let sum = 0;
  return letters.slice(0, letters.findIndex((letter) => (sum += width(letter)) > most));
}

/** The width of a text in Chinese letters; others are about half as wide. */
function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.56), 0);
}
