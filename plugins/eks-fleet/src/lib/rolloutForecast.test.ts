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

import type { SupportForecast } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { createTranslator } from '../__testUtils__/createTranslator';
import { NOW } from '../__testUtils__/fleet';
import { supportVerdict } from './rolloutForecast';

const t = createTranslator();

function of(part: Partial<SupportForecast>): SupportForecast {
  return {
    version: '1.33',
    clusters: 12,
    end: '2027-01-12T00:00:00Z',
    state: 'before',
    ...part,
  };
}

describe('supportVerdict', () => {
  it.each([
    [[of({})], 'success', 'before 1.33 leaves standard support on 12 Jan 2027'],
    [
      [of({ state: 'maybe' })],
      'warning',
      'perhaps not before 1.33 leaves standard support on 12 Jan 2027',
    ],
    [
      [
        of({}),
        of({
          version: '1.31',
          state: 'after',
          end: '2025-11-26T00:00:00Z',
        }),
      ],
      'danger',
      '1.31 has been out of standard support since 26 Nov 2025: 5,000 USD of extended support until it is done',
    ],
    [
      [of({ state: 'after' })],
      'danger',
      'after 1.33 leaves standard support on 12 Jan 2027: 5,000 USD of extended support until it is done',
    ],
  ])('of %j is %s', (support, tone, text) => {
    const extendedSupportUsd = tone === 'danger' ? 5000.4 : 0;
    expect(
      supportVerdict({ support, extendedSupportUsd }, NOW, t),
    ).toMatchObject({ tone, text });
  });

  it('says nothing where no version has a date', () => {
    expect(
      supportVerdict({ support: [], extendedSupportUsd: 0 }, NOW, t),
    ).toBeUndefined();
  });
});
