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

import { nextKill } from './nextKill';
import { seededRandom } from './seededRandom';

describe('nextKill', () => {
  const kills = (done: number, killed: number) => {
    const random = seededRandom(7);
    return Array.from({ length: 1000 }, () =>
      nextKill(random, { done, killed, lifeMs: 1000 }),
    );
  };

  it('falls at any moment of a life', () => {
    const moments = kills(0.5, 0.5).map(({ afterMs }) => afterMs);
    expect(Math.max(...moments)).toBeLessThanOrEqual(1000);
    expect(Math.min(...moments)).toBeLessThan(50);
    expect(Math.max(...moments)).toBeGreaterThan(950);
  });

  it('comes sooner where the rollout would be done before the last kill', () => {
    const moments = kills(0.5, 0.3).map(({ afterMs }) => afterMs);
    expect(Math.max(...moments)).toBeLessThanOrEqual(200);
  });

  it('comes later where all kills would fall before the rollout is half done', () => {
    const moments = kills(0.1, 0.3).map(({ afterMs }) => afterMs);
    expect(Math.max(...moments)).toBeGreaterThan(6500);
    expect(Math.max(...moments)).toBeLessThanOrEqual(7000);
  });

  it('is aimed at a call about every other time', () => {
    const aimed = kills(0.5, 0.5).filter(kill => kill.patienceMs > 0);
    expect(aimed.length).toBeGreaterThan(400);
    expect(aimed.length).toBeLessThan(600);
  });
});
