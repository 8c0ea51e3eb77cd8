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

import {
  DescribeAddonCommand,
  DescribeClusterCommand,
  DescribeNodegroupCommand,
  DescribeUpdateCommand,
  ListUpdatesCommand,
  type EKSClient,
  type Update,
} from '@aws-sdk/client-eks';
import { executorOf } from '../../../../__testUtils__/clients';
import { ManualClock } from '../../../../clock';
import type { CloudSettings } from '../../../../model/settings';
import type { Cluster, ClusterSpec } from '../../../../model/types';
import { startSimulator } from '../../../../server/startSimulator';
import type { Simulator } from '../../../../server/types';

const ACCOUNT = '100000000001';
const REGION = 'eu-west-1';

export const name = 'one';

/** What an update is of; of the cluster itself where nothing is named. */
export interface Part {
  nodegroupName?: string;
  addonName?: string;
}

/** One cluster, the executor's own client, and a clock that only tests move. */
export class UpgradeBench {
  clock!: ManualClock;
  simulator!: Simulator;
  eks!: EKSClient;

  async start(
    spec: Partial<ClusterSpec> = {},
    settings: Partial<CloudSettings> = {},
  ): Promise<void> {
    this.clock = new ManualClock('2026-11-23T09:00:00Z');
    this.simulator = await startSimulator({
      fleet: '1x1x0',
      limits: 'off',
      clock: this.clock,
      settings,
    });
    this.simulator.model.addCluster(ACCOUNT, {
      name,
      region: REGION,
      version: '1.33',
      createdAt: '2026-01-10T00:00:00Z',
      nodegroups: [],
      addons: [],
      updates: [],
      ...spec,
    });
    ({ eks: this.eks } = await executorOf(this.simulator, ACCOUNT));
  }

  async stop(): Promise<void> {
    await this.simulator.stop();
  }

  cluster(): Cluster {
    return this.simulator.model.findCluster(ACCOUNT, REGION, name)!;
  }

  minutes(minutes: number): void {
    this.clock.advance(minutes * 60);
  }

  days(days: number): void {
    this.minutes(days * 24 * 60);
  }

  async update(updateId: string, part: Part = {}): Promise<Update> {
    const { update } = await this.eks.send(
      new DescribeUpdateCommand({ name, updateId, ...part }),
    );
    return update!;
  }

  async updateIds(part: Part = {}): Promise<string[]> {
    const { updateIds } = await this.eks.send(
      new ListUpdatesCommand({ name, ...part }),
    );
    return updateIds!;
  }

  async describeCluster() {
    const { cluster } = await this.eks.send(
      new DescribeClusterCommand({ name }),
    );
    return cluster!;
  }

  async describeNodegroup(nodegroupName: string) {
    const { nodegroup } = await this.eks.send(
      new DescribeNodegroupCommand({ clusterName: name, nodegroupName }),
    );
    return nodegroup!;
  }

  async describeAddon(addonName: string) {
    const { addon } = await this.eks.send(
      new DescribeAddonCommand({ clusterName: name, addonName }),
    );
    return addon!;
  }
}
