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

import type { RolloutStrategy } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Environments that count as production where configuration names none. */
export const DEFAULT_PRODUCTION_ENVIRONMENTS: readonly string[] = [
  'production',
  'prod',
  'live',
];

const SANDBOX = ['sandbox', 'playground'];
const DEVELOPMENT = ['dev', 'development', 'test', 'testing'];
const STAGING = ['staging', 'stage', 'qa', 'uat', 'preprod', 'preproduction'];

/** Those that come with the portal; everybody may begin with a copy of one. */
export function shippedStrategies(
  productionEnvironments: readonly string[] = DEFAULT_PRODUCTION_ENVIRONMENTS,
): RolloutStrategy[] {
  const environments = [...productionEnvironments];
  const guarded = [
    { type: 'readiness' },
    { type: 'freeze' },
    { type: 'alarms' },
  ];
  return [
    {
      name: 'careful-cells',
      title: 'Careful cells',
      description:
        'Sandbox, development and staging first; then production from one cluster on, in waves that grow. A person agrees to the first step into production and to the first wave of more than a few.',
      waves: [
        { name: 'sandbox', match: { environments: SANDBOX } },
        { name: 'development', match: { environments: DEVELOPMENT } },
        { name: 'staging', match: { environments: STAGING } },
        {
          name: 'production-first',
          match: { environments },
          size: '1',
          production: true,
          before: [{ type: 'approval' }],
        },
        {
          name: 'production-few',
          match: { environments },
          size: '10%',
          production: true,
        },
        {
          name: 'production-third',
          match: { environments },
          size: '33%',
          production: true,
          before: [{ type: 'approval' }],
        },
        {
          name: 'production-half',
          match: { environments },
          size: '50%',
          production: true,
        },
        { name: 'production-rest', match: { environments }, production: true },
      ],
      bake: { first: '12h', floor: '2h' },
      concurrency: '25%',
      failureBudget: '0',
      retries: 1,
      nodes: 'afterBake',
      before: guarded,
    },
    {
      name: 'by-environment',
      title: 'By environment',
      description:
        'One environment after the other; production Region by Region after its first cluster, the smallest Region first.',
      waves: [
        { name: 'sandbox', match: { environments: SANDBOX } },
        { name: 'development', match: { environments: DEVELOPMENT } },
        { name: 'staging', match: { environments: STAGING } },
        {
          name: 'production-first',
          match: { environments },
          size: '1',
          production: true,
          before: [{ type: 'approval' }],
        },
        {
          name: 'production',
          match: { environments },
          splitBy: 'region',
          production: true,
        },
      ],
      bake: { first: '12h', floor: '2h' },
      concurrency: '25%',
      failureBudget: '0',
      retries: 1,
      nodes: 'afterBake',
      before: guarded,
    },
    {
      name: 'canary-then-half',
      title: 'Canary, then half',
      description:
        'One cluster, a few, half of the rest, the rest, whatever their environments. For fleets without labels, and for small ones.',
      waves: [
        { name: 'canary', size: '1', before: [{ type: 'approval' }] },
        { name: 'few', size: '10%' },
        { name: 'half', size: '50%', before: [{ type: 'approval' }] },
        { name: 'rest' },
      ],
      bake: { first: '12h', floor: '2h' },
      concurrency: '25%',
      failureBudget: '0',
      retries: 1,
      nodes: 'afterBake',
      before: guarded,
    },
  ];
}
