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

import { plainMarkdown } from './plainMarkdown';

describe('plainMarkdown', () => {
  it.each([
    ['For the sale, 50% more.', 'For the sale, 50% more.'],
    ['one\r\ntwo\n\nthree', 'one  \ntwo  \n  \nthree'],
    ['/merge', '\\/merge'],
    ['please\n   /approve', 'please  \n\\/approve'],
    ['either/or', 'either/or'],
    ['closes #12', 'closes \\#12'],
    ['@acme/all', '@\u200bacme/all'],
    ['<!-- hidden -->', '\\<\\!\\-\\- hidden \\-\\-\\>'],
    ['![x](http://e)', '\\!\\[x\\]\\(http\\://e\\)'],
    ['a\u202eb\u0007c', 'a b c'],
  ])('makes nothing but text of %j', (text, expected) => {
    expect(plainMarkdown(text)).toBe(expected);
  });
});
