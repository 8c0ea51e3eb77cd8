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
  OBSERVATION_KINDS,
  type BillOfMaterials,
  type Cluster,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { observationAge } from '../collection/observationAge';
import type { ClusterObservations } from '../collection/types';
import { addonParts, capabilityParts } from './addonParts';
import { capacityOf } from './capacityOf';
import { computeParts } from './computeParts';
import { controlPlaneParts } from './controlPlaneParts';
import type { PartSources } from './types';

/** What a cluster is made of, from what was observed of it. */
export function makeBillOfMaterials(options: {
  cluster: Cluster;
  observations: ClusterObservations;
  /** Kinds that somebody collects here. */
  collected: ReadonlySet<string>;
  catalogue: PartSources['catalogue'];
  newestVersion: string | undefined;
  usual: PartSources['usual'];
  now: Date;
}): BillOfMaterials {
  const { cluster, collected, now, observations } = options;
  const age = (kind: string) =>
    observationAge(kind, observations[kind], now, {
      applicable: collected.has(kind),
    });
  const controlPlane = observations.controlPlane?.document;
  const sources: PartSources = {
    version: controlPlane?.version ?? cluster.version,
    newestVersion: options.newestVersion,
    observations,
    age,
    catalogue: options.catalogue,
    usual: options.usual,
  };
  return {
    cluster,
    controlPlane: controlPlane && {
      ...controlPlane,
      certificateAuthority: undefined,
      // Shown only where they differ from what Git says.
      tags: undefined,
    },
    parts: [
      ...controlPlaneParts(sources),
      ...computeParts(sources),
      ...addonParts(sources),
      ...capabilityParts(sources),
    ],
    nodegroups: observations.nodegroups?.document?.nodegroups,
    insights: observations.insights?.document?.insights,
    subnets: observations.subnets?.document?.subnets,
    capacity: capacityOf(observations),
    observations: [
      ...OBSERVATION_KINDS,
      ...Object.keys(observations).filter(
        kind => !(OBSERVATION_KINDS as readonly string[]).includes(kind),
      ),
    ].map(age),
  };
}
