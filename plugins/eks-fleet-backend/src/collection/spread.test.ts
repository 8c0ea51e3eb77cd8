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

import { spread } from './spread';

describe('spread', () => {
  const shares = Array.from({ length: 1000 }, (_, index) =>
    spread(`cluster-${index}`),
  );

  it('is always the same for the same text', () => {
    expect(spread('cluster-1')).toBe(shares[1]);
  });

  it('is between nine tenths and one, and rarely the same for two texts', () => {
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.9);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    expect(new Set(shares).size).toBeGreaterThan(200);
  });
});
