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

import type { PolicyOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { toFinding } from './toFinding';

const ARN = 'arn:aws:eks:eu-west-1:111122223333:cluster/shop';
const OUTCOME: PolicyOutcome = {
  policy: { engine: 'kyverno', kind: 'ClusterPolicy', name: 'nonroot' },
  result: 'fail',
  resource: { kind: 'Pod', namespace: 'shop', name: 'cart' },
};
const NOBODY = { owner: '', ownerFrom: 'cluster' as const };

describe('toFinding', () => {
  it('folds a pod into what made it', () => {
    expect(
      toFinding(
        ARN,
        {
          ...OUTCOME,
          severity: 'high',
          resource: {
            ...OUTCOME.resource,
            apiVersion: 'v1',
            controller: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'cart',
            },
          },
        },
        { owner: 'group:default/shop', ownerFrom: 'namespace' },
      ),
    ).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      name: 'cart',
      severity: 'high',
      owner: 'group:default/shop',
      ownerFrom: 'namespace',
    });
  });

  it('knows nothing that is not said', () => {
    expect(
      toFinding(ARN, { ...OUTCOME, resource: { kind: 'Node' } }, NOBODY),
    ).toMatchObject({
      severity: 'unknown',
      rule: '',
      message: '',
      apiVersion: '',
      namespace: '',
      name: '',
      exceptions: [],
      properties: {},
    });
  });

  it('keeps a stranger from filling the database, or breaking it', () => {
    const finding = toFinding(
      ARN,
      {
        ...OUTCOME,
        message: `<script>\u0000${'x'.repeat(1_000_000)}`,
        properties: Object.fromEntries(
          Array.from({ length: 100 }, (_, index) => [
            `key-${index}`,
            '\u0007'.repeat(9_999),
          ]),
        ),
        exceptions: Array.from({ length: 100 }, (_, index) => `a/${index}`),
      },
      NOBODY,
    );
    expect(finding.message).toHaveLength(2_000);
    expect(finding.message).toMatch(/^<script> x+$/);
    expect(Object.keys(finding.properties)).toHaveLength(20);
    expect(Object.values(finding.properties)).toEqual(
      Array.from({ length: 20 }, () => ''),
    );
    expect(finding.exceptions).toHaveLength(20);
  });

  it('tells apart what is cut alike', () => {
    const named = (name: string) =>
      toFinding(ARN, { ...OUTCOME, resource: { kind: 'Pod', name } }, NOBODY);
    const [one, two] = [
      named(`${'x'.repeat(600)}1`),
      named(`${'x'.repeat(600)}2`),
    ];
    expect(one.name).toBe(two.name);
    expect(one.fingerprint).not.toBe(two.fingerprint);
  });
});
