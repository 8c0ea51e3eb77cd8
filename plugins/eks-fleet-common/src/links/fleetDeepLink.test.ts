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

import { fleetDeepLink } from './fleetDeepLink';

describe('fleetDeepLink', () => {
  it.each([
    ['overview', undefined, undefined, '/eks-fleet/go?view=overview'],
    [
      'clusters',
      { owner: 'group:default/payments', version: ['1.33', '1.34'] },
      '/fleet/',
      '/fleet/go?view=clusters&owner=group%3Adefault%2Fpayments&version=1.33&version=1.34',
    ],
    [
      'readiness',
      { cause: 'a&view=bom#x', target: undefined, owner: '' },
      '/',
      '/go?view=readiness&cause=a%26view%3Dbom%23x',
    ],
  ] as const)('of %s with %j under %s', (view, query, portalPath, link) => {
    expect(fleetDeepLink(view, query, portalPath)).toBe(link);
  });
});
