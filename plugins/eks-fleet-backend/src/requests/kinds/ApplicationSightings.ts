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

import type { ApplicationSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ArgocdReader } from '../../argocd/types';
import { selectTargets, type FleetIndex } from '../preflight';
import { specOf, type RequestRecord } from '../types';
import { judgeApplications, judgeGoing } from './applicationsOnClusters';
import type { RequestSighting } from './types';

/** What Argo CD says of the applications that one entry comes to. */
export class ApplicationSightings {
  readonly #argocd: ArgocdReader;
  readonly #fleet: () => Promise<FleetIndex>;

  constructor(options: {
    argocd: ArgocdReader;
    /** Which namespaces and clusters there are now. */
    fleet: () => Promise<FleetIndex>;
  }) {
    this.#argocd = options.argocd;
    this.#fleet = options.fleet;
  }

  async look(record: RequestRecord, since: string): Promise<RequestSighting> {
    const spec = specOf(record) as unknown as ApplicationSpec;
    const [looks, fleet] = await Promise.all([
      this.#argocd.look(),
      this.#fleet(),
    ]);
    const clusters = selectTargets(spec, fleet).map(({ cluster }) => cluster);
    const wanted = { spec, clusters, since };
    const judged =
      record.asked.operation === 'delete'
        ? judgeGoing(looks, {
            ...wanted,
            // Also those whose namespace went meanwhile.
            clusters: [
              ...clusters,
              ...(record.progress.assessment.clusters ?? []),
            ],
          })
        : judgeApplications(looks, wanted);
    return { ...judged, registration: { state: 'notRead' } };
  }
}
