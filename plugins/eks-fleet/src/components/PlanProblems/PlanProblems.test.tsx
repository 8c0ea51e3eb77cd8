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

import { screen } from '@testing-library/react';
import type { PlanProblem } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { renderPage } from '../../__testUtils__/render';
import { PlanProblems } from '.';

const arnOf = (name: string) =>
  `arn:aws:eks:eu-west-1:111122223333:cluster/${name}`;

describe('PlanProblems', () => {
  it('has errors first, and names the clusters that their words do not', async () => {
    const problems: PlanProblem[] = [
      {
        code: 'nodes.notMoved',
        severity: 'warning',
        message: 'The node group hardened has an image of its own',
        clusters: [arnOf('ledger')],
      },
      {
        code: 'cluster.unassigned',
        severity: 'error',
        message: 'Some clusters are in no wave',
        clusters: ['a', 'b', 'c', 'd', 'e'].map(name => arnOf(`one-${name}`)),
      },
      {
        code: 'cluster.moved',
        severity: 'warning',
        message: 'ledger is on its way already',
        clusters: [arnOf('ledger')],
      },
    ];
    await renderPage(<PlanProblems problems={problems} />, {});

    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'error: Some clusters are in no wave one-a, one-b, one-c and 2 more cluster.unassigned',
      'warning: The node group hardened has an image of its own ledger nodes.notMoved',
      'warning: ledger is on its way already  cluster.moved',
    ]);
  });
});
