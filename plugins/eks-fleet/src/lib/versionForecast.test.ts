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

import { aSummary, NOW } from '../__testUtils__/fleet';
import { versionsInDays } from './versionForecast';

describe('versionsInDays', () => {
  it.each([
    [0, 'extended', 'standard'],
    [3, 'unsupported', 'standard'],
    [60, 'unsupported', 'extended'],
  ])('says how support stands in %i days', (days, of131, of134) => {
    expect(
      versionsInDays(aSummary().versions, NOW, days).map(
        ({ version, state }) => [version, state],
      ),
    ).toEqual([
      ['1.31', of131],
      ['1.34', of134],
    ]);
  });

  it('orders versions by number', () => {
    const of = (version: string) => ({
      version,
      clusters: 1,
      state: 'unknown' as const,
    });
    expect(
      versionsInDays([of('1.31'), of('1.9'), of('1.30')], NOW, 0).map(
        ({ version }) => version,
      ),
    ).toEqual(['1.9', '1.30', '1.31']);
  });
});
