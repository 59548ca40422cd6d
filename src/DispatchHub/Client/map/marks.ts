import { tonePaths, type Tone } from '../parts/status-mark';
import { RANKS } from './spots';

/** What the map takes from the theme; each is a variable of `app/theme.css`. */
export const COLOUR_NAMES = ['bg', 'surface', 'surface-2', 'line', 'text', 'text-2', 'off', 'focus', 'accent', 'critical', 'serious', 'caution', 'normal', 'standby'] as const;
export type Colours = Record<(typeof COLOUR_NAMES)[number], string>;

/** Counts beyond this are drawn in hundreds, such as `200+`, so that few images are made however counts change. */
export const MOST_EXACT = 99;

const RATIO = 2;
const FONT = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const COUNT_FONT = `600 13px ${FONT}`;

/** What maplibre takes as an image. */
export interface MarkImage {
  image: ImageData;
  pixelRatio: number;
}

/** The colours of the theme as they hold for an element now. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  return Object.fromEntries(COLOUR_NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])) as Colours;
}

/** What an image id such as `critical-12` asks for; null for one that is none of ours. */
export function markOf(id: string): { tone: Tone; count: string } | null {
  const [, tone, count] = /^([a-z]+)-(\d+\+?)$/.exec(id) ?? [];
  return tone && count && (RANKS as readonly string[]).includes(tone) ? { tone: tone as Tone, count } : null;
}

/** Draws one case as its shape, several as a plate with the shape of the worst and their number. */
export function drawMark(tone: Tone, count: string, colours: Colours): MarkImage {
  const several = count !== '1';
  const [width, height] = several ? [32 + widthOf(count, COUNT_FONT), 24] : [22, 22];
  const paint = sheetOf(width, height);
  if (several) {
    drawPlate(paint, width, height, colours[tone], colours.surface);
    drawShape(paint, tone, colours, 7, 6, 0);
    paint.fillStyle = colours.text;
    paint.font = COUNT_FONT;
    paint.textBaseline = 'middle';
    paint.fillText(count, 23, height / 2 + 0.5);
  } else {
    drawShape(paint, tone, colours, 4, 4, 2.5);
  }
  return imageOf(paint);
}

/**
 * Draws a name, with a rim so that lines under it do not cross its strokes. Names are images since text on the map would need files
 * of glyphs, and HTML would cover the marks.
 */
export function drawName(text: string, large: boolean, colours: Colours): MarkImage {
  const font = large ? `600 13px ${FONT}` : `12px ${FONT}`;
  const paint = sheetOf(widthOf(text, font) + 8, 20);
  paint.font = font;
  paint.textBaseline = 'middle';
  paint.lineJoin = 'round';
  paint.lineWidth = 4;
  paint.strokeStyle = colours.surface;
  paint.strokeText(text, 4, 10.5);
  paint.fillStyle = colours['text-2'];
  paint.fillText(text, 4, 10.5);
  return imageOf(paint);
}

function widthOf(text: string, font: string): number {
  const paint = document.createElement('canvas').getContext('2d')!;
  paint.font = font;
  return Math.ceil(paint.measureText(text).width);
}

function sheetOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  const paint = canvas.getContext('2d', { willReadFrequently: true })!;
  paint.scale(RATIO, RATIO);
  return paint;
}

function imageOf(paint: CanvasRenderingContext2D): MarkImage {
  return { image: paint.getImageData(0, 0, paint.canvas.width, paint.canvas.height), pixelRatio: RATIO };
}

function drawPlate(paint: CanvasRenderingContext2D, width: number, height: number, edge: string, ground: string): void {
  paint.beginPath();
  paint.roundRect(1, 1, width - 2, height - 2, height / 2);
  paint.fillStyle = ground;
  paint.fill();
  paint.lineWidth = 2;
  paint.strokeStyle = edge;
  paint.stroke();
}

/** A shape of 12 (plates) or 14 (alone) pixels, with a rim in the colour of the ground so that shapes stay apart. */
function drawShape(paint: CanvasRenderingContext2D, tone: Tone, colours: Colours, x: number, y: number, rim: number): void {
  const path = new Path2D(tonePaths[tone]);
  const size = rim > 0 ? 14 / 12 : 1;
  paint.save();
  paint.translate(x, y);
  paint.scale(size, size);
  if (rim > 0) {
    paint.lineJoin = 'round';
    paint.lineWidth = rim * 2;
    paint.strokeStyle = colours.surface;
    paint.stroke(path);
    paint.fillStyle = colours.surface;
    paint.fill(path, 'nonzero');
  }
  paint.fillStyle = colours[tone];
  paint.fill(path, 'evenodd');
  paint.restore();
}
