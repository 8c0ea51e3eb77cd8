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
  checkApplicationSpec,
  type ApplicationSpec,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  changeApplication,
  locateApplication,
  parseApplication,
  placeOfApplication,
  removeApplication,
  renderApplication,
  type ApplicationFile,
  type ApplicationFileContext,
  type FleetRepository,
  type ProposedFile,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  applicationKey,
  applicationName,
  assessApplication,
  selectTargets,
  type PreflightGround,
} from '../preflight';
import type { RequestClaims } from '../store/types';
import type { RequestRecord } from '../types';
import { orRequestRefusal } from './orRequestRefusal';
import type {
  CurrentThing,
  KindAsk,
  RequestKindHandler,
  RequestSighting,
  ThingFacts,
  ThingFiles,
} from './types';

/** The one file of an application in one environment. */
interface ApplicationWhere extends ThingFiles {
  file: ApplicationFile;
}

/** Applications of teams, each in all of one environment. */
export class ApplicationKind implements RequestKindHandler {
  readonly kind = 'application';
  readonly operations = ['change', 'delete'] as const;
  readonly #repositories: readonly FleetRepository[];
  readonly #sightings: {
    look(record: RequestRecord, since: string): Promise<RequestSighting>;
  };

  constructor(options: {
    repositories: readonly FleetRepository[];
    sightings: {
      look(record: RequestRecord, since: string): Promise<RequestSighting>;
    };
  }) {
    this.#repositories = options.repositories;
    this.#sightings = options.sightings;
  }

  check(value: unknown) {
    const checked = checkApplicationSpec(value);
    return 'spec' in checked ? { spec: asJson(checked.spec) } : checked;
  }

  facts(spec: JsonObject): ThingFacts {
    const { environment, name, owner } = asSpec(spec);
    return {
      owner,
      place: { environment },
      thing: {
        kind: 'application',
        key: applicationKey(asSpec(spec)),
        title: `${name} in ${environment}`,
      },
    };
  }

  async locate(
    spec: JsonObject,
  ): Promise<ApplicationWhere | { notLocated: string }> {
    const found = locateApplication(
      this.#repositories,
      placeOfApplication(asSpec(spec)),
    );
    return 'notLocated' in found
      ? found
      : {
          file: found.file,
          repository: found.file.repository,
          paths: [found.file.path],
        };
  }

  parse(
    _spec: JsonObject,
    where: ThingFiles,
    { files }: Pick<CurrentThing, 'files'>,
  ): Pick<CurrentThing, 'spec' | 'problems'> {
    const { problems, spec } = parseApplication(files, contextOf(where));
    return {
      ...(spec && { spec: asJson(spec) }),
      problems: problems.map(({ field, message }) => `${field} ${message}.`),
    };
  }

  render(
    { before, operation, requestId, spec }: KindAsk & { requestId: string },
    where: ThingFiles,
    current: CurrentThing | undefined,
  ): ProposedFile[] {
    const context = { ...contextOf(where), requestId };
    return orRequestRefusal(() =>
      operation === 'create' || !current
        ? renderApplication(asSpec(spec), context).map(({ path, text }) => ({
            path,
            create: text,
          }))
        : changeApplication(
            asSpec(before!),
            operation === 'delete'
              ? { ...asSpec(before!), lifecycle: 'deleting' }
              : asSpec(spec),
            current.files,
            context,
          ),
    );
  }

  remove(
    spec: JsonObject,
    where: ThingFiles,
    { files }: CurrentThing,
  ): ProposedFile[] {
    return orRequestRefusal(() =>
      removeApplication(asSpec(spec), files, contextOf(where)),
    );
  }

  assess(ask: KindAsk, ground: PreflightGround) {
    return {
      verdict: assessApplication(toAsk(ask), ground),
      clusters: clustersOf(ask.spec, ground),
    };
  }

  claims(ask: KindAsk, ground: PreflightGround): RequestClaims {
    const { owner } = asSpec(ask.spec);
    const { key } = this.facts(ask.spec).thing;
    const names = clustersOf(ask.spec, ground).map(cluster =>
      applicationName(asSpec(ask.spec), cluster),
    );
    return {
      exclusive: [key, ...names.map(name => `argocd/${name}`)],
      reservation: {
        kind: 'application',
        operation: ask.operation,
        key,
        owner,
        // It takes what its namespaces have already.
        amounts: { vcpu: 0, memoryGib: 0, storageGib: 0 },
        monthlyCostUsd: 0,
      },
    };
  }

  observe(record: RequestRecord, since: string): Promise<RequestSighting> {
    return this.#sightings.look(record, since);
  }
}

function contextOf(where: ThingFiles): ApplicationFileContext {
  const { path, place } = (where as ApplicationWhere).file;
  return { path, place };
}

function clustersOf(spec: JsonObject, { fleet }: PreflightGround) {
  return selectTargets(asSpec(spec), fleet).map(({ cluster }) => cluster);
}

function toAsk({ before, operation, requestId, spec }: KindAsk) {
  return {
    operation,
    spec: asSpec(spec),
    ...(before && { base: asSpec(before) }),
    ...(requestId && { requestId }),
  };
}

function asSpec(spec: JsonObject): ApplicationSpec {
  return spec as unknown as ApplicationSpec;
}

/** Plain data, as the database and the API have it. */
function asJson(spec: ApplicationSpec): JsonObject {
  return JSON.parse(JSON.stringify(spec));
}
