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

import { matchesSelector } from './matchesSelector';
import type { LabelSelector } from './types';

const LABELS = { app: 'web', tier: 'front' };

describe('matchesSelector', () => {
  it.each<[string, LabelSelector | undefined, boolean]>([
    ['no selector', undefined, false],
    ['an empty one', {}, true],
    ['equal labels', { matchLabels: { app: 'web' } }, true],
    ['a label of another value', { matchLabels: { app: 'api' } }, false],
    ['a label that is not there', { matchLabels: { zone: 'a' } }, false],
    ['what every object has', { matchLabels: { constructor: 'a' } }, false],
    [
      'In',
      { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] },
      true,
    ],
    [
      'In of a label that is not there',
      { matchExpressions: [{ key: 'zone', operator: 'In', values: [''] }] },
      false,
    ],
    [
      'NotIn',
      {
        matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }],
      },
      false,
    ],
    [
      'NotIn of a label that is not there',
      { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] },
      true,
    ],
    [
      'Exists',
      { matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
      true,
    ],
    [
      'DoesNotExist',
      { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] },
      false,
    ],
    [
      'an operator of the future',
      { matchExpressions: [{ key: 'tier', operator: 'Gt', values: ['1'] }] },
      false,
    ],
    [
      'all of several',
      {
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'tier', operator: 'NotIn', values: ['front'] },
        ],
      },
      false,
    ],
  ])('decides by %s', (_, selector, expected) => {
    expect(matchesSelector(selector, LABELS)).toBe(expected);
  });
});
