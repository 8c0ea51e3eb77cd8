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

import { ConfigReader } from '@backstage/config';
import { locateCluster } from '../config/locateCluster';
import { readFleetRepositories } from '../config/readFleetRepositories';
import { AUTO_MODE_SMALL } from './__testUtils__/exampleSpecs';
import { locatableOf } from './locatableOf';

const REPOSITORIES = readFleetRepositories(
  new ConfigReader({
    eksFleet: {
      fleetRepositories: [
        {
          id: 'fleet',
          url: 'https://github.com/acme/fleet',
          branch: 'main',
          clusters: [
            {
              provisioner: 'ack',
              path: 'clusters/{label.env}/{partition}/{account}/{region}/{cluster}/cluster.yaml',
              settings: { namespace: '{cluster}-{account}' },
            },
          ],
        },
      ],
    },
  }),
);

function locate(changes: object, labels = { env: 'dev' }) {
  const spec = { ...AUTO_MODE_SMALL, ...changes };
  return locateCluster(REPOSITORIES, locatableOf(spec, labels));
}

describe('locatableOf', () => {
  it('gives a cluster that is asked for the path that it will have, and its settings', () => {
    expect(locate({})).toMatchObject({
      file: {
        path: 'clusters/dev/aws/111122223333/eu-west-1/checkout-dev/cluster.yaml',
        provisioner: 'ack',
        settings: { namespace: '{cluster}-{account}' },
      },
    });
  });

  it('gives clusters of one name in two accounts two files', () => {
    const paths = ['111122223333', '444455556666'].map(accountId => {
      const located = locate({ accountId });
      return 'file' in located ? located.file.path : '';
    });
    expect(new Set(paths).size).toBe(2);
  });

  it('knows the partition of a Region', () => {
    expect(locate({ region: 'cn-north-1' })).toMatchObject({
      file: { path: expect.stringContaining('/aws-cn/') },
    });
  });

  it.each(['../prod', 'a/b', '.git', 'a b'])(
    'lets no label %j out of its part',
    env => {
      expect(locate({}, { env })).toEqual({
        notLocated: expect.stringContaining('cannot be part of a path'),
      });
    },
  );
});
