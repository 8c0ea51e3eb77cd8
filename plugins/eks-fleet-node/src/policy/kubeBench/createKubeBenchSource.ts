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

import type { S3Client } from '@aws-sdk/client-s3';
import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget } from '../../aws/types';
import type { CollectedCluster } from '../../extensions/clusterCollectors';
import type { PolicySource } from '../../extensions/policySources';
import { isInScope } from '../../kubernetes/access/clusterScope';
import type { KubernetesReader } from '../../kubernetes/client/types';
import { ObservationFailure } from '../../observation/ObservationFailure';
import { giveKubeBench } from './giveKubeBench';
import { resultsOf } from './parseKubeBench';
import { readBucket } from './readBucket';
import { readConfigMaps } from './readConfigMaps';
import type { KubeBenchPlaces, KubeBenchReading } from './types';

/** It runs once a day, at most once an hour. */
const EVERY_SECONDS = 1800;
const TIMEOUT_SECONDS = 300;

/**
 * Where kube-bench's results are, and how to get there.
 *
 * @public
 */
export interface KubeBenchSourceOptions {
  places: KubeBenchPlaces;
  s3(target: AwsTarget): S3Client;
  /** Gives a way to a cluster's API while it is used, for ConfigMaps. */
  connect?<T>(
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
    use: (reader: KubernetesReader) => Promise<T>,
  ): Promise<T>;
  /** Whether there is a way to a cluster's API; to every one by default. */
  canConnect?: PolicySource['appliesTo'];
}

/**
 * The source that reads what kube-bench printed on the nodes of clusters, from
 * ConfigMaps in them or from objects in S3.
 *
 * @public
 */
export function createKubeBenchSource(
  options: KubeBenchSourceOptions,
): PolicySource {
  const { canConnect, connect, places, s3 } = options;
  const bucketOf = (cluster: CollectedCluster) =>
    places.buckets.find(({ match }) => isInScope(match, cluster));

  const read = async (
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument | undefined,
    signal: AbortSignal,
  ): Promise<KubeBenchReading> => {
    const bucket = bucketOf(cluster);
    if (bucket) {
      return readBucket(s3(bucket), bucket, cluster, signal);
    }
    const { configMaps } = places;
    if (!configMaps || !connect) {
      throw new ObservationFailure(
        'notInstalled',
        'Configuration names no place for what kube-bench finds in this cluster',
      );
    }
    if (!controlPlane) {
      throw new ObservationFailure(
        'unreachable',
        'EKS DescribeCluster has not told where the API server is',
      );
    }
    return connect(cluster, controlPlane, reader =>
      readConfigMaps(reader, configMaps, signal),
    );
  };

  return {
    kind: 'policyKubeBench',
    schedule: { everySeconds: EVERY_SECONDS, timeoutSeconds: TIMEOUT_SECONDS },
    appliesTo: (cluster, controlPlane) =>
      bucketOf(cluster) !== undefined ||
      (places.configMaps !== undefined &&
        connect !== undefined &&
        isInScope(places.configMaps.match, cluster) &&
        (canConnect?.(cluster, controlPlane) ?? true)),
    async read(cluster, sink, { controlPlane, previous, signal }) {
      const { evaluatedAt, folder, notes } = await read(
        cluster,
        controlPlane,
        signal,
      );
      const results = resultsOf(folder);
      return giveKubeBench(
        { ...results, notes: [...notes, ...results.notes] },
        sink,
        { previous, evaluatedAt },
      );
    },
  };
}
