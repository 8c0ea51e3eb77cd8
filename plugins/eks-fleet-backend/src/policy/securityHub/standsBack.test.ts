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

import { isToldBy, moreDirectFeed } from './standsBack';

const feeds = (...names: string[]) => names.map(feed => ({ feed }));

describe('moreDirectFeed', () => {
  it.each<[string, string[], string | undefined]>([
    ['nothing else was read', [], undefined],
    ['only it was read itself', ['policySecurityHub'], undefined],
    [
      'feeds were read that have no reports',
      [
        'policyAdmission',
        'policyGatekeeper',
        'policyKubeBench',
        'policyKubeBenchPushed',
        'policyKyverno',
      ],
      undefined,
    ],
    ['reports were read', ['policyKyverno', 'policyReports'], 'policyReports'],
    [
      'Policy Reporter was read',
      ['policyReporter', 'policySecurityHub'],
      'policyReporter',
    ],
    ['somebody pushes them', ['policyPushed'], 'policyPushed'],
  ])('where %s', (_, names, direct) => {
    expect(moreDirectFeed(feeds(...names))).toBe(direct);
  });
});

describe('isToldBy', () => {
  const of = (engine: 'kube-bench' | 'kyverno') => ({
    policy: { engine, kind: 'CIS', name: '3.2.1' },
  });

  it('leaves the checks of kube-bench to whoever reads them', () => {
    expect(isToldBy(feeds('policyKubeBench'), of('kube-bench'))).toBe(true);
    expect(isToldBy(feeds('policyKubeBenchPushed'), of('kube-bench'))).toBe(
      true,
    );
    expect(isToldBy(feeds('policyKubeBench'), of('kyverno'))).toBe(false);
    expect(isToldBy([], of('kube-bench'))).toBe(false);
  });
});
