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

import type {
  AddonCatalogue,
  AddonVersions,
  ClusterObservations,
  ObservationReader,
} from '../../collection/types';

/** What tests say was observed. */
export class FakeObservations implements ObservationReader {
  readonly byArn = new Map<string, ClusterObservations>();

  async of(arn: string): Promise<ClusterObservations> {
    return this.byArn.get(arn) ?? {};
  }

  async ofMany(arns: string[]): Promise<Map<string, ClusterObservations>> {
    return new Map(
      arns.flatMap(arn => {
        const observations = this.byArn.get(arn);
        return observations ? [[arn, observations]] : [];
      }),
    );
  }
}

/** What tests say EKS lists, by Kubernetes version. */
export class FakeAddonCatalogue implements AddonCatalogue {
  readonly asked: string[] = [];
  readonly byVersion = new Map<
    string,
    { observedAt: string; addons: AddonVersions }
  >();

  async versions(partition: string, region: string, version: string) {
    this.asked.push(`${partition}/${region}/${version}`);
    return this.byVersion.get(version);
  }
}
