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

import type { PolicyExclusion } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { isExcluded } from './isExcluded';

const WEB = { kind: 'Deployment', namespace: 'shop-eu', name: 'web' };

describe('isExcluded', () => {
  it.each<[PolicyExclusion, typeof WEB, boolean]>([
    [{}, WEB, false],
    [{ namespaces: ['shop-eu'] }, WEB, true],
    [{ namespaces: ['shop'] }, WEB, false],
    [{ namespaces: ['shop-*'] }, WEB, true],
    [{ namespaces: ['*'] }, WEB, true],
    [{ namespaces: ['*-eu'] }, WEB, true],
    [{ namespaces: ['s*p*u'] }, WEB, true],
    [{ namespaces: ['shop-eu*eu'] }, WEB, false],
    [{ namespaces: ['*'] }, { kind: 'Node', namespace: '', name: 'n' }, false],
    [
      { namespaces: ['shop-*'] },
      { kind: 'Namespace', namespace: '', name: 'shop-eu' },
      true,
    ],
    [{ resources: [{ kind: 'Deployment', name: 'w*' }] }, WEB, true],
    [{ resources: [{ kind: 'Job', name: 'web' }] }, WEB, false],
    [{ resources: [{}] }, WEB, false],
  ])('of %j, %j is %s', (exclusion, thing, expected) => {
    expect(isExcluded(exclusion, thing)).toBe(expected);
  });
});
