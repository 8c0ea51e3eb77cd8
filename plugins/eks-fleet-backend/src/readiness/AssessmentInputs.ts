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

import type { AddonCatalogue, ObservationReader } from '../collection/types';
import type { SupportCalendar } from '../versions/SupportCalendar';
import type { VersionStore } from '../versions/types';
import { currentVersion } from './assess/context';
import { hopsBetween } from './assess/versions';
import type { ReadinessConfig } from './readReadinessConfig';
import type { WaiverStore } from './store/types';
import { targetsOf } from './targets';
import type { UpgradeSafetyReader } from './upgradeSafety';
import type { AssessmentInput, ClusterFacts, ListedAddons } from './types';

/** What assessments that are made together share. */
export interface Round {
  now: Date;
  calendar: SupportCalendar;
  addons: Map<string, Promise<ListedAddons | undefined>>;
}

/** What is known of one cluster, whatever its target. */
export type KnownCluster = Pick<
  AssessmentInput,
  'cluster' | 'observations' | 'upgradeSafety' | 'waivers'
>;

/** Gathers what verdicts depend on from those who keep it. */
export class AssessmentInputs {
  readonly #observations: ObservationReader;
  readonly #catalogue: AddonCatalogue;
  readonly #versions: VersionStore;
  readonly #waivers: WaiverStore;
  readonly #policies?: UpgradeSafetyReader;
  readonly #config: ReadinessConfig;

  constructor(options: {
    observations: ObservationReader;
    addons: AddonCatalogue;
    versions: VersionStore;
    waivers: WaiverStore;
    /** Left out where policies are switched off. */
    policies?: UpgradeSafetyReader;
    config: ReadinessConfig;
  }) {
    this.#observations = options.observations;
    this.#catalogue = options.addons;
    this.#versions = options.versions;
    this.#waivers = options.waivers;
    this.#policies = options.policies;
    this.#config = options.config;
  }

  get settings() {
    return this.#config.settings;
  }

  async begin(now: Date): Promise<Round> {
    const calendar = await this.#versions.calendar();
    return { now, calendar, addons: new Map() };
  }

  async gather(clusters: ClusterFacts[], now: Date): Promise<KnownCluster[]> {
    const observations = await this.#observations.ofMany(
      clusters.map(({ arn }) => arn),
    );
    const waivers = await this.#waivers.active(clusters, now);
    const policies = await this.#policies?.ofMany(clusters);
    return clusters.map(cluster => ({
      cluster,
      observations: observations.get(cluster.arn) ?? {},
      upgradeSafety: policies?.get(cluster.arn),
      waivers: waivers.get(cluster.arn) ?? [],
    }));
  }

  /** The versions that a cluster can be moved to, the oldest first. */
  targets(known: KnownCluster, { calendar, now }: Round): string[] {
    return targetsOf(
      calendar.versions(known.cluster.partition),
      currentVersion(known),
      now,
    );
  }

  async forTarget(
    known: KnownCluster,
    target: string,
    round: Round,
  ): Promise<AssessmentInput> {
    const { cluster } = known;
    const current = currentVersion(known);
    const addonVersions = new Map<string, ListedAddons>();
    for (const version of [
      ...(current ? [current] : []),
      ...hopsBetween(current ?? '', target),
    ]) {
      const listed = await this.#listed(cluster, version, round);
      if (listed) {
        addonVersions.set(version, listed);
      }
    }
    return {
      ...known,
      ...this.#config,
      target,
      versions: round.calendar.versions(cluster.partition),
      addonVersions,
      now: round.now,
    };
  }

  #listed(
    { partition, region }: ClusterFacts,
    version: string,
    { addons }: Round,
  ): Promise<ListedAddons | undefined> {
    const key = `${partition}/${region}/${version}`;
    const listed =
      addons.get(key) ?? this.#catalogue.versions(partition, region, version);
    addons.set(key, listed);
    return listed;
  }
}
