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

import { createTranslator } from '../__testUtils__/createTranslator';
import { aCluster, NOW } from '../__testUtils__/fleet';
import { supportBadge, supportSentence } from './supportText';

const t = createTranslator();
const support = aCluster().support;

describe('support in words', () => {
  it.each([
    [
      'standard 139 d',
      'Standard support until 12 Apr 2027',
      { ...support, state: 'standard' as const },
    ],
    [
      'extended −245 d',
      'Extended support since 23 Mar 2026, until 23 Mar 2027',
      {
        state: 'extended' as const,
        endOfStandardSupport: '2026-03-23T00:00:00Z',
        endOfExtendedSupport: '2027-03-23T00:00:00Z',
      },
    ],
    [
      'unsupported −12 d',
      'All support ended on 11 Nov 2026',
      {
        state: 'unsupported' as const,
        endOfStandardSupport: '2025-11-11T00:00:00Z',
        endOfExtendedSupport: '2026-11-11T00:00:00Z',
      },
    ],
    ['support unknown', undefined, { state: 'unknown' as const }],
  ])('says %s', (badge, sentence, of) => {
    expect(supportBadge(of, NOW, t)).toBe(badge);
    expect(supportSentence(of, t)).toBe(sentence);
  });
});
