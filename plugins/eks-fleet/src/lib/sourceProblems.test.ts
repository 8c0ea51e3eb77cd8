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

import { aSourcePart } from '../__testUtils__/sources';
import { sourceProblems } from './sourceProblems';

const denied = (kind: string, since: string, message = 'no') =>
  aSourcePart({
    kind,
    state: 'forbidden',
    error: { code: 'forbidden', message, since },
  });

describe('sourceProblems', () => {
  it('tells one reason once, since when it holds for the first of them', () => {
    expect(
      sourceProblems([
        denied('insights', '2026-11-23T09:00:00Z'),
        denied('updates', '2026-11-22T09:00:00Z'),
        denied('addons', '2026-11-22T09:00:00Z', 'not at all'),
        aSourcePart({ kind: 'nodegroups' }),
      ]),
    ).toMatchObject([
      {
        kinds: ['insights', 'updates'],
        state: 'forbidden',
        message: 'no',
        since: '2026-11-22T09:00:00Z',
      },
      { kinds: ['addons'], message: 'not at all' },
    ]);
  });

  it('keeps apart what was seen once and what never was', () => {
    const [stale, pending] = sourceProblems([
      aSourcePart({ kind: 'addons', state: 'stale' }),
      aSourcePart({
        kind: 'insights',
        state: 'pending',
        observedAt: undefined,
        nextAttemptAt: undefined,
      }),
    ]);
    expect(stale).toMatchObject({ unseen: false, message: undefined });
    expect(stale.observedAt).toBeDefined();
    expect(pending).toMatchObject({ unseen: true, nextAttemptAt: undefined });
  });

  it('finds nothing wrong with what is fresh', () => {
    expect(sourceProblems([aSourcePart()])).toEqual([]);
  });
});
