/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { ObservationFailure } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { SystemWatch } from './SystemWatch';
import type { SystemProbe } from './types';

const START = new Date('2026-11-29T12:00:00Z');

describe('SystemWatch', () => {
  it('knows nothing of what was never read', () => {
    const probe: SystemProbe = { kind: 'git', id: 'a', read: async () => {} };
    const watch = new SystemWatch({ probes: [probe] });
    expect(watch.recordOf(probe)).toEqual({});
  });

  it('tells of each apart from the others', async () => {
    const well: SystemProbe = { kind: 'git', id: 'a', read: async () => {} };
    const failing: SystemProbe = {
      kind: 'argocd',
      id: 'a',
      read: async () => {
        throw new ObservationFailure('forbidden', 'may not list applications');
      },
    };
    const watch = new SystemWatch({
      probes: [failing, well],
      now: () => START,
    });
    await watch.read();
    expect(watch.recordOf(well)).toEqual({
      attemptedAt: START.toISOString(),
      succeededAt: START.toISOString(),
    });
    expect(watch.recordOf(failing)).toEqual({
      attemptedAt: START.toISOString(),
      succeededAt: undefined,
      error: {
        code: 'forbidden',
        message: 'may not list applications',
        since: START.toISOString(),
      },
    });
  });

  it('goes on without one that does not answer, and asks it once', async () => {
    const silent: SystemProbe = {
      kind: 'git',
      id: 'silent',
      read: jest.fn(() => new Promise<void>(() => {})),
    };
    const well: SystemProbe = {
      kind: 'git',
      id: 'well',
      read: jest.fn(async () => {}),
    };
    const watch = new SystemWatch({ probes: [silent, well] });
    for (let round = 0; round < 2; round += 1) {
      const late = new AbortController();
      const read = watch.read(late.signal);
      late.abort();
      await read;
    }
    expect(silent.read).toHaveBeenCalledTimes(1);
    expect(well.read).toHaveBeenCalledTimes(2);
    expect(watch.recordOf(silent)).toEqual({});
  });
});
