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

import type { ObservationDocuments } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AssessmentInput, Finding } from '../types';
import { nodePoolsOf, type NodePool } from './nodePools';
import { hopsBetween, minorOf } from './versions';

/** What the rules read: the input, and what follows from it at once. */
export interface AssessmentContext extends AssessmentInput {
  /** The control plane's minor version; `undefined` where nobody knows it. */
  current?: string;
  hops: string[];
  documents: Partial<ObservationDocuments>;
  pools: NodePool[];
}

/** Each family of rules is one of these. */
export type Rule = (context: AssessmentContext) => Finding[];

export function createContext(input: AssessmentInput): AssessmentContext {
  const documents: Partial<ObservationDocuments> = {};
  for (const [kind, observation] of Object.entries(input.observations)) {
    if (observation?.document !== undefined) {
      Object.assign(documents, { [kind]: observation.document });
    }
  }
  const current = currentVersion(input);
  return {
    ...input,
    current,
    hops: hopsBetween(current ?? '', input.target),
    documents,
    pools: nodePoolsOf(documents),
  };
}

/**
 * The control plane's minor version; `DescribeCluster` is younger than what
 * the catalog makes of it.
 */
export function currentVersion({
  cluster,
  observations,
}: Pick<AssessmentInput, 'cluster' | 'observations'>): string | undefined {
  return (
    minorOf(observations.controlPlane?.document?.version) ??
    minorOf(cluster.version)
  );
}

/** Whether a version lies on the way. */
export function isHop(
  { hops }: Pick<AssessmentContext, 'hops'>,
  version: string | undefined,
): boolean {
  const minor = minorOf(version);
  return minor !== undefined && hops.includes(minor);
}
