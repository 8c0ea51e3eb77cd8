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

/**
 * The parts of an EKS cluster's ARN.
 *
 * @public
 */
export interface ClusterArn {
  partition: string;
  region: string;
  accountId: string;
  clusterName: string;
}

const CLUSTER_ARN =
  /^arn:(aws[a-z-]*):eks:([a-z0-9-]+):(\d{12}):cluster\/([0-9A-Za-z][A-Za-z0-9_-]{0,99})$/;

/**
 * Takes the ARN of an EKS cluster apart; `undefined` for anything else.
 *
 * @public
 */
export function parseClusterArn(arn: string): ClusterArn | undefined {
  const match = CLUSTER_ARN.exec(arn);
  if (!match) {
    return undefined;
  }
  const [, partition, region, accountId, clusterName] = match;
  return { partition, region, accountId, clusterName };
}

/**
 * The ARN of an EKS cluster.
 *
 * @public
 */
export function formatClusterArn(parts: ClusterArn): string {
  const { partition, region, accountId, clusterName } = parts;
  return `arn:${partition}:eks:${region}:${accountId}:cluster/${clusterName}`;
}
