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

import { wantsText, withMark } from './pullRequestText';

const TEXT = { title: 'Give orders 4 CPUs', body: 'For the sale.' };
const OTHER = { title: 'Give orders 8 CPUs', body: 'For the sale.' };

describe('the text of a pull request', () => {
  const shown = withMark(TEXT);

  it('ends with a mark that Markdown does not show', () => {
    expect(shown).toEqual({
      title: TEXT.title,
      body: expect.stringMatching(
        /^For the sale\.\n\n<!-- eks-fleet-proposal [0-9a-f]{16} -->$/,
      ),
    });
  });

  it.each([
    ['it is another one', shown, OTHER, true],
    ['it is the same', shown, TEXT, false],
    [
      'the host keeps its lines in another way',
      { ...shown, body: `${shown.body.replaceAll('\n', '\r\n')}\r\n` },
      OTHER,
      true,
    ],
    [
      'somebody has given it another title',
      { ...shown, title: 'Draft: Give orders 4 CPUs' },
      OTHER,
      false,
    ],
    [
      'somebody has written to it',
      { ...shown, body: `Asked in the chat. ${shown.body}` },
      OTHER,
      false,
    ],
    [
      'somebody has written below it',
      { ...shown, body: `${shown.body}\n\nAsked in the chat.` },
      OTHER,
      false,
    ],
    ['somebody has taken the mark away', TEXT, OTHER, false],
  ])('is to be changed or not where %s', (_, now, wanted, changes) => {
    expect(wantsText(now, wanted)).toBe(changes);
  });
});
