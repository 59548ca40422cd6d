import { ask, newKey } from '../api/http';
import { Problem } from '../api/problem';
import type { StoredPhoto } from '../api/types';
import { untilKnown } from './give-command';

/** The longer side of a photo as it is sent; enough to read a door sign. */
export const LONGEST_SIDE = 2_560;

/** The server takes no larger piece. */
const MOST_BYTES = 10 * 1024 * 1024;

const JPEG_QUALITY = 0.85;

/** The size of a picture scaled down to fit `most`, never up. */
export function fitted(width: number, height: number, most = LONGEST_SIDE): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A photo as it leaves the device: at most `LONGEST_SIDE` pixels, a JPEG drawn anew, which leaves place, time and camera behind.
 * @throws Problem `evidence-unreadable` when the browser cannot read it, `evidence-too-large` when it stays too large.
 */
export async function prepared(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) {
    throw new Problem(422, 'evidence-unreadable', 'The photo cannot be read.');
  }
  try {
    const { width, height } = fitted(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const pen = canvas.getContext('2d')!;
    // A transparent picture would turn black in a JPEG.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height);
    const jpeg = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', JPEG_QUALITY));
    if (!jpeg) {
      throw new Problem(422, 'evidence-unreadable', 'The photo cannot be read.');
    }
    if (jpeg.size > MOST_BYTES) {
      throw new Problem(413, 'evidence-too-large', 'The photo is larger than 10 MB.');
    }
    return jpeg;
  } finally {
    picture.close();
  }
}

/** Uploads a prepared photo; the same key means the same photo. @throws Problem when it is refused or cannot be sent now. */
export function upload(jpeg: Blob, key = newKey()): Promise<StoredPhoto> {
  return untilKnown(async () => {
    const answer = await ask('POST', '/api/evidence', { raw: jpeg, key, headers: { 'content-type': jpeg.type || 'image/jpeg' } });
    return (await answer.json()) as StoredPhoto;
  });
}
