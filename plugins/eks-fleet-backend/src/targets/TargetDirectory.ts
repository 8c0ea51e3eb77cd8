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

import { NotFoundError } from '@backstage/errors';
import {
  formatClusterArn,
  type Target,
  type TargetList,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { known } from '../database/text';
import { hideOtherAccounts } from '../inventory/hideOtherAccounts';
import type { ClusterScope, ClusterStore, TargetKey } from '../inventory/types';
import { SupportCalendar } from '../versions/SupportCalendar';
import { targetState } from './targetState';
import type { TargetRecord, TargetStore } from './types';

/**
 * Targets as their readers may see them. Who may read all clusters sees all of
 * it; who may read some sees the targets of those clusters' accounts, and in
 * them only what is about those clusters.
 */
export class TargetDirectory {
  readonly #targets: TargetStore;
  readonly #clusters: ClusterStore;

  constructor(options: { targets: TargetStore; clusters: ClusterStore }) {
    this.#targets = options.targets;
    this.#clusters = options.clusters;
  }

  /** Ordered by account and Region. */
  async visible(scope: ClusterScope): Promise<Target[]> {
    const now = new Date();
    if (scope === 'none') {
      return [];
    }
    const targets = await this.#targets.list();
    if (scope === 'all') {
      return targets.map(target => presentTarget(target, now));
    }
    const counts = await this.#clusters.countByTarget(scope);
    const clusters = new Map(counts.map(item => [keyOf(item), item.clusters]));
    const accounts = new Set(counts.map(item => item.accountId));
    const shown = targets.filter(
      target =>
        accounts.has(target.accountId) && target.region !== 'organization',
    );
    const readable = await this.#readableArns(scope, shown, now);
    return shown.map(target => {
      const hide = (text: string) => hideOtherAccounts(text, scope, accounts);
      return presentTarget(
        {
          ...target,
          roleArn: hide(target.roleArn),
          callerArn: hide(target.callerArn),
          errorMessage: hide(target.errorMessage),
          clusterCount: clusters.get(keyOf(target)) ?? 0,
          rejects: [],
          unreadable: target.unreadable
            .filter(({ name }) => readable.has(arnOf(target, name)))
            .map(item => ({ ...item, reason: hide(item.reason) })),
          heldRemovals: target.heldRemovals.filter(({ arn }) =>
            readable.has(arn),
          ),
        },
        now,
      );
    });
  }

  async list(scope: ClusterScope): Promise<TargetList> {
    const items = await this.visible(scope);
    if (scope !== 'all') {
      return { items, conflicts: [], foreignClusters: 0 };
    }
    const conflicts = await this.#clusters.conflicts();
    return {
      items,
      conflicts: conflicts.map(cluster => ({
        entityRef: cluster.entityRef,
        conflictsWith: cluster.conflictsWith,
        arn: cluster.arn,
        location: cluster.location,
      })),
      foreignClusters: await this.#clusters.count({
        scope,
        filters: [[{ facet: 'origin', values: ['foreign'] }]],
        calendar: new SupportCalendar(),
        now: new Date(),
      }),
    };
  }

  /**
   * The targets to scan for a request.
   *
   * @param wanted - `<account>/<region>` each; all where left out
   * @returns `undefined` for all of discovery
   * @throws NotFoundError for a target that the scope leaves out or nobody knows
   */
  async toRefresh(
    scope: ClusterScope,
    wanted: string[] | undefined,
  ): Promise<string[] | undefined> {
    if (wanted === undefined && scope === 'all') {
      return undefined;
    }
    const visible = new Set((await this.visible(scope)).map(nameOf));
    if (wanted === undefined) {
      if (visible.size === 0) {
        throw new NotFoundError('No target that you may read');
      }
      return [...visible];
    }
    const unknown = wanted.find(name => !visible.has(name));
    if (unknown !== undefined) {
      throw new NotFoundError(`No target ${unknown}`);
    }
    return [...new Set(wanted)];
  }

  /** @throws NotFoundError for an ARN whose removal is not held back there */
  async demandHeld(
    scope: ClusterScope,
    provider: string,
    arns: string[],
  ): Promise<void> {
    const held = new Set(
      (await this.visible(scope))
        .filter(target => target.provider === provider)
        .flatMap(target => target.heldRemovals.map(({ arn }) => arn)),
    );
    const unknown = arns.find(arn => !held.has(arn));
    if (unknown !== undefined) {
      throw new NotFoundError(
        `Provider ${provider} holds back no removal of ${unknown}`,
      );
    }
  }

  async #readableArns(
    scope: ClusterScope,
    targets: TargetRecord[],
    now: Date,
  ): Promise<Set<string>> {
    const arns = targets.flatMap(target => [
      ...target.unreadable.map(({ name }) => arnOf(target, name)),
      ...target.heldRemovals.map(({ arn }) => arn),
    ]);
    const found = await this.#clusters.find(scope, { arns }, now);
    return new Set(found.map(cluster => cluster.arn));
  }
}

function presentTarget(target: TargetRecord, now: Date): Target {
  return {
    provider: target.provider,
    accountId: target.accountId,
    accountName: known(target.accountName),
    region: target.region,
    partition: target.partition,
    kind: kindOf(target.region),
    state: targetState(target, now),
    error: target.errorCode
      ? {
          code: target.errorCode,
          message: target.errorMessage,
          since: known(target.errorSince),
        }
      : undefined,
    roleArn: known(target.roleArn),
    callerArn: known(target.callerArn),
    lastAttemptAt: known(target.lastAttemptAt),
    lastSuccessAt: known(target.lastSuccessAt),
    nextAttemptAt: known(target.nextAttemptAt),
    unmanagedSince: known(target.unmanagedSince),
    removeAt: known(target.removeAt),
    clusterCount: target.clusterCount,
    unreadable: target.unreadable,
    rejects: target.rejects,
    heldRemovals: target.heldRemovals,
  };
}

function kindOf(region: string): Target['kind'] {
  if (region === 'organization') {
    return 'organization';
  }
  return region === 'all' ? 'account' : 'region';
}

function nameOf(target: Target): string {
  return `${target.accountId}/${target.region}`;
}

function keyOf({ provider, accountId, region }: TargetKey): string {
  return `${accountId}/${region}/${provider}`;
}

function arnOf(target: TargetRecord, clusterName: string): string {
  const { partition, region, accountId } = target;
  return formatClusterArn({ partition, region, accountId, clusterName });
}
