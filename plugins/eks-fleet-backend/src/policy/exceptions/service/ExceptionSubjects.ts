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

import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  eksFleetExceptionRequestPermission,
  type ExceptionAsk,
  type ExceptionProblem,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ClusterRecord, ClusterStore } from '../../../inventory/types';
import { bothScopes } from '../../../permissions/bothScopes';
import type { VersionStore } from '../../../versions/types';
import type { PolicyStore } from '../../store/types';
import type { PolicyRecord } from '../../types';
import type { CoveredScope } from '../types';
import type { ExceptionAsker } from './types';

/** What an exception would be from, and where. */
export interface ExceptionSubject {
  policy: PolicyRecord;
  rule?: string;
  scope: CoveredScope;
  clusters: Array<{ cluster: ClusterRecord; version?: string }>;
}

/** What is asked of the store besides what is asked for. */
type Selected = {
  scope: ExceptionAsker['readable'];
  calendar: Awaited<ReturnType<VersionStore['calendar']>>;
  now: Date;
};

/** Finds what somebody asks for an exception from. */
export class ExceptionSubjects {
  readonly #policies: Pick<PolicyStore, 'findings' | 'matrix' | 'policy'>;
  readonly #clusters: Pick<ClusterStore, 'find'>;
  readonly #versions: Pick<VersionStore, 'calendar'>;

  constructor(options: {
    policies: Pick<PolicyStore, 'findings' | 'matrix' | 'policy'>;
    clusters: Pick<ClusterStore, 'find'>;
    versions: Pick<VersionStore, 'calendar'>;
  }) {
    this.#policies = options.policies;
    this.#clusters = options.clusters;
    this.#versions = options.versions;
  }

  /**
   * @throws NotFoundError for what the asker may not read, NotAllowedError for
   *   a cluster for which the asker may ask for nothing
   */
  async find(
    ask: ExceptionAsk,
    asker: ExceptionAsker,
    now: Date,
  ): Promise<ExceptionSubject | { problems: ExceptionProblem[] }> {
    const calendar = await this.#versions.calendar();
    const selected = { scope: asker.readable, calendar, now };
    const found = ask.finding
      ? await this.#ofFinding(ask.finding, ask.scope, selected)
      : await this.#ofPolicy(ask, selected);
    if ('problems' in found) {
      return found;
    }
    const { cluster, policy, rule, scope } = found;
    const [own] = await this.#clusters.find(
      bothScopes(asker.readable, asker.requestable),
      { arn: cluster.arn, limit: 1 },
      now,
    );
    if (!own) {
      throw new NotAllowedError(
        `This needs the permission ${eksFleetExceptionRequestPermission.name} on ${cluster.entityRef}`,
      );
    }
    const isWide = ask.clusters === 'environment';
    if (isWide && !cluster.environment) {
      return problem('clusters', 'The cluster is of no environment');
    }
    const clusters = await this.#clustersWith(
      policy.id,
      isWide
        ? { facet: 'environment', values: [cluster.environment] }
        : { facet: 'cluster', values: [cluster.arn] },
      {
        ...selected,
        scope: bothScopes(asker.readable, asker.requestable),
      },
    );
    return clusters.some(each => each.cluster.arn === cluster.arn)
      ? { policy, rule, scope, clusters }
      : problem('policy', 'The cluster does not have this policy');
  }

  async #ofFinding(
    fingerprint: string,
    wanted: ExceptionAsk['scope'],
    selected: Selected,
  ) {
    const { records } = await this.#policies.findings(
      {
        ...selected,
        filters: [],
        fingerprints: [fingerprint],
        state: 'open',
      },
      { order: { field: 'severity', direction: 'desc' }, limit: 1 },
    );
    const [finding] = records;
    if (!finding) {
      throw new NotFoundError(
        `No finding ${fingerprint}, or it is resolved already`,
      );
    }
    const { cluster, kind, name, namespace, policy, rule } = finding;
    const within = kind === 'Namespace' && !namespace ? name : namespace;
    const scope: CoveredScope =
      wanted === 'namespace'
        ? { kind: 'namespace', namespace: within }
        : { kind: 'resource', namespace, resource: { kind, name } };
    return { cluster, policy, rule: rule || undefined, scope };
  }

  async #ofPolicy(ask: ExceptionAsk, { scope: readable, now }: Selected) {
    const missing = (['policy', 'cluster', 'namespace'] as const).filter(
      field => !ask[field],
    );
    if (missing.length > 0) {
      return {
        problems: missing.map(field => ({
          field,
          message: 'is missing; without a finding it must be said',
        })),
      };
    }
    if (ask.scope !== 'namespace') {
      return problem(
        'scope',
        'Without a finding only a namespace can be covered',
      );
    }
    const [cluster] = await this.#clusters.find(
      readable,
      { arn: ask.cluster, limit: 1 },
      now,
    );
    const policy = await this.#policies.policy(ask.policy!);
    if (!cluster || cluster.origin !== 'eks-fleet' || !policy) {
      throw new NotFoundError(
        cluster ? `No policy ${ask.policy}` : `No cluster ${ask.cluster}`,
      );
    }
    const scope: CoveredScope = {
      kind: 'namespace',
      namespace: ask.namespace!,
    };
    return { cluster, policy, rule: undefined, scope };
  }

  async #clustersWith(
    policyId: string,
    filter: { facet: 'environment' | 'cluster'; values: string[] },
    selected: Selected,
  ): Promise<ExceptionSubject['clusters']> {
    const { cells, columns } = await this.#policies.matrix(
      { ...selected, filters: [[filter]], policyIds: [policyId] },
      'cluster',
    );
    return columns.flatMap(({ cluster, key }) => {
      const cell = cells.get(key)?.get(policyId);
      return cluster && cell ? [{ cluster, version: cell.version }] : [];
    });
  }
}

function problem(
  field: ExceptionProblem['field'],
  message: string,
): { problems: ExceptionProblem[] } {
  return { problems: [{ field, message }] };
}
