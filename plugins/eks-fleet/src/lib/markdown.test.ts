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

import { markdownTable, markdownText } from './markdown';

describe('markdownTable', () => {
  it('writes header, rule and rows', () => {
    expect(
      markdownTable(
        ['Name', 'Count'],
        [
          ['alpha', '2'],
          ['beta', ''],
        ],
      ),
    ).toBe('| Name | Count |\n| --- | --- |\n| alpha | 2 |\n| beta |   |\n');
  });
});

describe('markdownText', () => {
  it.each([
    ['a|b', 'a\\|b'],
    ['two\nlines\r\nand\u2028more', 'two lines and more'],
    ['<img src=x>', '&lt;img src=x>'],
    ['[x](http://evil)', '\\[x\\](http://evil)'],
    ['**bold** _and_ `code`', '\\*\\*bold\\*\\* \\_and\\_ \\`code\\`'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['metrics-server v0.7.2 (1.34)', 'metrics-server v0.7.2 (1.34)'],
  ])('keeps %j text', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});
