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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ObservationReader } from '../../../collection/types';
import { familyOf, NodeReleases } from '../../plan/NodeReleases';
import { isMinor } from './planHop';

/** The fleet's releases do not change by the minute. */
const KNOWN_FOR_MS = 10 * 60_000;

/** Finds the newest release of a node group's image, for files that pin one. */
export class NodeReleaseFinder {
  readonly #observations: Pick<ObservationReader, 'ofMany'>;
  readonly #arns: () => Promise<string[]>;
  #known?: { at: number; releases: Promise<NodeReleases> };

  constructor(options: {
    observations: Pick<ObservationReader, 'ofMany'>;
    /** Of all clusters. */
    arns: () => Promise<string[]>;
  }) {
    this.#observations = options.observations;
    this.#arns = options.arns;
  }

  /**
   * The newest one that is seen anywhere in the fleet, for the image of the
   * hop's node group and the version that it is to have.
   */
  async find(
    { cluster, kind, name, to }: TrackWork,
    now: Date,
  ): Promise<string | undefined> {
    if (kind !== 'nodegroup' || !isMinor(to)) {
      return undefined;
    }
    const observed = await this.#observations.ofMany(
      [cluster.arn],
      ['nodegroups'],
    );
    const nodegroup = observed
      .get(cluster.arn)
      ?.nodegroups?.document?.nodegroups.find(each => each.name === name);
    if (!nodegroup) {
      return undefined;
    }
    const releases = await this.#releases(now.getTime());
    return (
      releases.newestFor({ ...nodegroup, version: to }) ??
      // Bottlerocket's releases are of no Kubernetes version.
      (familyOf(nodegroup.amiType) === 'bottlerocket'
        ? nodegroup.releaseVersion
        : undefined)
    );
  }

  async #releases(now: number): Promise<NodeReleases> {
    if (!this.#known || now - this.#known.at > KNOWN_FOR_MS) {
      const known = { at: now, releases: this.#read() };
      known.releases.catch(() => {
        this.#known = undefined;
      });
      this.#known = known;
    }
    return this.#known.releases;
  }

  async #read(): Promise<NodeReleases> {
    const observed = await this.#observations.ofMany(await this.#arns(), [
      'nodegroups',
    ]);
    return NodeReleases.of(
      [...observed.values()].map(observations => ({ observations })),
    );
  }
}
