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

import { deepLink } from './deepLinks';

describe('deepLink', () => {
  it.each([
    [
      {
        arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/a',
        view: 'readiness',
      },
      undefined,
      '/eks-fleet/go?arn=arn%3Aaws%3Aeks%3Aeu-west-1%3A111122223333%3Acluster%2Fa&view=readiness',
    ],
    [
      { account: '111122223333', region: 'eu-west-1', cluster: 'a' },
      '/fleet/',
      '/fleet/go?account=111122223333&region=eu-west-1&cluster=a',
    ],
    [{ cluster: 'a&view=bom#x' }, '/', '/go?cluster=a%26view%3Dbom%23x'],
    [{ cluster: '' }, undefined, '/eks-fleet/go?'],
    [
      { rollout: 'r1', cell: 'c/2' },
      undefined,
      '/eks-fleet/go?rollout=r1&cell=c%2F2',
    ],
    [
      {
        cluster: 'a',
        policy: 'no-latest',
        namespace: 'shop',
        kind: 'Deployment',
        resource: 'web&x',
      },
      undefined,
      '/eks-fleet/go?cluster=a&policy=no-latest&namespace=shop&kind=Deployment&resource=web%26x',
    ],
    [{ rollout: 'r1', wave: 3 }, undefined, '/eks-fleet/go?rollout=r1&wave=3'],
  ] as const)('of %j under %j is %s', (target, portalPath, link) => {
    expect(deepLink(target, portalPath)).toBe(link);
  });
});
