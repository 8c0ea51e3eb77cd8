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

import type {
  Insight,
  InsightsDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Observation } from '../../collection/types';
import { rollbackReadiness } from './rollbackReadiness';

const MOVED = '2026-11-22T12:00:00.000Z';
const AFTER = '2026-11-23T11:00:00.000Z';
const now = new Date('2026-11-23T12:00:00Z');

const insight = (name: string, status: string, more = {}): Insight => ({
  id: name,
  name,
  category: 'ROLLBACK_READINESS',
  status,
  lastRefreshTime: AFTER,
  resources: [],
  deprecations: [],
  addons: [],
  links: {},
  ...more,
});
const read = (
  insights: Insight[],
  more: Partial<Observation<InsightsDocument>> = {},
): Observation<InsightsDocument> => ({
  source: 'collector',
  observedAt: AFTER,
  freshUntil: '2026-11-23T13:00:00.000Z',
  document: { insights, unreadable: [] },
  ...more,
});
const KUBELET = 'Kubelet version rollback compatibility';
const API = 'Incompatible API usage';

describe('rollbackReadiness', () => {
  it.each<
    [string, Observation<InsightsDocument> | undefined, boolean, string, string]
  >([
    ['was never read', undefined, false, 'unknown', 'never read'],
    [
      'was read before it was moved',
      read([insight(API, 'PASSING')], { observedAt: MOVED }),
      false,
      'unknown',
      'before it was moved',
    ],
    [
      'is stale',
      read([insight(API, 'PASSING')], { freshUntil: now.toISOString() }),
      false,
      'unknown',
      'too long ago',
    ],
    [
      'has none of this category',
      read([insight(API, 'ERROR', { category: 'UPGRADE_READINESS' })]),
      false,
      'unknown',
      'no rollback insights',
    ],
    [
      'has not been looked at by EKS since',
      read([insight(API, 'PASSING', { lastRefreshTime: MOVED })]),
      false,
      'unknown',
      'has not looked again',
    ],
    [
      'has an error',
      read([insight(API, 'ERROR', { reason: 'field in use' })]),
      false,
      'blocked',
      'Incompatible API usage (field in use)',
    ],
    [
      'could not be checked by EKS',
      read([insight(API, 'UNKNOWN')]),
      false,
      'blocked',
      'UNKNOWN',
    ],
    [
      'has a status that is new',
      read([insight(API, 'FROZEN')]),
      false,
      'blocked',
      'FROZEN',
    ],
    [
      'warns only',
      read([insight(API, 'WARNING'), insight(KUBELET, 'PASSING')]),
      false,
      'passing',
      'Nothing',
    ],
    [
      'names nodes that stay',
      read([insight(KUBELET, 'ERROR')]),
      false,
      'blocked',
      KUBELET,
    ],
    [
      'names nodes that go first',
      read([insight(KUBELET, 'ERROR'), insight(API, 'PASSING')]),
      true,
      'passing',
      'nodes, which go first',
    ],
    [
      'passes, and says how old that is',
      read([
        insight(API, 'PASSING'),
        insight(KUBELET, 'PASSING', {
          lastRefreshTime: '2026-11-22T16:30:00.000Z',
        }),
      ]),
      false,
      'passing',
      'Nothing stands against it, by what EKS saw up to 20h ago',
    ],
  ])('of what %s', (_what, observed, nodesFirst, state, message) => {
    expect(
      rollbackReadiness(observed, { movedAt: MOVED, nodesFirst, now }),
    ).toMatchObject({ state, message: expect.stringContaining(message) });
  });
});
