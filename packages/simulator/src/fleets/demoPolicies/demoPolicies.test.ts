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

import { parse } from 'yaml';
import { ManualClock } from '../../clock';
import { CloudModel } from '../../model';
import type { Cluster } from '../../model/types';
import { wholeObject } from '../../kubernetes/objects/KubernetesObject';
import { objectsOf } from '../../kubernetes/objects/objectsOf';
import { demoFleet } from '../demo';
import { PAYMENTS_PROD, PROD, STAGING } from '../demoAccounts';

const clock = new ManualClock('2026-11-29T09:00:00Z');
const fleet = demoFleet(1, clock.now());
const model = CloudModel.fromSpec(fleet, clock);

const cluster = (accountId: string, name: string): Cluster =>
  model.clusters({ accountId }).find(found => found.name === name)!;

const list = (of: Cluster, resource: string): any[] =>
  (objectsOf(of).byResource.get(resource) ?? []).map(object =>
    wholeObject(object, clock.now()),
  );

const REPORTS = [
  'policyreports.wgpolicyk8s.io',
  'clusterpolicyreports.wgpolicyk8s.io',
];

const resultsOf = (of: Cluster): any[] =>
  REPORTS.flatMap(resource => list(of, resource)).flatMap(
    ({ results }) => results,
  );

const exempt = (of: Cluster) =>
  resultsOf(of).filter(({ properties }) => properties?.exceptions);

const expiry = (of: Cluster): number => {
  const [{ spec }] = list(of, 'policyexceptions.policies.kyverno.io');
  return (Date.parse(spec.expiresAt) - clock.now().getTime()) / 86_400_000;
};

const has = (of: Cluster, engine: string): boolean =>
  (of.kubernetes.components ?? []).some(({ name }) => name === engine);

describe('the policies of the demo fleet', () => {
  it('are of Kyverno on most clusters, of Gatekeeper on some, of both on one', () => {
    const clusters = model
      .clusters()
      .filter(({ kubernetes }) => kubernetes.policies);
    const kyverno = clusters.filter(of => has(of, 'kyverno'));
    const gatekeeper = clusters.filter(of => has(of, 'gatekeeper'));
    expect([kyverno.length, gatekeeper.length, clusters.length]).toEqual([
      30, 6, 35,
    ]);
    expect(has(cluster(PROD, 'batch-legacy'), 'kyverno')).toBe(false);
    expect(has(cluster(PROD, 'batch-legacy'), 'gatekeeper')).toBe(false);
  });

  it('find some hundreds of things, and most of what they look at is well', () => {
    const counts = { pass: 0, fail: 0, skip: 0 };
    for (const of of model.clusters()) {
      for (const { result } of resultsOf(of)) {
        counts[result as 'fail'] += 1;
      }
    }
    expect(counts.fail).toBeGreaterThan(300);
    expect(counts.fail).toBeLessThan(900);
    expect(counts.pass).toBeGreaterThan(3 * counts.fail);
    expect(counts.skip).toBeGreaterThan(20);
  });

  it.each<[string, string, string, (of: Cluster) => unknown, unknown]>([
    [
      'an exception about to expire',
      PROD,
      'checkout-de',
      of => [Math.round(expiry(of)), exempt(of).length > 0],
      [5, true],
    ],
    [
      'an expired one that is honoured still',
      PROD,
      'checkout-us',
      of => [Math.round(expiry(of)), exempt(of).length > 0],
      [-12, true],
    ],
    [
      'one that nothing needs',
      PROD,
      'search-eu',
      of => [Math.round(expiry(of)), exempt(of).length],
      [120, 0],
    ],
    [
      'one for everything',
      PAYMENTS_PROD,
      'ledger',
      of =>
        new Set(
          resultsOf(of)
            .filter(({ policy }) => policy === 'allowed-registries')
            .map(({ result }) => result),
        ),
      new Set(['skip']),
    ],
    [
      'one of the older kind',
      PROD,
      'platform-tools',
      of => list(of, 'policyexceptions.kyverno.io').length,
      1,
    ],
    [
      'an audit three days old',
      PAYMENTS_PROD,
      'payments-fraud',
      of =>
        list(of, 'fleetrequireowner.constraints.gatekeeper.sh')[0].status
          .auditTimestamp,
      '2026-11-26T09:00:00Z',
    ],
    [
      'failures alone',
      STAGING,
      'data-staging',
      of => new Set(resultsOf(of).map(({ result }) => result)),
      new Set(['fail']),
    ],
    [
      'an older chart',
      PAYMENTS_PROD,
      'payments-de',
      of =>
        list(of, 'clusterpolicies.kyverno.io')[0].metadata.labels[
          'helm.sh/chart'
        ],
      'fleet-policies-0.0.9',
    ],
    [
      'audit where Git says enforce',
      PROD,
      'search-us',
      of =>
        list(of, 'validatingpolicies.policies.kyverno.io').map(
          ({ spec }) => spec.validationActions[0],
        ),
      Array(9).fill('Audit'),
    ],
    [
      'both groups of reports',
      STAGING,
      'mobile-staging',
      of => [
        list(of, 'policyreports.wgpolicyk8s.io').length > 20,
        list(of, 'reports.openreports.io').length > 20,
      ],
      [true, true],
    ],
    [
      'both engines',
      PROD,
      'checkout-us',
      of => [
        list(of, 'validatingpolicies.policies.kyverno.io').length,
        list(of, 'constrainttemplates.templates.gatekeeper.sh').length,
      ],
      [9, 2],
    ],
    [
      'a policy of the API server itself',
      PROD,
      'storefront-edge',
      of =>
        list(of, 'validatingadmissionpolicies.admissionregistration.k8s.io')
          .length,
      1,
    ],
  ])('have %s', (_, accountId, name, fact, expected) => {
    expect(fact(cluster(accountId, name))).toEqual(expected);
  });

  it('are enforced in production where the layer says so', () => {
    const [policy] = list(
      cluster(PROD, 'checkout-de'),
      'validatingpolicies.policies.kyverno.io',
    ).filter(({ metadata }) => metadata.name === 'no-latest-tag');
    expect(policy.spec.validationActions).toEqual(['Deny']);
  });

  it('are set by the layer of the tenant, over that of the environment', () => {
    const mode = (accountId: string, name: string) =>
      list(
        cluster(accountId, name),
        'validatingpolicies.policies.kyverno.io',
      ).find(({ metadata }) => metadata.name === 'require-owner')?.spec
        .validationActions;
    expect(mode(PAYMENTS_PROD, 'ledger')).toEqual(['Warn', 'Audit']);
    expect(mode(PROD, 'checkout-de')).toEqual(['Audit']);
  });

  it('are in the fleet repository, layer by layer', () => {
    const { files } = fleet.github!.repositories[0];
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'charts/fleet-policies/values.yaml',
        'policies/default.yaml',
        'policies/environments/prod.yaml',
        'policies/tenants/payments.yaml',
        'policies/clusters/666677778888/eu-central-1/ledger.yaml',
      ]),
    );
  });

  it('can be set as the schema of the chart says', () => {
    const { files } = fleet.github!.repositories[0];
    const values = parse(files['charts/fleet-policies/values.yaml']);
    const { properties } = JSON.parse(
      files['charts/fleet-policies/values.schema.json'],
    ).properties.policies;
    expect(Object.keys(properties)).toEqual(Object.keys(values.policies));
    for (const [name, { parameters }] of Object.entries<any>(values.policies)) {
      expect(
        Object.keys(properties[name].properties.parameters.properties),
      ).toEqual(Object.keys(parameters ?? {}));
    }
  });
});
