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

import { isValidElement } from 'react';
import { createTranslator } from '../__testUtils__/createTranslator';

const t = createTranslator();

describe('Translate', () => {
  it('gives texts, and elements where there is one among the values', () => {
    expect(t('plan.error')).toBe('error');
    expect(t('plan.selection', { selection: 'all' })).toBe('Clusters: all');
    expect(t('wizard.fit', { count: 1 })).toBe('1 cluster fits');
    expect(isValidElement(t('plan.selection', { selection: <b>all</b> }))).toBe(
      true,
    );
  });

  it('is refused by the compiler where a key or a value is wrong', () => {
    const wrong = () => [
      // @ts-expect-error there is no such text
      t('plan.terror'),
      // @ts-expect-error it needs what stands between its braces
      t('plan.selection'),
      // @ts-expect-error of that name
      t('plan.selection', { clusters: 'all' }),
      // @ts-expect-error and no more
      t('plan.error', { selection: 'all' }),
      // @ts-expect-error a plural counts
      t('wizard.fit'),
      // @ts-expect-error by a number
      t('wizard.fit', { count: '1' }),
    ];
    expect(wrong).toBeDefined();
  });
});
