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

import { FakeFleetApi } from './FakeFleetApi';
import { aCluster } from './fleet';
import { aBlocker, aReadinessItem } from './readiness';

export const HOSTILE = '<img src=x onerror=alert(1)>';
/** The key of a cause whose owner nobody knows. */
export const BUDGET = 'drain-blocked:checkout/api';

/** Three clusters, one of each verdict, and two causes. */
export function aReadinessFleet() {
  const api = new FakeFleetApi([
    aCluster({ name: 'alpha' }),
    aCluster({ name: 'beta', region: 'us-east-1', environment: 'dev' }),
    aCluster({ name: 'gamma' }),
  ]);
  api.verdicts = [
    aReadinessItem({ name: 'alpha' }),
    aReadinessItem({
      name: 'beta',
      region: 'us-east-1',
      environment: 'dev',
      verdict: 'unknown',
      blockers: 0,
      unknowns: 1,
      firstBlocker: HOSTILE,
    }),
    aReadinessItem({
      name: 'gamma',
      verdict: 'ready',
      blockers: 0,
      firstBlocker: undefined,
      owner: undefined,
    }),
  ];
  api.done = 4;
  api.versions = {
    source: 'eks',
    items: [
      { version: '1.34', partition: 'aws', state: 'standard', clusters: 57 },
      { version: '1.36', partition: 'aws', state: 'standard', clusters: 4 },
    ],
  };
  api.blockers = [
    aBlocker(),
    aBlocker({
      causeKey: BUDGET,
      code: 'drain-blocked',
      title: `The budget checkout/api allows no disruption ${HOSTILE}`,
      clusters: 1,
      waived: 1,
      owners: [{ owner: '', clusters: 1 }],
      clearsAt: '2026-12-12T00:00:00Z',
      fix: undefined,
      since: '2026-11-23T11:00:00Z',
    }),
  ];
  return api;
}
