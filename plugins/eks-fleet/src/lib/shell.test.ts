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

import { execFileSync } from 'node:child_process';
import { shellOption, shellQuote } from './shell';

describe('shellQuote', () => {
  it.each([
    ['prod-payments', 'prod-payments'],
    ['', "''"],
    ['two words', "'two words'"],
    ["it's", `'it'\\''s'`],
    ['$(reboot)', "'$(reboot)'"],
    ['a; rm -rf ~', "'a; rm -rf ~'"],
    ['a\nreboot', 'areboot'],
    ['\u001b[2Jx', "'[2Jx'"],
  ])('quotes %j', (word, quoted) => {
    expect(shellQuote(word)).toBe(quoted);
  });

  it.each(["it's", '$HOME `id` "x"', 'a\\b', '*?[!]', '~/x', '#x', 'Team Ä/1'])(
    'gives %j back through a shell',
    word => {
      expect(
        execFileSync('sh', ['-c', `printf %s ${shellQuote(word)}`]).toString(),
      ).toBe(word);
    },
  );
});

describe('shellOption', () => {
  it('lets no value be taken for an option', () => {
    expect(shellOption('name', '--profile evil')).toBe(
      "--name='--profile evil'",
    );
    expect(shellOption('name', 'prod')).toBe('--name prod');
  });
});
