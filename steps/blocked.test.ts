import { describe, expect, it } from 'vitest';
import { ApiError } from '../contract/client.js';
import { Blocked, preparing, promised, unlessDeclined } from './blocked.js';
import { attempt } from './walk/employees.js';

const refusal = (status: number, reason = 'declined') =>
  new ApiError('confirmPayment', status, reason, { error: 'not today' });

const failing = (error: unknown) => async () => Promise.reject(error);

describe('a preparation', () => {
  it('gives its result', async () => {
    expect(await preparing('prepare', async () => 7)).toBe(7);
  });

  it.each([400, 401, 404])('is blocked by a refusal of DCM with %i', async (status) => {
    const blocked = preparing('set the scene', failing(refusal(status)));
    await expect(blocked).rejects.toThrow(
      new Blocked(`set the scene: confirmPayment: HTTP ${status} (declined): not today`),
    );
    await expect(blocked).rejects.toBeInstanceOf(Blocked);
  });

  it('passes on what blocked it', async () => {
    const reason = new Blocked('no act');
    await expect(preparing('set the scene', failing(reason))).rejects.toBe(reason);
  });

  it.each([refusal(500), refusal(200), new TypeError('fetch failed'), 'a text'])(
    'does not hold a fault of the tool against the bank (%#)',
    async (fault) => {
      await expect(preparing('set the scene', failing(fault))).rejects.toBe(fault);
    },
  );
});

describe('an attempt', () => {
  it('tells of success and of a refusal', async () => {
    expect(await attempt(async () => 7)).toEqual({ ok: true, status: 200, reason: '', error: '', result: 7 });
    expect(await attempt(failing(refusal(401)))).toEqual({
      ok: false,
      status: 401,
      reason: 'declined',
      error: 'not today',
    });
  });

  it.each([refusal(500), refusal(200), new TypeError('fetch failed')])(
    'does not swallow a fault of the tool (%#)',
    async (fault) => {
      await expect(attempt(failing(fault))).rejects.toBe(fault);
    },
  );
});

describe('what DCM needs the bank for', () => {
  const calling = (error: unknown) => unlessDeclined({ confirm: failing(error), read: async () => 7 });
  const secret = new ApiError('confirmPayment', 400, 'state', { error: 'failed to decrypt seed' });

  it('gives its result', async () => {
    expect(await calling(refusal(400)).read()).toBe(7);
  });

  it.each([refusal(400), refusal(401), secret])('is blocked by what the bank answers (%#)', async (error) => {
    await expect(calling(error).confirm()).rejects.toThrow(
      new Blocked(`DCM needs the bank for it: ${error.message}`),
    );
  });

  it.each([refusal(400, 'state'), refusal(403, 'permission'), refusal(500)])(
    'is refused as the step expects, or by a fault of the tool (%#)',
    async (error) => {
      await expect(calling(error).confirm()).rejects.toBe(error);
    },
  );
});

describe('a promise of the mock', () => {
  it('that is broken is its fault', () => {
    expect(() => promised(true, 'x')).not.toThrow();
    expect(() => promised(false, 'the hash differs')).toThrow(
      new Error('fault of the mock: the hash differs'),
    );
  });
});
