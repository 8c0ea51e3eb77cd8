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

import { ManualClock } from '../clock';
import { CloudModel } from './CloudModel';
import type { ClusterSpec } from './types';

const ACCOUNT = '111122223333';

describe('CloudModel', () => {
  const clock = new ManualClock('2026-11-23T09:00:00Z');
  const cluster: ClusterSpec = {
    name: 'one',
    region: 'eu-west-1',
    version: '1.34',
  };
  let model: CloudModel;

  beforeEach(() => {
    model = CloudModel.fromSpec(
      {
        credentials: [],
        organizations: [],
        accounts: [{ id: ACCOUNT, name: 'main', clusters: [cluster] }],
      },
      clock,
    );
  });

  it.each<[string, () => unknown]>([
    ['12 digits', () => model.addAccount({ id: '1', name: 'x' })],
    ['two accounts', () => model.addAccount({ id: ACCOUNT, name: 'x' })],
    ['no account', () => model.addCluster('222233334444', cluster)],
    ['two clusters', () => model.addCluster(ACCOUNT, cluster)],
    [
      'no name for a cluster',
      () => model.addCluster(ACCOUNT, { ...cluster, name: 'a/b' }),
    ],
    [
      'no Region of aws,',
      () => model.addCluster(ACCOUNT, { ...cluster, region: 'cn-north-1' }),
    ],
    ['no cluster', () => model.removeCluster(ACCOUNT, 'eu-west-1', 'two')],
  ])('says "%s" for what cannot be', (message, change) => {
    expect(change).toThrow(message);
  });

  it('forgets the clusters of an account that is taken out', () => {
    const { id } = model.clusters()[0];
    model.removeAccount(ACCOUNT);
    expect(model.clusters()).toEqual([]);
    expect(model.findClusterById(id)).toBeUndefined();
    expect(model.findAccount(ACCOUNT)).toBeUndefined();
  });

  it('changes a cluster without changing who it is', () => {
    const { arn, id } = model.clusters()[0];
    const changed = model.updateCluster(ACCOUNT, 'eu-west-1', 'one', {
      version: '1.35',
    });
    expect(changed).toMatchObject({ arn, id, version: '1.35' });
  });
});
