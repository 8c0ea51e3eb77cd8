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

import { aSavedStrategy, aStrategy } from '../__testUtils__/rollouts';
import { locateProblem, parseStrategyText, strategyText } from './rolloutYaml';

const TEXT = aSavedStrategy().yaml;

describe('parseStrategyText', () => {
  it('reads what strategyText wrote', () => {
    expect(parseStrategyText(strategyText(aStrategy()))).toEqual({
      strategy: aStrategy(),
    });
  });

  it.each([
    ['a: [', { line: 1, message: expect.stringMatching(/Flow sequence/) }],
    ['just words', { line: 1, message: 'notMap' }],
    ['', { line: 1, message: 'notMap' }],
    ['name: a\n', { field: 'waves', message: 'noWaves' }],
    ['name: a\nwaves: []\n', { field: 'waves', line: 2, message: 'noWaves' }],
    [
      `${TEXT}colour: red\n`,
      { field: 'colour', line: 10, message: 'unknownField' },
    ],
    [
      TEXT.replace('before:', 'befor:'),
      { field: 'waves[1].befor', line: 8, message: 'unknownField' },
    ],
  ])('of %j says what is wrong and where', (text, problem) => {
    expect(parseStrategyText(text)).toEqual({
      problem: expect.objectContaining(problem),
    });
  });
});

describe('locateProblem', () => {
  it.each([
    [
      'waves[1].match.environments: must not be empty',
      'waves[1].match.environments',
      7,
    ],
    ['waves[1].size: must be a number', 'waves[1].size', 6],
    ['title (line 3): is too long; and more', 'title', 2],
    [
      'request/body/strategy/waves/0/name must match pattern',
      'waves[0].name',
      4,
    ],
    [
      'Request validation failed: /body/strategy/title must be string',
      'title',
      2,
    ],
  ])('finds where %s is', (message, field, line) => {
    expect(locateProblem(message, TEXT)).toEqual({ field, line, message });
  });

  it.each(['The database sleeps', 'Nothing: to see here'])(
    'leaves %s as it is',
    message => {
      expect(locateProblem(message, TEXT)).toEqual({ message });
    },
  );
});
