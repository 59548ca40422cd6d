/** The sounds of the pages, made here: no file is fetched. Browsers are silent until a gesture; `start` belongs into its handler. */
class Chime extends EventTarget {
  private context: AudioContext | null = null;

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

  /** Something new came: two rising notes. */
  announce(): void {
    this.notes([660, 880], 0.14);
  }

  /** Something is late: three falling notes. */
  alarm(): void {
    this.notes([880, 660, 550], 0.18);
  }

  /** What was done was taken. */
  accepted(): void {
    this.notes([880], 0.08);
  }

  /** What was done was refused. */
  refused(): void {
    this.notes([220, 180], 0.16);
  }

  private notes(pitches: readonly number[], length: number): void {
    const context = this.context;
    if (context?.state !== 'running') {
      return;
    }
    pitches.forEach((pitch, at) => {
      const begin = context.currentTime + at * length;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, begin);
      volume.gain.exponentialRampToValueAtTime(0.2, begin + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, begin + length);
      tone.connect(volume).connect(context.destination);
      tone.start(begin);
      tone.stop(begin + length);
    });
  }
}

export const chime = new Chime();
