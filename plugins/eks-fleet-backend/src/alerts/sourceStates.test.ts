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

import { deafSources, sourceStates } from './sourceStates';
import type { AlertmanagerConfig } from './readAlertsConfig';
import type { AlertSourceRecord } from './types';

const NOW = new Date('2026-11-25T12:00:00Z');
const minutesAgo = (minutes: number) =>
  new Date(NOW.getTime() - minutes * 60_000).toISOString();

const manager = (
  over: Partial<AlertmanagerConfig> = {},
): AlertmanagerConfig => ({
  id: 'prod',
  url: 'https://am',
  clusterLabel: 'cluster',
  clusters: new Map(),
  ...over,
});
const record = (over: Partial<AlertSourceRecord> = {}): AlertSourceRecord => ({
  kind: 'alertmanager',
  id: 'prod',
  attemptedAt: minutesAgo(1),
  succeededAt: minutesAgo(1),
  watchdogAt: '',
  ...over,
});
const watchdog = { alertname: 'Watchdog', withinSeconds: 600 };

describe('sourceStates', () => {
  it.each<
    [string, AlertmanagerConfig, AlertSourceRecord[], string, string, string[]]
  >([
    ['read a minute ago', manager(), [record()], 'fresh', 'notExpected', []],
    ['never read', manager(), [], 'stale', 'notExpected', ['was not read']],
    [
      'read long ago',
      manager(),
      [record({ succeededAt: minutesAgo(5) })],
      'stale',
      'notExpected',
      ['was not read'],
    ],
    [
      'failing',
      manager(),
      [
        record({
          error: { code: 'forbidden', message: 'it answered with status 403' },
        }),
      ],
      'forbidden',
      'notExpected',
      ['fails: it answered with status 403'],
    ],
    [
      'only sending, and heard long ago',
      manager({ url: undefined }),
      [record({ succeededAt: minutesAgo(500) })],
      'fresh',
      'notExpected',
      [],
    ],
    [
      'only sending, and never heard',
      manager({ url: undefined }),
      [],
      'pending',
      'notExpected',
      [],
    ],
    [
      'its Watchdog seen',
      manager({ watchdog }),
      [record({ watchdogAt: minutesAgo(9) })],
      'fresh',
      'seen',
      [],
    ],
    [
      'its Watchdog lost',
      manager({ watchdog }),
      [record({ watchdogAt: minutesAgo(11) })],
      'fresh',
      'lost',
      ['has lost its Watchdog'],
    ],
    [
      'its Watchdog never seen',
      manager({ url: undefined, watchdog }),
      [],
      'pending',
      'lost',
      ['has lost its Watchdog'],
    ],
  ])('knows one %s', (_, config, records, state, seen, deaf) => {
    const sources = sourceStates({ alertmanagers: [config] }, records, NOW);
    expect(sources).toEqual([
      expect.objectContaining({ state, watchdog: seen }),
    ]);
    expect(deafSources(sources).map(({ reason }) => reason)).toEqual(
      deaf.map(reason => expect.stringContaining(reason)),
    );
  });
});
