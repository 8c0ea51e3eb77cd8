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

import type { PolicyResult } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import {
  EXEMPT,
  FAIL,
  NO_DUE_DATE,
  resultCode,
  RESULTS,
  severityCode,
} from '../codes';
import type { FindingSelection } from '../types';
import { findText, wordIds, type FoundText } from './findText';
import { selectPolicyIds } from './policies';
import { Reach, whereNumbers } from './reach';

/** What of a finding itself is asked, apart from its cluster, policy, severity and result. */
const OWN_KEYS = [
  'assignees',
  'dueBefore',
  'exceptions',
  'findingText',
  'fingerprints',
  'firstSeenAfter',
  'kinds',
  'modes',
  'namespaces',
  'owners',
  'resolvedAfter',
  'resources',
  'rules',
] as const;

/** A selection is of one request; what is looked up for it goes with it. */
const LOOKED_UP = new WeakMap<
  FindingSelection,
  { knex: Knex; question: Promise<FindingQuestion> }
>();

/**
 * A selection of findings with its clusters and policies looked up: both are
 * few, and findings then need no join.
 */
export class FindingQuestion {
  readonly reach: Reach;
  readonly selection: FindingSelection;
  readonly knex: Knex;
  readonly #policyIds: number[] | undefined;
  readonly #found: FoundText | undefined;
  readonly #nameIds: number[];
  readonly #ruleIds: number[];

  /** Who asks several things of one selection, as a page does, looks up once. */
  static async of(
    knex: Knex,
    selection: FindingSelection,
  ): Promise<FindingQuestion> {
    const known = LOOKED_UP.get(selection);
    if (known?.knex === knex) {
      return known.question;
    }
    const question = FindingQuestion.#lookUp(knex, selection);
    LOOKED_UP.set(selection, { knex, question });
    return question;
  }

