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
import { anObservation } from '../__testUtils__/readiness';
import {
  observationErrorText,
  observationKindText,
  observationProblems,
} from './observationText';

const t = createTranslator();

describe('observationKindText', () => {
  it.each([
    ['nodegroups', 'node groups'],
    ['kubernetesDisruption', 'disruption budgets'],
    ['somethingOfAnotherModule', 'somethingOfAnotherModule'],
    ['constructor', 'constructor'],
  ])('calls %s %s', (kind, words) => {
    expect(observationKindText(kind, t)).toBe(words);
  });
});

describe('observationErrorText', () => {
  it.each([
    ['forbidden', 'access denied: no'],
    ['unreachable', 'unreachable: no'],
    ['notInstalled', 'not installed: no'],
  ] as const)('words %s', (code, words) => {
    expect(observationErrorText({ error: { code, message: 'no' } }, t)).toBe(
      words,
    );
  });

  it('says nothing where nothing failed', () => {
    expect(observationErrorText({}, t)).toBeUndefined();
  });
});

describe('observationProblems', () => {
  it('names what failed or was never read, not what nobody asks for', () => {
    expect(
      observationProblems([
        anObservation({ kind: 'a' }),
        anObservation({ kind: 'b', state: 'failing' }),
        anObservation({ kind: 'c', state: 'missing' }),
        anObservation({ kind: 'd', state: 'notApplicable' }),
        anObservation({ kind: 'e', state: 'stale' }),
        anObservation({
          kind: 'f',
          error: { code: 'throttled', message: 'slow down' },
        }),
      ]).map(({ kinds }) => kinds),
    ).toEqual([['b'], ['c'], ['f']]);
  });

  it('tells one reason once, with the earliest time of it', () => {
    const error = { code: 'unreachable', message: 'no route' } as const;
    const at = (kind: string, since?: string) =>
      anObservation({ kind, state: 'failing', error: { ...error, since } });
    expect(
      observationProblems([
        at('a', '2026-11-23T09:00:00Z'),
        at('b', '2026-11-23T08:00:00Z'),
        at('c'),
        anObservation({ kind: 'd', state: 'missing' }),
      ]),
    ).toMatchObject([
      { kinds: ['a', 'b', 'c'], since: '2026-11-23T08:00:00Z' },
      { kinds: ['d'], state: 'missing' },
    ]);
  });
});
