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

import { startSimulator, type Simulator } from '@eks-fleet/simulator';
import { fastForward } from './fastForward';

describe('fastForward', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({
      fleet: 'demo',
      settings: { speed: 30 },
    });
  });

  afterAll(() => simulator.stop());

  const run = (options: {
    reached: () => Promise<boolean>;
    patience?: number;
    signal?: AbortSignal;
  }) =>
    fastForward({
      simulatorUrl: simulator.url,
      patience: 3,
      signal: new AbortController().signal,
      ...options,
    });

  it('hurries until the story begins, and no longer', async () => {
    const speeds: number[] = [];
    const reached = async () => {
      speeds.push(simulator.model.settings.speed);
      return true;
    };

    expect(await run({ reached })).toBe(true);

    expect(speeds).toEqual([600]);
    expect(simulator.model.settings.speed).toBe(30);
  });

  it('gives up, and lets the cloud go at its own speed', async () => {
    expect(await run({ reached: async () => false, patience: 0 })).toBe(false);
    expect(simulator.model.settings.speed).toBe(30);
  });

  it('hurries no more where the portal stops meanwhile', async () => {
    const stop = new AbortController();
    const reached = async () => {
      stop.abort();
      return false;
    };

    await expect(run({ reached, signal: stop.signal })).rejects.toThrow(
      'aborted',
    );
    expect(simulator.model.settings.speed).toBe(30);
  });
});
