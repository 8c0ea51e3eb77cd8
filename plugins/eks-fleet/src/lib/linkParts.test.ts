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

import { linkParts } from './linkParts';

const URL_OF_ONE = 'https://git.example.com/fleet/pull/1';

describe('linkParts', () => {
  it.each([
    ['It waits.', [{ text: 'It waits.' }]],
    ['', []],
    [
      `Pull request #1 waits (${URL_OF_ONE}).`,
      [
        { text: 'Pull request #1 waits (' },
        { text: URL_OF_ONE, url: URL_OF_ONE },
        { text: ').' },
      ],
    ],
    [
      `${URL_OF_ONE} and ${URL_OF_ONE}.`,
      [
        { text: URL_OF_ONE, url: URL_OF_ONE },
        { text: ' and ' },
        { text: URL_OF_ONE, url: URL_OF_ONE },
        { text: '.' },
      ],
    ],
    [
      'See data:text/html,hostile or ftp://x.example.com/y',
      [{ text: 'See data:text/html,hostile or ftp://x.example.com/y' }],
    ],
  ])('of %j are %j', (text, parts) => {
    expect(linkParts(text)).toEqual(parts);
  });
});
