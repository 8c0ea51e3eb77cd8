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

import { exceptionName, pathSegment } from './exceptionName';
import { refuseScope } from './refuseScope';
import { renderingOf } from './renderingOf';

describe('renderingOf', () => {
  it.each([
    ['kyverno', 'ClusterPolicy', undefined, /^kyverno\.io$/],
    ['kyverno', 'Policy', undefined, /^kyverno\.io$/],
    ['kyverno', 'ValidatingPolicy', undefined, /^policies\.kyverno\.io$/],
    ['kyverno', 'ImageValidatingPolicy', undefined, /^policies\.kyverno\.io$/],
    ['gatekeeper', 'FleetNoLatestTag', 'fleet-policies-1.0.0', /^gatekeeper$/],
    ['gatekeeper', 'K8sX', undefined, /not deployed by the chart/],
    ['gatekeeper', 'K8sX', 'fleet-policies-ours-1.0.0', /not deployed/],
    ['vap', 'ValidatingAdmissionPolicy', undefined, /no exceptions/],
    ['kube-bench', 'CIS', undefined, /what kube-bench finds/],
  ] as const)('%s %s of %s is %s', (engine, kind, version, expected) => {
    const found: { rendering?: string; problem?: string } = renderingOf({
      engine,
      kind,
      name: 'x',
      version,
    });
    expect(found.rendering ?? found.problem).toMatch(expected);
  });
});

describe('refuseScope', () => {
  const resource = (kind: string, name: string, namespace = 'shop') => ({
    kind: 'resource' as const,
    namespace,
    resource: { kind, name },
  });

  it.each([
    [resource('Deployment', 'web'), 'kyverno.io', /^$/],
    [resource('ClusterRole', 'system:node', ''), 'kyverno.io', /^$/],
    [resource('Deployment', 'web'), 'gatekeeper', /^$/],
    [resource('Deployment', 'web*'), 'kyverno.io', /cannot be named/],
    [resource('Deployment', ''), 'kyverno.io', /names no resource/],
    [resource('*', 'web'), 'policies.kyverno.io', /cannot be named/],
    [resource('Deployment', 'Web_1'), 'gatekeeper', /cannot be named/],
    [resource('Deployment', 'web', 'a/b'), 'kyverno.io', /no name of a name/],
    [{ kind: 'namespace', namespace: '' }, 'kyverno.io', /in no namespace/],
    [{ kind: 'namespace', namespace: '*' }, 'kyverno.io', /no name of a name/],
  ] as const)('%j in %s', (scope, rendering, expected) => {
    expect(refuseScope(scope, rendering) ?? '').toMatch(expected);
  });
});

describe('names', () => {
  it.each([
    ['no-latest-tag', 'web', /^no-latest-tag-web-0b54c1de$/],
    [
      'Disallow Everything: that is not ours',
      'x'.repeat(80),
      /^disallow-everything-that-i-x{24}-0b54c1de$/,
    ],
    ['***', '', /^0b54c1de$/],
  ])('%s for %s is one that Kubernetes takes', (policy, name, expected) => {
    const made = exceptionName('0b54c1de-0000-4000-8000-0', policy, {
      kind: 'resource',
      namespace: '',
      resource: { kind: 'Pod', name },
    });
    expect(made).toMatch(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
    expect(made).toMatch(expected);
  });

  it.each(['../x', '.git', 'a/b', 'a b', 'ü', '-', 'x'.repeat(200)])(
    '%s is one part of a path, and its own',
    text => {
      expect(pathSegment(text)).toMatch(/^[a-z0-9][a-z0-9-]{0,99}$/);
      expect(pathSegment(text)).not.toBe(pathSegment(`${text}.`));
    },
  );

  it('leaves what is safe as it is', () => {
    expect(pathSegment('Prod_1.eu-2')).toBe('Prod_1.eu-2');
  });
});
