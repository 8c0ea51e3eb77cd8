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

import { policyOfResult } from './policyOfResult';

describe('policyOfResult', () => {
  it.each([
    ['kyverno', 'a', 'kyverno', 'ClusterPolicy', undefined, 'a'],
    ['Kyverno', 'shop/a', 'kyverno', 'Policy', 'shop', 'a'],
    [
      'KyvernoValidatingPolicy',
      'a',
      'kyverno',
      'ValidatingPolicy',
      undefined,
      'a',
    ],
    [
      'KyvernoValidatingPolicy',
      'shop/a',
      'kyverno',
      'NamespacedValidatingPolicy',
      'shop',
      'a',
    ],
    [
      'KyvernoImageValidatingPolicy',
      'a',
      'kyverno',
      'ImageValidatingPolicy',
      undefined,
      'a',
    ],
    [
      'ValidatingAdmissionPolicy',
      'a',
      'vap',
      'ValidatingAdmissionPolicy',
      undefined,
      'a',
    ],
    [
      'Trivy ConfigAudit',
      'KSV001',
      'trivy',
      'ConfigAudit',
      undefined,
      'KSV001',
    ],
    [
      'Kube Bench',
      '1.1.1-Ensure it',
      'kube-bench',
      'Benchmark',
      undefined,
      '1.1.1-Ensure it',
    ],
    ['Falco', 'Terminal shell', 'falco', 'Rule', undefined, 'Terminal shell'],
    ['mine', 'a/b', 'other', 'mine', undefined, 'a/b'],
    [undefined, 'a', 'other', 'unknown', undefined, 'a'],
    ['constructor', 'a', 'other', 'constructor', undefined, 'a'],
  ])(
    'takes a result of %s on %s for one of %s',
    (source, policy, engine, kind, namespace, name) => {
      expect(policyOfResult({ source, policy }).policy).toEqual({
        engine,
        kind,
        ...(namespace && { namespace }),
        name,
      });
    },
  );

  it('makes one policy of all known weaknesses', () => {
    expect(
      policyOfResult({ source: 'Trivy Vulnerability', policy: 'CVE-2026-1' }),
    ).toEqual({
      policy: {
        engine: 'trivy',
        kind: 'Vulnerability',
        name: 'Trivy Vulnerability',
      },
      rule: 'CVE-2026-1',
    });
  });

  it.each([
    [
      'clusterwide-safe-labels',
      {},
      'ClusterAdmissionPolicy',
      undefined,
      'safe-labels',
    ],
    [
      'clusterwide-group-both',
      {},
      'ClusterAdmissionPolicyGroup',
      undefined,
      'both',
    ],
    [
      'namespaced-shop-safe-labels',
      { 'policy-name': 'safe-labels', 'policy-namespace': 'shop' },
      'AdmissionPolicy',
      'shop',
      'safe-labels',
    ],
  ])('reads %s of Kubewarden', (policy, properties, kind, namespace, name) => {
    expect(
      policyOfResult({ source: 'kubewarden', policy, properties }).policy,
    ).toEqual({
      engine: 'kubewarden',
      kind,
      ...(namespace && { namespace }),
      name,
    });
  });
});
