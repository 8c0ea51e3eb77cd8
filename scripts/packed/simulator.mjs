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

import { join } from 'node:path';
import { EKSClient, paginateListClusters } from '@aws-sdk/client-eks';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import { start, until } from './processes.mjs';

/** The demo fleet in a process of its own, and what AWS itself tells of it. */
export async function startSimulator(root) {
  const simulator = start(
    process.execPath,
    [
      join(root, 'packages/simulator/bin/simulator.js'),
      ...['--fleet', 'demo', '--port', '0', '--kubernetes-port', '0'],
    ],
    { cwd: root },
  );
  const environment = await until('the simulator', 60, () => {
    if (simulator.child.exitCode !== null) {
      throw new Error(`The simulator stopped:\n${simulator.said()}`);
    }
    const lines = [...simulator.said().matchAll(/^export (\w+)=(.*)\n/gm)];
    const exported = Object.fromEntries(lines.map(line => line.slice(1)));
    return exported.AWS_DEFAULT_REGION && exported;
  });
  return {
    environment,
    async clusterNames({ account, region, roleName }) {
      const names = [];
      const client = new EKSClient({
        region,
        endpoint: environment.AWS_ENDPOINT_URL_EKS,
        credentials: fromTemporaryCredentials({
          params: { RoleArn: `arn:aws:iam::${account}:role/${roleName}` },
          masterCredentials: {
            accessKeyId: environment.AWS_ACCESS_KEY_ID,
            secretAccessKey: environment.AWS_SECRET_ACCESS_KEY,
          },
          clientConfig: {
            region,
            endpoint: environment.AWS_ENDPOINT_URL_STS,
          },
        }),
      });
      for await (const page of paginateListClusters({ client }, {})) {
        names.push(...page.clusters);
      }
      return names;
    },
  };
}
