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

import { DescribeClusterCommand } from '@aws-sdk/client-eks';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  ControlPlaneDocument,
  ObservationDocuments,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  DefaultEksFleetAwsService,
  type CollectedCluster,
  type KubernetesFactKind,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type SimulatorOptions } from '@eks-fleet/simulator';
import { createKubernetes } from '../createKubernetes';

/** The collectors over a simulated cloud, the demo's by default. */
export async function startDemoCollectors(
  options: {
    simulator?: SimulatorOptions;
    kubernetes?: JsonObject;
    now?: () => Date;
  } = {},
) {
  const environment = process.env;
  const simulator = await startSimulator({
    limits: 'off',
    ...options.simulator,
  });
  process.env = { ...environment, ...simulator.environment() };
  const aws = { accountDefaults: { roleName: 'eks-fleet-reader' } };
  const service = DefaultEksFleetAwsService.fromConfig(
    new ConfigReader({ aws }),
  );
  const expirations: Array<() => void> = [];
  const shutdowns: Array<() => unknown> = [];
  const now = options.now ?? (() => new Date());
  const { collectors, policySources, ways } = createKubernetes({
    aws: service,
    config: new ConfigReader({
      eksFleet: {
        kubernetes: {
          enabled: true,
          dangerouslyAllowHosts: ['127.0.0.1'],
          ...options.kubernetes,
        },
      },
    }),
    lifecycle: { addShutdownHook: hook => shutdowns.push(hook) },
    now,
    later: task => {
      expirations.push(task);
      return () => {};
    },
  });

  const find = (name: string) => {
    const cluster = simulator.model
      .clusters()
      .find(candidate => candidate.name === name)!;
    const { accountId, arn, partition, region } = cluster;
    const collected: CollectedCluster = {
      entityRef: `resource:default/${name}`,
      accountId,
      arn,
      name,
      partition,
      region,
    };
    return { cluster, collected };
  };
  const controlPlaneOf = async (
    name: string,
  ): Promise<ControlPlaneDocument> => {
    const { collected } = find(name);
    const { cluster } = await service
      .eks(collected)
      .send(new DescribeClusterCommand({ name }));
    return {
      name,
      version: cluster!.version!,
      status: cluster!.status!,
      endpoint: cluster!.endpoint,
      certificateAuthority: cluster!.certificateAuthority?.data,
      endpointPublicAccess: cluster!.resourcesVpcConfig?.endpointPublicAccess,
      oidcIssuer: cluster!.identity?.oidc?.issuer,
      healthIssues: [],
      subnetIds: [],
      securityGroupIds: [],
      publicAccessCidrs: [],
      logTypes: [],
      autoMode: false,
      autoModeNodePools: [],
      hybridNodes: false,
    };
  };

  return {
    simulator,
    collectors,
    policySources,
    ways: ways!,
    find,
    controlPlaneOf,
    async collect<K extends KubernetesFactKind>(
      kind: K,
      name: string,
      previous?: { document: ObservationDocuments[K]; observedAt: string },
    ): Promise<ObservationDocuments[K]> {
      const collector = collectors.find(candidate => candidate.kind === kind)!;
      return (await collector.collect(find(name).collected, {
        signal: new AbortController().signal,
        controlPlane: await controlPlaneOf(name),
        previous,
        now,
      })) as ObservationDocuments[K];
    },
    /** What is shared between kinds of a cluster is shared no more. */
    expire() {
      expirations.splice(0).forEach(task => task());
    },
    calls: (operation: string) =>
      simulator
        .calls()
        .filter(call => call.operation === operation)
        .reduce((sum, call) => sum + call.count, 0),
    shutDown: () => shutdowns.forEach(hook => hook()),
    async stop() {
      shutdowns.forEach(hook => hook());
      process.env = environment;
      await simulator.stop();
    },
  };
}
