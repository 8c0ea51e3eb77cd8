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

import { reservedBy } from './reservedNames';
import { teamOf } from './team';

describe('reservedBy', () => {
  it.each([
    ['default', 'default'],
    ['kube-system', 'kube-*'],
    ['kube-anything', 'kube-*'],
    ['argocd', 'argocd'],
    ['gatekeeper-system', 'gatekeeper-*'],
    ['kyverno', 'kyverno'],
    ['platform-dns', 'platform-*'],
    ['our-x-ops', 'our-*-ops'],
  ])('says that %s is of %s', (name, pattern) => {
    expect(reservedBy(name, ['platform-*', 'our-*-ops'])).toBe(pattern);
  });

  it.each(['checkout', 'default-2', 'my-kube-system', 'kube', 'our-ops'])(
    'leaves %s to teams',
    name => {
      expect(reservedBy(name, ['our-*-ops'])).toBeUndefined();
    },
  );
});

describe('teamOf', () => {
  it.each([
    ['group:default/payments', 'payments'],
    ['group:acme/team-1', 'team-1'],
    ['user:default/ann', undefined],
    ['group:default/a.b', undefined],
    ['payments', undefined],
  ])('has of %s the team %s', (owner, team) => {
    expect(teamOf(owner)).toBe(team);
  });
});
