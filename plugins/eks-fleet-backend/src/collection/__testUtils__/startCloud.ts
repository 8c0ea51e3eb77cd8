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
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  DefaultEksFleetAwsService,
  type ClusterCollector,
  type CollectedCluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  startSimulator,
  type ClusterSpec,
  type Simulator,
} from '@eks-fleet/simulator';
import { NOON } from './fleet';

const ACCOUNT = '100000000001';
const REGION = 'eu-west-1';

/** A simulated cloud with one cluster, and the SDK as the backend uses it. */
export async function startCloud(
  options: { cluster?: Partial<ClusterSpec>; limits?: 'off' } = {},
) {
  const environment = { ...process.env };
  const simulator: Simulator = await startSimulator({
    fleet: '1x1x1',
    limits: options.limits,
  });
  Object.assign(process.env, simulator.environment());
  const { model } = simulator;
  const [present] = model.clusters({ accountId: ACCOUNT, region: REGION });
  if (options.cluster) {
    model.removeCluster(ACCOUNT, REGION, present.name);
    model.addCluster(ACCOUNT, {
      name: present.name,
      region: REGION,
      version: '1.34',
      ...options.cluster,
    });
  }
  const state = () => model.findCluster(ACCOUNT, REGION, present.name)!;
  const aws = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
    }),
  );
  const cluster: CollectedCluster = {
    arn: state().arn,
    entityRef: 'resource:default/a',
    partition: 'aws',
    accountId: ACCOUNT,
    region: REGION,
    name: present.name,
    createdAt: state().createdAt.toISOString(),
    version: state().version,
  };

  return {
    simulator,
    aws,
    cluster,
    /** The cluster in the cloud. */
    state,
    /** What of it `DescribeCluster` would have said. */
    controlPlane: (more: Partial<ControlPlaneDocument> = {}) =>
      ({
        name: present.name,
        version: state().version,
        status: state().status,
        subnetIds: state().subnets.map(({ id }) => id),
        ...more,
      } as ControlPlaneDocument),
    collect<T>(
      collector: ClusterCollector<T>,
      more: {
        controlPlane?: ControlPlaneDocument;
        previous?: T;
        signal?: AbortSignal;
      } = {},
    ): Promise<T> {
      const { previous, signal, controlPlane } = more;
      return collector.collect(cluster, {
        signal: signal ?? new AbortController().signal,
        controlPlane,
        previous: previous && {
          document: previous,
          observedAt: NOON.toISOString(),
        },
        now: () => NOON,
      });
    },
    /** Runs something just before a call of that kind is sent. */
    before(operation: string, task: (input: Record<string, string>) => void) {
      aws.eks(cluster).middlewareStack.add(
        (next, context) => args => {
          if (context.commandName === `${operation}Command`) {
            task(args.input as Record<string, string>);
          }
          return next(args);
        },
        { step: 'initialize' },
      );
    },
    /** How often each operation was called, but for credentials. */
    calls(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { operation, service, count } of simulator.calls()) {
        if (service !== 'sts') {
          counts[operation] = (counts[operation] ?? 0) + count;
        }
      }
      return counts;
    },
    async stop() {
      process.env = environment;
      await simulator.stop();
    },
  };
}

export type Cloud = Awaited<ReturnType<typeof startCloud>>;
