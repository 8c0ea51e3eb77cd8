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

import type { PolicyEngine } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FeedRecord } from '../types';
import { PolicyReading } from './PolicyReading';

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/orders';

const reading = (engines: PolicyEngine[], notInstalled: string[] = []) =>
  PolicyReading.of(
    {
      ofMany: async () =>
        new Map([
          [
            ARN,
            Object.fromEntries(
              notInstalled.map(kind => [
                kind,
                { error: { code: 'notInstalled', message: 'It is not there' } },
              ]),
            ),
          ],
        ]) as never,
    },
    {
      arns: [ARN],
      feeds: [{ arn: ARN, feed: 'some', engines } as unknown as FeedRecord],
      kinds: ['policyGatekeeper', 'policyKyverno'],
    },
  );

describe('PolicyReading', () => {
  it.each<[PolicyEngine[], string[], string]>([
    [['kyverno'], [], 'there'],
    [['vap', 'gatekeeper'], ['policyKyverno'], 'there'],
    [['vap'], [], 'unknown'],
    // What only looks is no engine.
    [['kube-bench', 'security-hub', 'trivy', 'falco'], [], 'unknown'],
    [['kube-bench'], ['policyGatekeeper', 'policyKyverno'], 'none'],
    [[], ['policyKyverno'], 'unknown'],
  ])('of %j, without %j, is %s', async (engines, notInstalled, expected) => {
    expect((await reading(engines, notInstalled)).engineOn(ARN)).toBe(expected);
  });
});
