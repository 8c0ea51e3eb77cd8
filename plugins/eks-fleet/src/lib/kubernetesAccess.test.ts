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

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  accessEntryCommand,
  POLICY_ROLE,
  READER_ROLE,
  reporterInstallCommand,
} from './kubernetesAccess';

const cluster = {
  arn: 'arn:aws-cn:eks:cn-north-1:111122223333:cluster/orders',
  name: 'orders',
  accountId: '111122223333',
  region: 'cn-north-1',
};

describe('what a cluster must allow', () => {
  it('is what the documentation says', () => {
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/kubernetes-access.md'),
      'utf8',
    );
    expect(page).toContain(`\`\`\`yaml\n${READER_ROLE}\`\`\``);
    expect(page).toContain(`\`\`\`yaml\n${POLICY_ROLE}\`\`\``);
  });
});

describe('accessEntryCommand', () => {
  it('names the role in the partition and account of the cluster', () => {
    expect(accessEntryCommand(cluster).replace(/ \\\n +/g, ' ')).toBe(
      'aws eks create-access-entry --region cn-north-1 --cluster-name orders ' +
        '--principal-arn arn:aws-cn:iam::111122223333:role/eks-fleet-kubernetes ' +
        '--kubernetes-groups eks-fleet-readers',
    );
  });

  it('lets no name run', () => {
    expect(accessEntryCommand({ ...cluster, name: '$(reboot)' })).toContain(
      `--cluster-name '$(reboot)'`,
    );
  });
});

describe('reporterInstallCommand', () => {
  it('names portal and cluster', () => {
    const command = reporterInstallCommand(
      cluster,
      'https://portal.example.com/api/eks-fleet',
    );
    expect(command).toContain(
      'portalUrl=https://portal.example.com/api/eks-fleet',
    );
    expect(command).toContain(`clusterArn=${cluster.arn}`);
  });
});
