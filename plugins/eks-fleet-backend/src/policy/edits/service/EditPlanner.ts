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

import { createHash } from 'node:crypto';
import { NotAllowedError } from '@backstage/errors';
import {
  eksFleetPolicyEditPermission,
  type PolicyEditAsk,
  type PolicyEditProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  GitFailure,
  policyLayerPaths,
  type EksFleetGitService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { bothScopes } from '../../../permissions/bothScopes';
import { canonicalJson } from '../../../rollouts/plan/canonicalJson';
import type { FleetCluster } from '../../expected/layeredClusters';
import type { PolicyLayersConfig } from '../../readPolicyConfig';
import type { LayerPlace } from '../plan/placesOf';
import { planPolicyEdit } from '../plan/planPolicyEdit';
import type { LayeredFleet, ReadChart } from './LayeredFleet';
import type { EditAsker, EditDraft } from './types';

type Place = LayerPlace<FleetCluster>;

/** Says what an edit would be, held against Git as it is now. */
export class EditPlanner {
  readonly #fleet: LayeredFleet;
  readonly #git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  readonly #config: PolicyLayersConfig;

  constructor(options: {
    fleet: LayeredFleet;
    git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
    config: PolicyLayersConfig;
  }) {
    this.#fleet = options.fleet;
    this.#git = options.git;
    this.#config = options.config;
  }

  /** @throws NotAllowedError where the layers reach a cluster that the asker may not edit */
  async plan(ask: PolicyEditAsk, asker: EditAsker): Promise<EditDraft> {
    const chart = await this.#fleet.chart();
    if (typeof chart === 'string') {
      return refused({ field: 'policy', message: chart });
    }
    if (!chart.policies.includes(ask.policy)) {
      return refused({
        field: 'policy',
        message: `is none of the chart; there are ${chart.policies.join(', ')}`,
      });
    }
    const found = await this.#targets(ask, asker);
    if ('field' in found) {
      return refused(found);
    }
    const reached = await this.#demand(found, asker);
    try {
      return await this.#hold(ask, found, reached, chart, asker);
    } catch (error) {
      if (error instanceof GitFailure) {
        return refused({
          field: 'layer',
          message: `The repository cannot be read now: ${error.message}`,
        });
      }
      throw error;
    }
  }

  async #hold(
    { change, policy }: PolicyEditAsk,
    targets: Place[],
    clusters: FleetCluster[],
    chart: ReadChart,
    { userRef }: EditAsker,
  ): Promise<EditDraft> {
    const { paths: templates, repository: id } = this.#config;
    const { branch } = this.#git.repositories.find(of => of.id === id)!;
    const repository = this.#git.repository(id, userRef);
    const head = (await repository.readBranch(branch))?.sha;
    if (head === undefined) {
      return refused({
        field: 'layer',
        message: `There is no branch ${branch}`,
      });
    }
    const reached = clusters.map(cluster => ({
      arn: cluster.arn,
      paths: policyLayerPaths(cluster, templates),
    }));
    const known = await this.#fleet.texts([
      ...new Set(reached.flatMap(({ paths }) => paths)),
    ]);
    const texts = new Map(
      [...known].map(([path, { text }]): [string, string | undefined] => [
        path,
        text,
      ]),
    );
    // What is edited is read at this moment, whatever was read before.
    for (const { path } of targets) {
      texts.set(path, (await repository.readFile(path, head))?.text);
    }
    const plan = planPolicyEdit(policy, change, {
      clusters: reached,
      texts,
      schema: chart.schema,
      edited: targets.map(({ path }) => path),
    });
    const isBehind = [...known.values()].some(layer => layer.head !== head);
    return {
      ...plan,
      clusters,
      baseCommit: head,
      notes: [
        ...(chart.problem
          ? [`Values cannot be checked by the chart's schema: ${chart.problem}`]
          : []),
        ...(isBehind
          ? [
              'Git has moved on since the other layers were read; what they say is of a moment before',
            ]
          : []),
      ],
      contentHash:
        plan.problems.length > 0
          ? undefined
          : createHash('sha256')
              .update(
                canonicalJson({
                  policy,
                  change,
                  files: plan.files,
                  diff: plan.diff,
                  effects: Object.fromEntries(plan.effects),
                }),
              )
              .digest('hex'),
    };
  }

  /** Layers that somebody means; what that person may not read is not there. */
  async #targets(
    { clusters, layer }: PolicyEditAsk,
    { readable }: EditAsker,
  ): Promise<Place[] | PolicyEditProblem> {
    if ((layer === undefined) === (clusters === undefined)) {
      return {
        field: 'layer',
        message: 'either a layer or clusters must be named',
      };
    }
    const places = await this.#fleet.places();
    if (layer !== undefined) {
      const place = places.find(({ path }) => path === layer);
      const seen = await this.#fleet.within(
        readable,
        place?.clusters.map(({ arn }) => arn) ?? [],
      );
      return place && seen.size > 0
        ? [place]
        : {
            field: 'layer',
            message: `${JSON.stringify(
              layer,
            )} is no layer of a cluster that you may read`,
          };
    }
    const arns = [...new Set(clusters)];
    const seen = await this.#fleet.within(readable, arns);
    const own = arns.map(arn =>
      places.findLast(
        ({ clusters: of, kind }) =>
          kind === 'cluster' && of.some(each => each.arn === arn),
      ),
    );
    const missing = arns.find((arn, index) => !seen.has(arn) || !own[index]);
    if (arns.length === 0 || missing !== undefined) {
      return {
        field: 'clusters',
        message:
          missing === undefined
            ? 'must name at least one'
            : `${JSON.stringify(
                missing,
              )} is no cluster with a layer of its own that you may read`,
      };
    }
    return [...new Set(own as Place[])];
  }

  /** @throws NotAllowedError */
  async #demand(
    targets: Place[],
    { editable, readable }: EditAsker,
  ): Promise<FleetCluster[]> {
    const reached = new Map(
      targets.flatMap(({ clusters }) => clusters).map(each => [each.arn, each]),
    );
    const allowed = await this.#fleet.within(bothScopes(readable, editable), [
      ...reached.keys(),
    ]);
    if (allowed.size < reached.size) {
      throw new NotAllowedError(
        `This needs the permission ${eksFleetPolicyEditPermission.name} on each cluster that the layer reaches`,
      );
    }
    return [...reached.values()];
  }
}

function refused(problem: PolicyEditProblem): EditDraft {
  return {
    problems: [problem],
    notes: [],
    clusters: [],
    effects: new Map(),
    files: [],
    diff: '',
  };
}
