import type { Alert } from './board-model';

/** Real ms between two sounds of one kind: ten cases that come at once are one sound. */
const REST_MS = 3_000;

/** Frequency in Hz and length in s of each tone. A new case rises; a breach falls, twice and louder. */
const melodies: Record<Alert, { tones: readonly (readonly [number, number])[]; volume: number }> = {
  new: { tones: [[660, 0.12], [880, 0.18]], volume: 0.12 },
  breach: { tones: [[740, 0.16], [494, 0.22], [740, 0.16], [494, 0.3]], volume: 0.22 },
};

/** The sounds of a board. Browsers let none be heard before the person has done something on the page: `start` is called then. */
export class Tones {
  private context: AudioContext | null = null;
  private readonly last: Record<Alert, number> = { new: -Infinity, breach: -Infinity };

  /** Sounds can be heard. */
  get started(): boolean {
    return this.context?.state === 'running';
  }

  /** Called in the handler of a click or a key. */
  async start(): Promise<void> {
    this.context ??= new AudioContext();
    await this.context.resume();
  }

  play(alert: Alert, now = performance.now()): void {
    if (!this.context || !this.started || now - this.last[alert] < REST_MS) {
      return;
    }
    this.last[alert] = now;
    const { tones, volume } = melodies[alert];
    let at = this.context.currentTime;
    for (const [frequency, length] of tones) {
      this.tone(this.context, frequency, at, length, volume);
      at += length;
    }
  }

  stop(): void {
    void this.context?.close();
    this.context = null;
  }

  private tone(context: AudioContext, frequency: number, at: number, length: number, volume: number): void {
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
}
