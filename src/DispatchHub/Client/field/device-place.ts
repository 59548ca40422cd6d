/** Where the device is, WGS 84, with how far it may be off, m. */
export interface DevicePlace {
  lat: number;
  lon: number;
  within: number;
}

/** A place that is older, or takes longer, helps nobody on foot, ms. */
const FRESH_MS = 5_000;
const LONGEST_MS = 15_000;

/** Asks the device where it is; null when it may not or cannot tell. */
export function hereNow(): Promise<DevicePlace | null> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) {
      done(null);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lat: coords.latitude, lon: coords.longitude, within: Math.round(coords.accuracy) }),
      () => done(null),
      { enableHighAccuracy: true, maximumAge: FRESH_MS, timeout: LONGEST_MS },
    );
  });
}
