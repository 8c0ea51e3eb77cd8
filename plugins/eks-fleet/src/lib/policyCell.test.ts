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
import { NOW } from '../__testUtils__/fleet';
import { aCell } from '../__testUtils__/policies';
import { cellDescriber, cellLook } from './policyCell';

const t = createTranslator();
const words = (...[part]: Parameters<typeof aCell>) =>
  cellDescriber(t, NOW)(aCell({ version: undefined, ...part }));

describe('cellLook', () => {
  it.each([
    [
      'what fails, by the worst',
      { fail: 3, warn: 1, severity: 'high' as const },
      'broken',
      '4',
    ],
    ['what has no severity', { fail: 1 }, 'broken', '1'],
    ['only the first of many', { fail: 20, atLeast: true }, 'broken', '≥20'],
    ['thousands', { fail: 1290 }, 'broken', '1.2k'],
    ['tens of thousands', { fail: 99_999 }, 'broken', '99k'],
    ['what passes', { pass: 4 }, 'clean', '0'],
    ['what is exempt alone', { pass: 0, exempt: 2 }, 'clean', '0'],
    ['what nobody evaluated', { pass: 0 }, 'nothing', '·'],
    ['what nobody evaluated, of old', { pass: undefined }, 'nothing', '·'],
    [
      'passes that are not kept',
      { pass: undefined, passes: 'notRecorded' as const },
      'clean',
      '0',
    ],
    [
      'results without their policy',
      { state: 'reported' as const, fail: 2 },
      'broken',
      '2',
    ],
    [
      'what is not deployed',
      { state: 'notDeployed' as const },
      'notDeployed',
      '',
    ],
    ['no engine', { state: 'noEngine' as const, fail: 2 }, 'noEngine', ''],
    ['what was never read', { state: 'unknown' as const }, 'unknown', '?'],
  ])('draws %s', (_, part, fill, text) => {
    expect(cellLook(aCell(part))).toMatchObject({ fill, text });
  });

  it.each([
    [{ stale: true }, ['stale']],
    [{ ready: false }, ['notReady']],
    [{ drift: 'mode' as const }, ['drift']],
    [{ clusters: 5, deployedOn: 4 }, ['partly']],
    [{ clusters: 5, deployedOn: 5 }, []],
    [
      { state: 'notDeployed' as const, drift: 'missing' as const, stale: true },
      ['drift'],
    ],
  ])('marks %j', (part, marks) => {
    expect(cellLook(aCell(part)).marks).toEqual(marks);
  });

  it('has no mode where there is no policy', () => {
    expect(cellLook(aCell({ state: 'notDeployed' })).mode).toBeUndefined();
    expect(cellLook(aCell({ mode: 'mixed' })).mode).toBe('mixed');
  });
});

describe('cellDescriber', () => {
  it.each([
    [
      { fail: 1, severity: 'low' as const },
      'deployed, 1 resource breaks it, at worst low, mode audit, seen 4 min. ago',
    ],
    [
      { fail: 20, atLeast: true, stale: true },
      'deployed, at least 20 resources break it, mode audit, too old, seen 4 min. ago',
    ],
    [
      { pass: 0, ready: false, notReadyBecause: 'webhook is down' },
      'deployed, nothing was evaluated by it, mode audit, not ready: webhook is down, seen 4 min. ago',
    ],
    [
      { passes: 'notRecorded' as const, pass: undefined, error: 2 },
      'deployed, 2 resources break it, 2 of them could not be evaluated, mode audit, seen 4 min. ago',
    ],
    [
      { passes: 'notRecorded' as const, pass: undefined },
      'deployed, nothing breaks it, the engine keeps no passes, mode audit, seen 4 min. ago',
    ],
    [
      {
        state: 'notDeployed' as const,
        drift: 'missing' as const,
        observedAt: undefined,
      },
      'not deployed, Git has it, the cluster does not',
    ],
    [{ state: 'unknown' as const, observedAt: undefined }, 'not known'],
    [
      { safeToEnforce: true },
      'deployed, nothing breaks it, mode audit, safe to enforce, seen 4 min. ago',
    ],
  ])('of %j', (part, sentence) => {
    expect(words(part)).toBe(sentence);
  });
});
