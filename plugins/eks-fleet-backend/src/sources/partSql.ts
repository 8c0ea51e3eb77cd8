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

import type { Knex } from 'knex';

/** A kind is of the Kubernetes API or of policies by its name; all others are asked of AWS. */
export const SOURCE_KIND = `case
  when substr(observations.kind, 1, 6) = 'policy' then 'policy'
  when substr(observations.kind, 1, 10) <> 'kubernetes' then 'eks'
  when observations.source = 'reporter' then 'reporter'
  else 'kubernetes' end`;

/** Another name for each column of an observation that is not a control plane. */
const COLUMNS = {
  source_kind: SOURCE_KIND,
  kind: 'observations.kind',
  pushed: `case when observations.source = 'reporter' then 1 else 0 end`,
  error_code: 'observations.error_code',
  error_message: 'observations.error_message',
  error_since: 'observations.error_since',
  observed_at: 'observations.observed_at',
  fresh_until: 'observations.fresh_until',
  attempted_at: 'observations.attempted_at',
  next_at: 'observations.next_at',
};

/**
 * A control plane comes by its target: what keeps the target from being read
 * keeps the control plane from being read, and it is tried with the target.
 */
export const CONTROL_PLANE_COLUMNS = {
  source_kind: `'eks'`,
  kind: `'controlPlane'`,
  pushed: '0',
  error_code: ownOrTargets('error_code'),
  error_message: ownOrTargets('error_message'),
  error_since: ownOrTargets('error_since'),
  observed_at: `coalesce(observations.observed_at, '')`,
  fresh_until: `coalesce(observations.fresh_until, '')`,
  attempted_at: `case
    when coalesce(observations.error_code, '') = '' and coalesce(targets.error_code, '') <> ''
    then targets.last_attempt_at
    else coalesce(observations.attempted_at, '') end`,
  next_at: `coalesce(targets.next_attempt_at, '')`,
};

/** Clusters, each with what is known of its control plane, if anything. */
export function fromControlPlanes(knex: Knex): Knex.QueryBuilder {
  return knex('clusters')
    .leftJoin('observations', on =>
      on
        .on('observations.arn', 'clusters.arn')
        .andOnVal('observations.kind', 'controlPlane'),
    )
    .leftJoin('targets', on =>
      on
        .on('targets.provider', 'clusters.provider')
        .andOn('targets.account_id', 'clusters.account_id')
        .andOn('targets.region', 'clusters.region'),
    );
}

/**
 * All that is observed of these clusters, a row for each kind. A cluster has a
 * control plane also where nothing was ever said of it.
 */
export function selectParts(
  knex: Knex,
  entityRefs: string[],
): Knex.QueryBuilder {
  const select = (query: Knex.QueryBuilder, columns: object) =>
    query
      .whereIn('clusters.entity_ref', entityRefs)
      .select('clusters.entity_ref')
      .select(
        Object.entries(columns).map(([name, sql]) =>
          knex.raw(`${sql} as ${name}`),
        ),
      );
  const others = knex('clusters')
    .join('observations', 'observations.arn', 'clusters.arn')
    .whereNot('observations.kind', 'controlPlane');
  return select(fromControlPlanes(knex), CONTROL_PLANE_COLUMNS).unionAll(
    select(others, COLUMNS),
  );
}

function ownOrTargets(column: string): string {
  return `coalesce(nullif(observations.${column}, ''), targets.${column}, '')`;
}