  static async #lookUp(
    knex: Knex,
    selection: FindingSelection,
  ): Promise<FindingQuestion> {
    const { findingText, severities, ...wanted } = selection;
    const [reach, policyIds, found, nameIds, ruleIds] = await Promise.all([
      Reach.of(knex, selection),
      // A finding may be less severe than its policy.
      selectPolicyIds(knex, wanted),
      findingText ? findText(knex, findingText) : undefined,
      wordIds(knex, selection.resources ?? []),
      wordIds(knex, selection.rules ?? []),
    ]);
    return new FindingQuestion(knex, {
      selection,
      reach,
      policyIds,
      found,
      nameIds,
      ruleIds,
    });
  }

  private constructor(
    knex: Knex,
    options: {
      selection: FindingSelection;
      reach: Reach;
      policyIds: number[] | undefined;
      found: FoundText | undefined;
      nameIds: number[];
      ruleIds: number[];
    },
  ) {
    this.knex = knex;
    this.reach = options.reach;
    this.selection = options.selection;
    this.#policyIds = options.policyIds;
    this.#found = options.found;
    this.#nameIds = options.nameIds;
    this.#ruleIds = options.ruleIds;
  }

  /** Whether what was counted of clusters and policies answers it. */
  get isCounted(): boolean {
    return (
      this.selection.state === 'open' &&
      OWN_KEYS.every(key => this.selection[key] === undefined)
    );
  }

  #counts(): Knex.QueryBuilder {
    const query = this.knex('policy_counts as counts');
    this.reach.where(query, 'counts.cluster_id');
    if (this.#policyIds) {
      whereNumbers(query, 'counts.policy_id', this.#policyIds);
    }
    const { severities } = this.selection;
    if (severities) {
      whereNumbers(query, 'counts.severity', severities.map(severityCode));
    }
    return query;
  }

  /**
   * How many findings there are of each value of a column of `policy_counts`,
   * as far as clusters, policies, severities and results are asked for: an
   * upper bound of those that fit. What is not there has none.
   */
  async countBy(column: string): Promise<Map<number, number>> {
    const results = this.selection.results ?? RESULTS;
    const sum = results.map(result => `counts.${result}`).join(' + ') || '0';
    const rows: Array<{ value: number; findings: number | string }> =
      await this.#counts()
        .select(`counts.${column} as value`)
        .select(this.knex.raw(`sum(${sum}) as findings`))
        .groupBy(`counts.${column}`)
        .havingRaw(`sum(${sum}) > 0`);
    return new Map(rows.map(row => [row.value, Number(row.findings)]));
  }

  /** As {@link FindingQuestion.countBy}, of each result that is asked for. */
  async countResults(): Promise<Record<PolicyResult, number>> {
    const row = await this.#counts()
      .sum({
        fail: 'counts.fail',
        warn: 'counts.warn',
        error: 'counts.error',
        exempt: 'counts.exempt',
      })
      .first();
    const { results = RESULTS } = this.selection;
    return Object.fromEntries(
      RESULTS.map(result => [
        result,
        results.includes(result) ? Number(row?.[result] ?? 0) : 0,
      ]),
    ) as Record<PolicyResult, number>;
  }

  /** Findings that fit. */
  findings(): Knex.QueryBuilder {
    const query = this.knex('findings');
    query.whereRaw(
      this.selection.state === 'open'
        ? 'findings.resolved_at = 0'
        : 'findings.resolved_at > 0',
    );
    this.reach.where(query, 'findings.cluster_id');
    if (this.#policyIds) {
      whereNumbers(query, 'findings.policy_id', this.#policyIds);
    }
    this.#whereColumns(query);
    this.#whereTimes(query);
    this.#whereOwner(query);
    this.#whereOthers(query);
    this.#whereText(query);
    return query;
  }

  #whereColumns(query: Knex.QueryBuilder): void {
    const { kinds, namespaces, results, severities } = this.selection;
    if (severities) {
      whereNumbers(query, 'findings.severity', severities.map(severityCode));
    }
    if (results && isSome(results, RESULTS)) {
      const codes = results.map(resultCode);
      if (codes.length === RESULTS.length - 1 && !codes.includes(EXEMPT)) {
        query.whereRaw(`findings.result > ${EXEMPT}`);
      } else {
        whereNumbers(query, 'findings.result', codes);
        if (!codes.includes(FAIL)) {
          // Few findings: the index that has only them is known by this.
          query.whereRaw(`findings.result < ${FAIL}`);
        }
      }
    }
    if (namespaces) {
      query.whereIn('findings.namespace', namespaces);
    }
    if (kinds) {
      query.whereIn('findings.kind', kinds);
    }
  }

  #whereTimes(query: Knex.QueryBuilder): void {
    const { dueBefore, firstSeenAfter, resolvedAfter } = this.selection;
    if (dueBefore !== undefined) {
      query
        .where('findings.due_at', '<=', Date.parse(dueBefore))
        .whereRaw(`findings.due_at < ${NO_DUE_DATE}`);
    }
    if (firstSeenAfter !== undefined) {
      query.where('findings.first_seen', '>=', Date.parse(firstSeenAfter));
    }
    if (resolvedAfter !== undefined) {
      query.where('findings.resolved_at', '>=', Date.parse(resolvedAfter));
    }
  }

  #whereOwner(query: Knex.QueryBuilder): void {
    const { owners } = this.selection;
    if (owners) {
      const owned = this.reach.only(({ owner }) => owners.includes(owner));
      query.where(any => {
        any.whereIn(
          'findings.owner',
          owners.filter(owner => owner !== ''),
        );
        any.orWhere(byCluster => {
          byCluster.where('findings.owner', '');
          owned.where(byCluster, 'findings.cluster_id');
        });
      });
    }
  }

  #whereOthers(query: Knex.QueryBuilder): void {
    const { assignees, exceptions, fingerprints, modes, resources, rules } =
      this.selection;
    const knex = this.knex;
    if (resources) {
      whereNumbers(query, 'findings.name_id', this.#nameIds);
    }
    if (rules) {
      whereNumbers(query, 'findings.rule_id', this.#ruleIds);
    }
    if (exceptions) {
      query.whereIn(
        'findings.id',
        knex('finding_exceptions')
          .whereIn('name', exceptions)
          .select('finding_id'),
      );
    }
    if (fingerprints) {
      query.whereIn(
        'findings.id',
        knex('finding_texts').whereIn('fingerprint', fingerprints).select('id'),
      );
    }
    if (assignees) {
      query.whereIn(
        'findings.id',
        knex('policy_assignments as given')
          .join(
            'finding_texts as texts',
            'texts.fingerprint',
            'given.fingerprint',
          )
          .join('policy_feeds as feeds', on =>
            on
              .on('feeds.id', 'texts.feed_id')
              .andOn('feeds.cluster_id', 'given.cluster_id'),
          )
          .whereIn('given.assignee', assignees)
          .select('texts.id'),
      );
    }
    if (modes) {
      query.whereIn(
        ['findings.cluster_id', 'findings.policy_id'] as never,
        knex('policy_cells')
          .where('seen', 1)
          .whereIn('mode', modes)
          .select('cluster_id', 'policy_id'),
      );
    }
  }

  #whereText(query: Knex.QueryBuilder): void {
    const found = this.#found;
    if (found) {
      query.where(any => {
        whereNumbers(any, 'findings.policy_id', found.policyIds);
        if (found.words) {
          const { nameIds, namespaces, ruleIds } = found.words;
          any
            .orWhere(byName =>
              whereNumbers(byName, 'findings.name_id', nameIds),
            )
            .orWhere(byRule =>
              whereNumbers(byRule, 'findings.rule_id', ruleIds),
            )
            .orWhereIn('findings.namespace', namespaces);
        } else {
          any
            .orWhereIn('findings.name_id', found.all().select('id'))
            .orWhereIn('findings.rule_id', found.all().select('id'))
            .orWhereIn('findings.namespace', found.all().select('word'));
        }
      });
    }
  }
}

function isSome(chosen: readonly string[], of: readonly string[]): boolean {
  return new Set(chosen).size < of.length;
}
