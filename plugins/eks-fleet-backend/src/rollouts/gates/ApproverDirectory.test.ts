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

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ApproverDirectory } from './ApproverDirectory';

const entity = (
  kind: 'User' | 'Group',
  name: string,
  relations: Array<[string, string]> = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

describe('ApproverDirectory', () => {
  const directory = new ApproverDirectory({
    catalog: catalogServiceMock({
      entities: [
        entity('User', 'ann', [['memberOf', 'group:default/sre']]),
        entity('User', 'kim', [['memberOf', 'group:default/elsewhere']]),
        entity('Group', 'sre', [
          ['childOf', 'group:default/platform'],
          ['hasMember', 'user:default/left'],
        ]),
        entity('Group', 'platform', [['childOf', 'group:default/platform']]),
        entity('Group', 'ops', [['hasMember', 'user:default/left']]),
      ],
    }),
    auth: mockServices.auth(),
  });

  it.each<[string, string, string[]]>([
    ['user:default/ann', 'present', ['user:default/ann']],
    ['User:default/Ann', 'present', ['user:default/ann']],
    ['user:default/left', 'missing', []],
    ['group:default/sre', 'present', ['user:default/ann']],
    ['group:default/platform', 'present', ['user:default/ann']],
    ['group:default/ops', 'empty', []],
    ['group:default/gone', 'missing', []],
    // A group that only its members name is one that they can approve for.
    ['group:default/elsewhere', 'present', ['user:default/kim']],
  ])('finds who is left of %s', async (ref, state, people) => {
    expect(await directory.look([ref])).toEqual([{ ref, state, people }]);
  });

  it('keeps the order in which it was asked', async () => {
    const refs = ['group:default/gone', 'user:default/ann'];
    const looks = await directory.look(refs);
    expect(looks.map(({ ref, state }) => [ref, state])).toEqual([
      [refs[0], 'missing'],
      [refs[1], 'present'],
    ]);
  });
});
