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

import type { JsonObject } from '@backstage/types';
import {
  clusterThingKey,
  type ClusterSpec,
  type RequestAsk,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ProposedFile } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ClusterAdoption } from '../adoption/ClusterAdoption';
import {
  assessCluster,
  clusterAmounts,
  clusterCost,
  type PreflightGround,
} from '../preflight';
import type { RequestClaims } from '../store/types';
import { RequestRefusal, type RequestRecord } from '../types';
import {
  contextOf,
  type ClusterFiles,
  type LocatedCluster,
} from './ClusterFiles';
import { orRequestRefusal } from './orRequestRefusal';
import { checkAskedCluster, chooseCidr } from './poolCidr';
import type {
  CurrentThing,
  KindAsk,
  RequestKindHandler,
  RequestSighting,
  ThingFacts,
  ThingFiles,
} from './types';

interface ClusterWhere extends ThingFiles {
  cluster: LocatedCluster;
}

/** Clusters, by what provisions them. */
export class ClusterKind implements RequestKindHandler {
  readonly kind = 'cluster';
  readonly operations = ['change', 'extend', 'delete'] as const;
  readonly #files: ClusterFiles;
  readonly #adoption: Pick<ClusterAdoption, 'complete'>;
  readonly #sightings: {
    look(record: RequestRecord, since: string): Promise<RequestSighting>;
  };

  constructor(options: {
    files: ClusterFiles;
    adoption: Pick<ClusterAdoption, 'complete'>;
    sightings: {
      look(record: RequestRecord, since: string): Promise<RequestSighting>;
    };
  }) {
    this.#files = options.files;
    this.#adoption = options.adoption;
    this.#sightings = options.sightings;
  }

  check(value: unknown) {
    const checked = checkAskedCluster(value);
    return 'spec' in checked ? { spec: asJson(checked.spec) } : checked;
  }

  adopted(given: RequestAsk): Promise<JsonObject> {
    return this.#adoption.complete(given);
  }

  settle(ask: KindAsk, ground: PreflightGround): KindAsk {
    const spec = chooseCidr(asSpec(ask.spec), ask.requestId, ground);
    return { ...ask, spec: asJson(spec) };
  }

  facts(spec: JsonObject): ThingFacts {
    const { accountId, environment, name, owner, region } = asSpec(spec);
    const cluster = { accountId, region, name };
    return {
      owner,
      place: { environment, cluster },
      thing: {
        kind: 'cluster',
        key: clusterThingKey(cluster),
        title: `${name} in ${region}`,
      },
    };
  }

  async locate(
    spec: JsonObject,
  ): Promise<ClusterWhere | { notLocated: string }> {
    const { environment, ...thing } = asSpec(spec);
    const cluster = await this.#files.locate(thing, { environment });
    return 'notLocated' in cluster
      ? cluster
      : {
          cluster,
          repository: cluster.repository,
          paths: [cluster.path],
        };
  }

  parse(
    _spec: JsonObject,
    where: ThingFiles,
    { files }: Pick<CurrentThing, 'files'>,
  ): Pick<CurrentThing, 'spec' | 'problems'> {
    const { cluster } = where as ClusterWhere;
    const { problems, spec } = cluster.writes.parse!(files, contextOf(cluster));
    return {
      ...(spec && { spec: asJson(spec) }),
      problems: problems.map(({ field, message }) => `${field} ${message}.`),
    };
  }

  render(
    { before, operation, spec }: KindAsk,
    where: ThingFiles,
    current: CurrentThing | undefined,
  ): ProposedFile[] {
    const { cluster } = where as ClusterWhere;
    const context = contextOf(cluster);
    return orRequestRefusal(() => {
      if (operation === 'create' || operation === 'adopt' || !current) {
        return cluster.writes.render!(asSpec(spec), context).map(
          ({ path, text }) => ({ path, create: text }),
        );
      }
      const was = asSpec(before!);
      const wanted: ClusterSpec =
        operation === 'delete'
          ? { ...was, lifecycle: 'deleting', deletionProtection: false }
          : asSpec(spec);
      return cluster.writes.change!(was, wanted, current.files, context);
    });
  }

  remove(
    spec: JsonObject,
    _where: ThingFiles,
    { files }: CurrentThing,
  ): ProposedFile[] {
    if (asSpec(spec).lifecycle !== 'deleting') {
      throw new RequestRefusal([
        {
          field: 'spec.lifecycle',
          message:
            'must be deleting in Git before files go; absence deletes nothing',
        },
      ]);
    }
    return files.map(({ path }) => ({ path, remove: true as const }));
  }

  assess(ask: KindAsk, ground: PreflightGround, where?: ThingFiles) {
    const { cluster } = (where as ClusterWhere | undefined) ?? {};
    const boundary = cluster?.settings?.permissionsBoundary;
    const asked = { ...toAsk(ask), ...(boundary && { boundary }) };
    const cost = clusterCost(asked, ground);
    return { cost, verdict: assessCluster(asked, ground, cost) };
  }

  claims(ask: KindAsk, ground: PreflightGround): RequestClaims {
    const spec = asSpec(ask.spec);
    const { key } = this.facts(ask.spec).thing;
    const cost = clusterCost(toAsk(ask), ground);
    const vpcCidr =
      'vpcCidr' in spec.network ? spec.network.vpcCidr : undefined;
    return {
      exclusive: [
        key,
        ...(vpcCidr && ask.operation === 'create' ? [`cidr/${vpcCidr}`] : []),
      ],
      reservation: {
        kind: 'cluster',
        operation: ask.operation,
        key,
        owner: spec.owner,
        amounts: clusterAmounts(spec, ground.config).amounts,
        ...(cost.unknown.length === 0 && {
          monthlyCostUsd: cost.after.maximum,
        }),
        ...(vpcCidr && { vpcCidr }),
      },
    };
  }

  observe(record: RequestRecord, since: string): Promise<RequestSighting> {
    return this.#sightings.look(record, since);
  }
}

function toAsk({ before, operation, requestId, spec }: KindAsk) {
  return {
    operation,
    spec: asSpec(spec),
    ...(before && { base: asSpec(before) }),
    ...(requestId && { requestId }),
  };
}

function asSpec(spec: JsonObject): ClusterSpec {
  return spec as unknown as ClusterSpec;
}

/** Plain data, as the database and the API have it. */
function asJson(spec: ClusterSpec): JsonObject {
  return JSON.parse(JSON.stringify(spec));
}
