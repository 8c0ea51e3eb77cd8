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

import { clusterEntity, foreignEntity } from '../__testUtils__/entities';
import { entityToCluster } from './entityToCluster';
import { resolveConflicts } from './resolveConflicts';

const arn = 'arn:aws:eks:eu-west-1:111111111111:cluster/a';
const options = { environmentLabel: 'env', accountNames: new Map() };
const own = (entityName: string) =>
  entityToCluster(
    clusterEntity({ name: 'a', accountId: '111111111111', entityName }),
    options,
  )!;
const foreign = (name: string) =>
  entityToCluster(
    foreignEntity(name, { annotations: { 'amazonaws.com/arn': arn } }),
    options,
  )!;

describe('resolveConflicts', () => {
  it('lets ours win over an entity of the same ARN', () => {
    const result = resolveConflicts([foreign('aaa'), own('zzz')]);
    expect(result.map(item => [item.origin, item.conflictsWith])).toEqual([
      ['foreign', 'resource:default/zzz'],
      ['eks-fleet', ''],
    ]);
  });

  it('makes one of two of ours foreign', () => {
    const result = resolveConflicts([own('zzz'), own('aaa')]);
    expect(
      result.map(item => [item.entityRef, item.origin, item.conflictsWith]),
    ).toEqual([
      ['resource:default/aaa', 'eks-fleet', ''],
      ['resource:default/zzz', 'foreign', 'resource:default/aaa'],
    ]);
  });

  it('sees no conflict among strangers, nor in missing ARNs', () => {
    const clusters = [foreign('a'), foreign('b'), { ...foreign('c'), arn: '' }];
    expect(resolveConflicts(clusters).map(item => item.conflictsWith)).toEqual([
      '',
      '',
      '',
    ]);
  });
});
