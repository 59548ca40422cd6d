/** Real ms between two calls of one kind: ten cases that come at once are one sound. */
const REST_MS = 3_000;

/** Frequency in Hz and length in s of each tone. What is new rises; what is late falls, twice and louder. */
const melodies = {
  announce: { tones: [[660, 0.12], [880, 0.18]], volume: 0.14, rest: REST_MS },
  alarm: { tones: [[740, 0.16], [494, 0.22], [740, 0.16], [494, 0.3]], volume: 0.22, rest: REST_MS },
  accepted: { tones: [[880, 0.08]], volume: 0.14, rest: 0 },
  refused: { tones: [[220, 0.16], [180, 0.16]], volume: 0.2, rest: 0 },
} as const satisfies Record<string, { tones: readonly (readonly [number, number])[]; volume: number; rest: number }>;

type Melody = keyof typeof melodies;

/** The sounds of the pages, made here: no file is fetched. Browsers are silent until a gesture; `start` belongs into its handler. Sends `change` when it has begun. */
class Chime extends EventTarget {
  private context: AudioContext | null = null;
  private readonly last = new Map<Melody, number>();

  /** Whether a gesture has allowed sound. */
  get ready(): boolean {
    return this.context?.state === 'running';
  }

  /** Called from a click or key press. */
  async start(): Promise<void> {
    this.context ??= new AudioContext();
    await this.context.resume();
    this.dispatchEvent(new Event('change'));
  }

  /** Something new came. */
  announce(): void {
    this.play('announce');
  }

  /** Something is late. */
  alarm(): void {
    this.play('alarm');
  }

  /** What was done was taken. */
  accepted(): void {
    this.play('accepted');
  }

  /** What was done was refused. */
  refused(): void {
    this.play('refused');
  }

  private play(melody: Melody): void {
    const context = this.context;
    const { tones, volume, rest } = melodies[melody];
    const now = performance.now();
    if (context?.state !== 'running' || now - (this.last.get(melody) ?? -Infinity) < rest) {
      return;
    }
    this.last.set(melody, now);
    let at = context.currentTime;
    for (const [frequency, length] of tones) {
      tone(context, frequency, at, length, volume);
      at += length;
    }
  }
}

function tone(context: AudioContext, frequency: number, at: number, length: number, volume: number): void {
  const source = context.createOscillator();
  const gain = context.createGain();
  source.frequency.value = frequency;
  // Up and down within milliseconds, so that it does not crack.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.015);
  gain.gain.linearRampToValueAtTime(0, at + length);
  source.connect(gain).connect(context.destination);
  source.start(at);
  source.stop(at + length);
}

export const chime = new Chime();
