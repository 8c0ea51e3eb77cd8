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
  checkNamespaceSpec,
  namespaceThingKey,
  type NamespaceSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  changeNamespace,
  locateNamespace,
  namespaceFilePaths,
  parseNamespace,
  placeOfNamespace,
  removeNamespace,
  renderNamespace,
  type FleetRepository,
  type NamespaceFileContext,
  type NamespaceFolder,
  type ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  assessNamespace,
  namespaceAmounts,
  namespaceApplicationName,
  namespaceCost,
  type PreflightGround,
} from '../preflight';
import type { RequestClaims } from '../store/types';
import type { RequestRecord } from '../types';
import type { ClusterFiles, LocatedCluster } from './ClusterFiles';
import { orRequestRefusal } from './orRequestRefusal';
import type {
  CurrentThing,
  KindAsk,
  RequestKindHandler,
  RequestSighting,
  ThingFacts,
  ThingFiles,
} from './types';

/** A namespace's own folder, and its cluster's file where that can have parts of it. */
interface NamespaceWhere extends ThingFiles {
  folder: NamespaceFolder;
  cluster?: LocatedCluster;
}

/** Namespaces on clusters that are there. */
export class NamespaceKind implements RequestKindHandler {
  readonly kind = 'namespace';
  readonly operations = ['change', 'extend', 'delete'] as const;
  readonly #repositories: readonly FleetRepository[];
  readonly #clusters: ClusterFiles;
  readonly #sightings: {
    look(record: RequestRecord, since: string): Promise<RequestSighting>;
  };

  constructor(options: {
    repositories: readonly FleetRepository[];
    /** Files of clusters, which have what a namespace has in AWS. */
    clusters: ClusterFiles;
    sightings: {
      look(record: RequestRecord, since: string): Promise<RequestSighting>;
    };
  }) {
    this.#repositories = options.repositories;
    this.#clusters = options.clusters;
    this.#sightings = options.sightings;
  }

  check(value: unknown) {
    const checked = checkNamespaceSpec(value);
    return 'spec' in checked ? { spec: asJson(checked.spec) } : checked;
  }

  facts(spec: JsonObject): ThingFacts {
    const { cluster, environment, name, owner } = asSpec(spec);
    return {
      owner,
      place: { environment, cluster },
      thing: {
        kind: 'namespace',
        key: namespaceThingKey(cluster, name),
        title: `${name} on ${cluster.name}`,
      },
    };
  }

  async locate(
    spec: JsonObject,
  ): Promise<NamespaceWhere | { notLocated: string }> {
    const found = locateNamespace(
      this.#repositories,
      placeOfNamespace(asSpec(spec)),
    );
    if ('notLocated' in found) {
      return found;
    }
    const { folder } = found;
    const cluster = await this.#clusters.locate(asSpec(spec).cluster);
    const isBeside =
      'path' in cluster && cluster.repository.id === folder.repository.id;
    return {
      folder,
      repository: folder.repository,
      paths: namespaceFilePaths(folder),
      ...(isBeside && { cluster, shared: [cluster.path] }),
    };
  }

  parse(
    _spec: JsonObject,
    where: ThingFiles,
    { files, shared }: Pick<CurrentThing, 'files' | 'shared'>,
  ): Pick<CurrentThing, 'spec' | 'problems'> {
    const { problems, spec } = parseNamespace(
      files,
      this.#context(where, shared),
    );
    return {
      ...(spec && { spec: asJson(spec) }),
      problems: problems.map(({ field, message }) => `${field} ${message}.`),
    };
  }

  render(
    ask: KindAsk & { requestId: string },
    where: ThingFiles,
    current: CurrentThing | undefined,
  ): ProposedFile[] {
    const spec = asSpec(ask.spec);
    const before = ask.before && asSpec(ask.before);
    const isGoing = ask.operation === 'delete';
    const shared = current?.shared ?? [];
    const context = {
      ...this.#context(where, shared),
      requestId: ask.requestId,
    };
    return orRequestRefusal(() => [
      ...(ask.operation === 'create' || ask.operation === 'adopt' || !current
        ? renderNamespace(spec, context).map(({ path, text }) => ({
            path,
            create: text,
          }))
        : changeNamespace(
            before!,
            isGoing ? { ...before!, lifecycle: 'deleting' } : spec,
            current.files,
            context,
          )),
      ...this.#clusters.changeForNamespace(
        (where as NamespaceWhere).cluster,
        shared,
        { before, after: isGoing ? undefined : spec },
      ),
    ]);
  }

  remove(
    spec: JsonObject,
    where: ThingFiles,
    { files, shared }: CurrentThing,
  ): ProposedFile[] {
    return orRequestRefusal(() =>
      removeNamespace(asSpec(spec), files, this.#context(where, shared)),
    );
  }

  assess(ask: KindAsk, ground: PreflightGround) {
    const asked = toAsk(ask);
    const cost = namespaceCost(asked, ground);
    return { cost, verdict: assessNamespace(asked, ground, cost) };
  }

  claims(ask: KindAsk, ground: PreflightGround): RequestClaims {
    const spec = asSpec(ask.spec);
    const { key } = this.facts(ask.spec).thing;
    const cost = namespaceCost(toAsk(ask), ground);
    return {
      exclusive: [
        key,
        `argocd/${namespaceApplicationName(spec.name, spec.cluster)}`,
      ],
      reservation: {
        kind: 'namespace',
        operation: ask.operation,
        key,
        owner: spec.owner,
        amounts: namespaceAmounts(spec),
        ...(cost.unknown.length === 0 && {
          monthlyCostUsd: cost.after.maximum,
        }),
      },
    };
  }

  observe(record: RequestRecord, since: string): Promise<RequestSighting> {
    return this.#sightings.look(record, since);
  }

  #context(
    where: ThingFiles,
    shared: CurrentThing['shared'],
  ): NamespaceFileContext {
    const { cluster, folder } = where as NamespaceWhere;
    const inCluster = this.#clusters.parse(cluster, shared);
    return {
      directory: folder.directory,
      place: folder.place,
      settings: folder.settings,
      ...(inCluster && { cluster: inCluster }),
    };
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

function asSpec(spec: JsonObject): NamespaceSpec {
  return spec as unknown as NamespaceSpec;
}

/** Plain data, as the database and the API have it. */
function asJson(spec: NamespaceSpec): JsonObject {
  return JSON.parse(JSON.stringify(spec));
}
