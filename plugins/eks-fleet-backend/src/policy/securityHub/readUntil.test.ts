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

import { presentHub } from './presentHub';
import { readUntil } from './readUntil';
import type { HubStreamState, SecurityHubConfig } from './types';

const NOW = new Date('2026-11-29T12:00:00.000Z');
const CONFIG: SecurityHubConfig = {
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  everySeconds: 600,
};
const options = { config: CONFIG, now: NOW };
const ERROR = {
  code: 'forbidden',
  message: 'not authorized',
  since: '2026-11-29T11:00:00.000Z',
} as const;
const states = (
  controls: Partial<HubStreamState> = {},
  reports: Partial<HubStreamState> = {},
): HubStreamState[] => [
  {
    stream: 'controls',
    pass: 1,
    attemptedAt: '2026-11-29T11:59:00.000Z',
    completedAt: '2026-11-29T11:59:00.000Z',
    ...controls,
  },
  {
    stream: 'reports',
    pass: 1,
    attemptedAt: '2026-11-29T11:58:00.000Z',
    completedAt: '2026-11-29T11:58:00.000Z',
    ...reports,
  },
];
const OLD = '2026-11-29T11:29:00.000Z';

describe('readUntil', () => {
  it('is as old as the older of both', () => {
    expect(readUntil(states(), options)).toBe('2026-11-29T11:58:00.000Z');
  });

  it('minds no failure while what was read before it is fresh', () => {
    expect(readUntil(states({ error: ERROR }), options)).toBe(
      '2026-11-29T11:58:00.000Z',
    );
  });

  it.each<[string, HubStreamState[], string, RegExp]>([
    ['nothing was read', [], 'timeout', /eu-west-1 has not been read/],
    [
      'one was never read whole',
      states({ completedAt: undefined }),
      'timeout',
      /has not been read to its end yet/,
    ],
    [
      'one could never be read',
      states({}, { completedAt: undefined, error: ERROR }),
      'forbidden',
      /^not authorized$/,
    ],
    [
      'it was read too long ago',
      states({ completedAt: OLD }),
      'timeout',
      /was last read to its end at 2026-11-29T11:29:00/,
    ],
    [
      'it cannot be read any more',
      states({ completedAt: OLD, error: ERROR }),
      'forbidden',
      /^not authorized$/,
    ],
  ])('fails where %s', (_, known, code, message) => {
    expect(() => readUntil(known, options)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(message),
      }),
    );
  });
});

describe('presentHub', () => {
  it.each<[string, HubStreamState[], object]>([
    [
      'fresh',
      states(),
      {
        state: 'fresh',
        lastAttemptAt: '2026-11-29T11:59:00.000Z',
        lastSuccessAt: '2026-11-29T11:58:00.000Z',
      },
    ],
    ['pending', [], { state: 'pending', lastSuccessAt: undefined }],
    [
      'pending while one is read for the first time',
      states({ completedAt: undefined }),
      { state: 'pending', lastSuccessAt: undefined },
    ],
    ['stale', states({ completedAt: OLD }), { state: 'stale' }],
    [
      'what keeps it from being read, at once',
      states({}, { error: ERROR }),
      { state: 'forbidden', error: ERROR },
    ],
  ])('says that it is %s', (_, known, expected) => {
    expect(presentHub(known, {}, options)).toMatchObject({
      kind: 'securityHub',
      id: 'eu-west-1',
      notes: undefined,
      ...expected,
    });
  });

  it('counts what is on no cluster', () => {
    const { notes } = presentHub(
      states(),
      { noCluster: 12, unknownCluster: 1, otherAccount: 0, unreadable: 2 },
      options,
    );
    expect(notes).toEqual([
      'Left out are findings that name no cluster: 12.',
      'Left out are findings about clusters that discovery has not found: 1.',
      'Left out are findings that are not what they are said to be: 2.',
    ]);
  });
});
