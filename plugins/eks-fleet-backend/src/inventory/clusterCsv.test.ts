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

import type { Cluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { clustersToCsv } from './clusterCsv';

const cluster: Cluster = {
  entityRef: 'resource:default/a',
  name: 'a',
  origin: 'eks-fleet',
  support: { state: 'standard' },
  labels: {},
  observation: { state: 'fresh' },
  cost: { controlPlaneUsdPerMonth: 73, extendedSupportUsdPerMonth: 0 },
  links: [],
};

const firstCell = (name: string) =>
  clustersToCsv([{ ...cluster, name }])
    .split('\r\n')[1]
    .split(',fresh')[0];

describe('clustersToCsv', () => {
  it('has a header line for no cluster', () => {
    expect(clustersToCsv([])).toMatch(/^name,arn,.*,entityRef\r\n$/);
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `'+1`],
    ['-1', `'-1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
  ])('escapes %j', (name, expected) => {
    expect(firstCell(name).startsWith(`${expected},`)).toBe(true);
  });
});
