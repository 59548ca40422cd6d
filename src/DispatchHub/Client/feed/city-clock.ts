import type { CityTime } from '../api/types';

/** City time, counted on from the last item that told it. A demo's city may be faster than the wall clock. */
export class CityClock extends EventTarget {
  speed = 1;
  zone = 'Asia/Shanghai';
  /** False until the server has told its time once. */
  known = false;

  private city = Date.now();
  private heard = Date.now();

  set(time: CityTime): void {
    this.city = Date.parse(time.now);
    this.heard = Date.now();
    this.speed = Number(time.speed);
    this.zone = time.zone;
    this.known = true;
    this.dispatchEvent(new Event('change'));
  }

  /** City time now, in Unix milliseconds. */
  now(): number {
    return this.city + (Date.now() - this.heard) * this.speed;
  }

  /** City time at an instant of this device, for what was done while nobody listened. */
  at(device: number): number {
    return this.city + (device - this.heard) * this.speed;
  }
}

export const cityClock = new CityClock();
