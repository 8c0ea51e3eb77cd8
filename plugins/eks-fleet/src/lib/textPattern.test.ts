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
import { textPattern } from './textPattern';

const t = createTranslator();

describe('a pattern of a text', () => {
  const describe = textPattern(['policy', 'column', 'words'], values =>
    t('policies.cell', values),
  );

  it.each([
    ['no-latest', 'prod-eu', '3 fail'],
    ['', '<b>', '"&"'],
  ])(
    'says with %p, %p and %p what the translation says',
    (policy, column, words) => {
      const values = { policy, column, words };
      expect(describe(values)).toBe(t('policies.cell', values));
    },
  );

  it('takes no value for a pattern', () => {
    const values = { policy: '$&', column: '{{words}}', words: '\ue001 $1' };
    expect(describe(values)).toBe('$& on {{words}}: \ue001 $1');
  });
});
