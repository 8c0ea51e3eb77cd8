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

import type { PolicyCluster } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { aLayerSet, PROD_LAYER } from '../__testUtils__/policyEdits';
import { aCell, aClusterRef } from '../__testUtils__/policies';
import { safeGroups } from './safeGroups';

type Verdict = PolicyCluster['safeToEnforce']['verdict'];

const cluster = (
  name: string,
  environment: string | undefined,
  verdict: Verdict,
): PolicyCluster => ({
  cluster: aClusterRef({ arn: name, name, environment }),
  cell: aCell(),
  safeToEnforce: { verdict, message: '' },
});

describe('safeGroups', () => {
  const { layers } = aLayerSet();

  it('offers the layer of an environment where all are safe or enforced', () => {
    expect(
      safeGroups(
        [
          cluster('a', 'prod', 'safe'),
          cluster('b', 'prod', 'enforced'),
          cluster('c', 'dev', 'failing'),
        ],
        layers,
      ),
    ).toEqual([
      {
        environment: 'prod',
        notSafe: 0,
        safe: [expect.objectContaining({ name: 'a' })],
        layer: expect.objectContaining({ path: PROD_LAYER }),
      },
    ]);
  });

  it.each<Verdict>(['failing', 'notYet', 'unknown'])(
    'offers safe clusters alone beside one that is %s',
    verdict => {
      const [group] = safeGroups(
        [cluster('a', 'prod', 'safe'), cluster('b', 'prod', verdict)],
        layers,
      );
      expect(group).toMatchObject({ notSafe: 1, layer: undefined });
      expect(group.safe).toHaveLength(1);
    },
  );

  it('puts the most clusters first, and those of no environment apart', () => {
    expect(
      safeGroups(
        [
          cluster('a', undefined, 'safe'),
          cluster('b', 'prod', 'safe'),
          cluster('c', 'prod', 'safe'),
        ],
        layers,
      ).map(({ environment, safe }) => [environment, safe.length]),
    ).toEqual([
      ['prod', 2],
      ['', 1],
    ]);
  });
});
