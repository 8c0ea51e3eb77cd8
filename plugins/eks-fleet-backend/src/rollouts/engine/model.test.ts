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

import { modelRun } from './__testUtils__/modelRun';

jest.setTimeout(3_600_000);

/**
 * 150 take some 20 s. `ROLLOUT_MODEL_RUNS` and `ROLLOUT_MODEL_SEED` take it
 * further, or to one run.
 */
const RUNS = Number(process.env.ROLLOUT_MODEL_RUNS ?? 150);
const SEED = Number(process.env.ROLLOUT_MODEL_SEED ?? 1);

describe('an engine among crashes, faults, moved clocks and people', () => {
  it(`keeps its promises in ${RUNS} runs`, async () => {
    let ended = 0;
    for (let seed = SEED; seed < SEED + RUNS; seed++) {
      try {
        await modelRun(seed);
        ended += 1;
      } catch (error) {
        throw new Error(
          `ROLLOUT_MODEL_SEED=${seed}: ${(error as Error).stack}`,
        );
      }
    }
    expect(ended).toBe(RUNS);
  });
});
