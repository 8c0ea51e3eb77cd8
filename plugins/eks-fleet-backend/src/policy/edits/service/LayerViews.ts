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
  PolicyLayer,
  PolicyLayers,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  mergeLayers,
  type EffectivePolicy,
  type FleetRepository,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { bothScopes } from '../../../permissions/bothScopes';
import { saysOf } from '../plan/saysOf';
import type { LayeredFleet } from './LayeredFleet';
import type { EditAsker } from './types';

/** Says where policies are switched, under the asker's scope. */
export class LayerViews {
  readonly #fleet: LayeredFleet;
  readonly #repository: FleetRepository;

  constructor(options: { fleet: LayeredFleet; repository: FleetRepository }) {
    this.#fleet = options.fleet;
    this.#repository = options.repository;
  }

  async list(
    { cluster, policy }: { policy?: string; cluster?: string },
    { editable, readable }: EditAsker,
  ): Promise<PolicyLayers> {
    const repository = this.#repository.url;
    const chart = await this.#fleet.chart();
    if (typeof chart === 'string') {
      return {
        problem: chart,
        policies: [],
        parameters: [],
        layers: [],
        repository,
      };
    }
    const { policies, schema, values } = chart;
    const known = policies.find(name => name === policy);
    const byDefault =
      known === undefined
        ? undefined
        : mergeLayers([values]).policies.find(({ name }) => name === known);
    return {
      policies,
      policy: known,
      exclude: byDefault?.exclude,
      parameters: byDefault
        ? (schema?.parametersOf(byDefault.name) ?? []).map(parameter => ({
            ...parameter,
            value: byDefault.parameters[parameter.name],
          }))
        : [],
      layers: await this.#layers(byDefault, cluster, { editable, readable }),
      repository,
    };
  }

  async #layers(
    policy: EffectivePolicy | undefined,
    cluster: string | undefined,
    { editable, readable }: Pick<EditAsker, 'editable' | 'readable'>,
  ): Promise<PolicyLayer[]> {
    const places = (await this.#fleet.places()).filter(
      ({ clusters, kind }) =>
        kind !== 'cluster' || clusters.some(({ arn }) => arn === cluster),
    );
    const arns = [
      ...new Set(places.flatMap(({ clusters }) => clusters.map(of => of.arn))),
    ];
    const [seen, allowed, texts] = await Promise.all([
      this.#fleet.within(readable, arns),
      this.#fleet.within(bothScopes(readable, editable), arns),
      this.#fleet.texts(places.map(({ path }) => path)),
    ]);
    return places.flatMap(({ clusters, ...place }) => {
      const own = clusters.filter(({ arn }) => seen.has(arn));
      return own.length === 0
        ? []
        : [
            {
              ...place,
              clusters: own.length,
              says: policy ? saysOf(texts.get(place.path), policy.name) : {},
              mayEdit: clusters.every(({ arn }) => allowed.has(arn)),
            },
          ];
    });
  }
}
