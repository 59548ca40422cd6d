import { describe, expect, it } from 'vitest';
import { Problem } from '../api/problem';
import { MOST_TRIES, untilKnown } from './give-command';

const away = (retryAfterMs: number | null = null) => new Problem(503, 'unavailable', '', retryAfterMs);

function answering(...answers: (string | Problem)[]) {
  const waits: number[] = [];
  let sent = 0;
  const given = untilKnown(
    async () => {
      const answer = answers[Math.min(sent++, answers.length - 1)]!;
      if (answer instanceof Problem) {
        throw answer;
      }
      return answer;
    },
    undefined,
    async (ms) => void waits.push(ms),
  );
  return { given, waits, sent: () => sent };
}

describe('giving a command', () => {
  it('sends an unknown outcome again until the answer comes', async () => {
    const tried = answering(Problem.unreachable(), away(), 'done');
    expect(await tried.given).toBe('done');
    expect(tried.sent()).toBe(3);
  });

  it('does not repeat a refusal', async () => {
    const tried = answering(new Problem(409, 'status-not-allowed', ''));
    await expect(tried.given).rejects.toMatchObject({ code: 'status-not-allowed' });
    expect(tried.sent()).toBe(1);
  });

  it('gives up after some tries and says why', async () => {
    const tried = answering(away());
    await expect(tried.given).rejects.toMatchObject({ code: 'unavailable' });
    expect(tried.sent()).toBe(MOST_TRIES);
  });

  it('waits as long as the server asks, but never so long that nobody would look', async () => {
    const tried = answering(away(1_200), away(90_000), 'done');
    await tried.given;
    expect(tried.waits).toEqual([1_200, 5_000]);
  });
});
