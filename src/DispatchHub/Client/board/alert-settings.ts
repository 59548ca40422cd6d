import type { Alert } from './board-model';

const STORED = 'dispatch.board.alerts';

/** What a board does when a case comes or breaches; remembered on the device. */
export interface AlertChoice {
  sound: Record<Alert, boolean>;
  flash: Record<Alert, boolean>;
}

/** The choice of the person at this device. Sends `change`. */
class AlertSettings extends EventTarget {
  current: AlertChoice = stored();

  set(kind: keyof AlertChoice, alert: Alert, on: boolean): void {
    this.current = { ...this.current, [kind]: { ...this.current[kind], [alert]: on } };
    localStorage.setItem(STORED, JSON.stringify(this.current));
    this.dispatchEvent(new Event('change'));
  }

  get anySound(): boolean {
    return this.current.sound.new || this.current.sound.breach;
  }
}

function stored(): AlertChoice {
  const all = { sound: { new: true, breach: true }, flash: { new: true, breach: true } };
  try {
    const read = JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<AlertChoice>;
    return { sound: { ...all.sound, ...read.sound }, flash: { ...all.flash, ...read.flash } };
  } catch {
    // Somebody wrote something else there; the defaults are as good as any.
    return all;
  }
}

export const alertSettings = new AlertSettings();
