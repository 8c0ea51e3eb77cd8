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
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { parseClusterArn } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  AwsTarget,
  ClusterTransformer,
  EksFleetAwsService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import pLimit from 'p-limit';
import { randomUUID } from 'node:crypto';
import type { EksFleetProviderConfig } from '../config/types';
import { explainFailure } from '../discovery/explainFailure';
import {
  describeCluster,
  readTarget,
  type DescribedCluster,
} from '../discovery/readTarget';
import { TargetError } from '../discovery/TargetError';
import { decideRemovals } from '../removal/decideRemovals';
import type { TargetReporter } from '../report/TargetReporter';
import { toControlPlane } from '../report/toControlPlane';
import type { DiscoveryStore, TargetRecord } from '../state/types';
import { makeEntities, type MadeEntities } from './makeEntities';
import { isDue, nextAttempt } from './nextAttempt';
import { frequencySeconds, timeoutMs } from './schedule';
import { ScopeResolver, type Scope } from './ScopeResolver';
import { StateReport } from './StateReport';
import type { TakenNames } from './TakenNames';

/** Targets that are worked on at once; calls are limited elsewhere. */
const TARGETS_AT_ONCE = 50;

export interface EksClusterEntityProviderOptions {
  config: EksFleetProviderConfig;
  aws: EksFleetAwsService;
  store: DiscoveryStore;
  reporter: TargetReporter;
  taskRunner: SchedulerServiceTaskRunner;
  logger: LoggerService;
  takenNames: TakenNames;
  /** Called after each scan, when accounts may have changed. */
  onScanned(): Promise<void>;
  transformer?: () => ClusterTransformer | undefined;
  now?: () => Date;
}

/**
 * Discovers the EKS clusters of one configured provider and hands them to the
 * catalog, target by target. A target that fails keeps what it gave before.
 */
export class EksClusterEntityProvider implements EntityProvider {
  readonly #options: EksClusterEntityProviderOptions;
  readonly #owner = randomUUID();
  readonly #logger: LoggerService;
  readonly #scope: ScopeResolver;
  readonly #report: StateReport;
  readonly #now: () => Date;
  /** Targets that are being read, by account and Region. */
  readonly #reading = new Map<string, Promise<void>>();
  #connection?: EntityProviderConnection;

  constructor(options: EksClusterEntityProviderOptions) {
    const { config, aws, store, reporter, logger } = options;
    this.#options = options;
    this.#logger = logger.child({ provider: config.id });
    this.#scope = new ScopeResolver(aws, store, config);
    this.#report = new StateReport({ config, aws, store, reporter });
    this.#now = options.now ?? (() => new Date());
  }

  getProviderName(): string {
    return `eks-fleet:${this.#config.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#options.taskRunner.run({
      id: `${this.getProviderName()}:scan`,
      fn: signal => this.scan({ signal }),
    });
  }

  /** Reads all targets that are due, or with `force` all there are. */
  async scan(
    options: { signal?: AbortSignal; force?: boolean } = {},
  ): Promise<void> {
    const { signal, force = false } = options;
    const scope = await this.#scope.resolve(signal);
    await this.#takeOver(scope);
    const records = await this.#managedTargets();
    const due = records.filter(
      ({ nextAttemptAt }) =>
        force || isDue(nextAttemptAt, this.#now(), this.#frequencySeconds),
    );
    await this.#readAll(due, signal);
    await this.#settle(scope);
  }

  /** Reads single targets now, whether they are due or not. */
  async scanTargets(wanted: Set<string>): Promise<void> {
    const records = (await this.#managedTargets()).filter(
      ({ accountId, region }) => wanted.has(`${accountId}/${region}`),
    );
    if (records.length > 0) {
      await this.#readAll(records);
      await this.#settle();
    }
  }

  /**
   * Reads single clusters of this provider's targets anew.
   *
   * @returns the ARNs of those that are still changing
   */
  async refreshClusters(arns: string[]): Promise<string[]> {
    const targets = await this.#managedTargets();
    const changing: string[] = [];
    for (const arn of arns) {
      const parts = parseClusterArn(arn);
      const target = targets.find(
        one =>
          one.partition === parts?.partition &&
          one.accountId === parts.accountId &&
          one.region === parts.region,
      );
      if (parts && target) {
        const status = await this.#refreshCluster(target, parts.clusterName);
        if (status && !['ACTIVE', 'FAILED'].includes(status)) {
          changing.push(arn);
        }
      }
    }
    return changing;
  }

  /** Lets removals go that the rules hold back. */
  async acceptRemovals(arns: string[]): Promise<void> {
    const { store, config } = this.#options;
    await store.acceptRemovals(config.id, arns, this.#now().toISOString());
    await this.#settle();
  }

  get #config(): EksFleetProviderConfig {
    return this.#options.config;
  }

  get #frequencySeconds(): number {
    return frequencySeconds(this.#config.schedule);
  }

  async #managedTargets(): Promise<TargetRecord[]> {
    const records = await this.#options.store.listTargets(this.#config.id);
    return records.filter(({ unmanagedSince }) => !unmanagedSince);
  }

  async #takeOver(scope: Scope): Promise<void> {
    const { store } = this.#options;
    const conflicts = await store.setTargets(
      this.#config.id,
      scope.targets,
      this.#now().toISOString(),
    );
    if (conflicts.length > 0) {
      const names = conflicts.map(one => `${one.accountId}/${one.region}`);
      this.#logger.error(
        `Another provider already discovers ${names.join(
          ', ',
        )}; give each account and Region to one provider of catalog.providers.eksFleet`,
      );
    }
  }

  async #readAll(records: TargetRecord[], signal?: AbortSignal): Promise<void> {
    const { takenNames, store } = this.#options;
    const known = await store.listClusters({ provider: this.#config.id });
    const taken = await takenNames.find(known.map(one => one.entityRef));
    const limit = pLimit(TARGETS_AT_ONCE);
    const outcomes = await Promise.allSettled(
      records.map(record =>
        limit(() => this.#readTarget(record, taken, signal)),
      ),
    );
    const broken = outcomes.find(outcome => outcome.status === 'rejected');
    if (broken) {
      throw broken.reason;
    }
  }

  /**
   * Reads a target. Where this process is reading it already, that one is
   * waited for: it began before it was asked for again, and must not be the
   * one that is written down last.
   */
  async #readTarget(
    record: TargetRecord,
    taken: Map<string, string>,
    signal?: AbortSignal,
  ): Promise<void> {
    const key = `${record.accountId}/${record.region}`;
    const before = this.#reading.get(key);
    const reading = (async () => {
      let current = record;
      if (before) {
        await before.catch(() => {});
        current = (await this.#options.store.getTarget(record)) ?? record;
      }
      await this.#readTargetNow(current, taken, signal);
    })();
    this.#reading.set(key, reading);
    try {
      await reading;
    } finally {
      if (this.#reading.get(key) === reading) {
        this.#reading.delete(key);
      }
    }
  }

  async #readTargetNow(
    record: TargetRecord,
    taken: Map<string, string>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { store } = this.#options;
    const target = toTarget(record);
    const now = this.#now().getTime();
    const until = now + timeoutMs(this.#config.schedule);
    if (
      signal?.aborted ||
      !(await store.claimTarget(record, this.#owner, now, until))
    ) {
      return;
    }
    let clusters: DescribedCluster[];
    try {
      clusters = await this.#readClaimedTarget(target, taken, signal);
    } finally {
      await store.releaseTarget(target, this.#owner);
    }
    await this.#report.changed(record);
    await this.#handOverControlPlanes(target, new Date(now), clusters);
  }

  /** @returns the clusters that are in the catalog now */
  async #readClaimedTarget(
    target: AwsTarget,
    taken: Map<string, string>,
    signal?: AbortSignal,
  ): Promise<DescribedCluster[]> {
    const { aws, store, takenNames, transformer } = this.#options;
    aws.setLimits(target, this.#config.limits);
    const known = await store.listClusters({
      provider: this.#config.id,
      target,
    });
    let reading;
    try {
      reading = await readTarget(aws, target, known, signal);
    } catch (cause) {
      const error = await explainFailure(
        aws,
        target,
        signal?.aborted
          ? new TargetError('timeout', 'The scan ran out of time.')
          : cause,
      );
      const now = this.#now();
      await store.recordFailure(target, {
        at: now.toISOString(),
        nextAttemptAt: this.#nextAttempt({ error: error.code }, now),
        error,
      });
      return [];
    }

    const { clusters, unreadable, missingArns } = reading;
    const made = await makeEntities(
      clusters,
      target,
      this.#config,
      transformer?.(),
    );
    await this.#handOver(made.entities);
    const knownArns = new Set(known.map(({ arn }) => arn));
    const takenAtFirst = await takenNames.find(
      made.seen
        .filter(({ arn }) => !knownArns.has(arn))
        .map(({ entityRef }) => entityRef),
    );
    const takenBy = (entityRef: string) =>
      taken.get(entityRef) ?? takenAtFirst.get(entityRef);
    const now = this.#now();
    const clusterCount = clusters.length + unreadable.length;
    await store.recordSuccess(this.#config.id, target, {
      at: now.toISOString(),
      nextAttemptAt: this.#nextAttempt({ clusterCount }, now),
      clusterCount,
      unreadable: unreadable.map(({ name, error }) => ({
        name,
        code: error.code,
        reason: error.message,
      })),
      rejects: [
        ...made.rejects,
        ...made.seen
          .filter(({ entityRef }) => takenBy(entityRef))
          .map(({ clusterName, entityRef }) => ({
            name: clusterName,
            reason: `The catalog already has ${entityRef} from ${takenBy(
              entityRef,
            )}; remove that one, so that the discovered cluster can take its place.`,
          })),
      ],
      seen: made.seen,
      listedArns: [...unreadable.map(({ arn }) => arn), ...made.rejectedArns],
      // Leaving a cluster out takes the same careful path as its deletion.
      missingArns: [...missingArns, ...made.leftOutArns],
    });
    return inCatalog(clusters, made);
  }

  async #refreshCluster(
    target: TargetRecord,
    name: string,
  ): Promise<string | undefined> {
    const { aws, store, transformer } = this.#options;
    aws.setLimits(target, this.#config.limits);
    const began = this.#now();
    let cluster;
    try {
      cluster = await describeCluster(aws.eks(target), target, name);
    } catch (error) {
      this.#logger.warn(
        `Cluster ${name} of ${target.accountId}/${target.region} could not be read again. ${error}`,
      );
      return undefined;
    }
    if (!cluster) {
      // Gone, or never there: what that means is for a complete scan to say.
      await this.scanTargets(new Set([`${target.accountId}/${target.region}`]));
      return undefined;
    }
    const made = await makeEntities(
      [cluster],
      toTarget(target),
      this.#config,
      transformer?.(),
    );
    await this.#handOver(made.entities);
    for (const seen of made.seen) {
      await store.upsertCluster(
        this.#config.id,
        target,
        seen,
        this.#now().toISOString(),
      );
    }
    await this.#handOverControlPlanes(
      target,
      began,
      inCatalog([cluster], made),
    );
    return cluster.status;
  }

  async #handOverControlPlanes(
    target: AwsTarget,
    observedAt: Date,
    clusters: DescribedCluster[],
  ): Promise<void> {
    await this.#options.reporter.controlPlanes(
      this.#config.id,
      target,
      observedAt,
      clusters.map(toControlPlane),
    );
  }

  async #handOver(
    entities: Array<{
      apiVersion: string;
      kind: string;
      metadata: { name: string };
    }>,
  ): Promise<void> {
    if (entities.length > 0) {
      await this.#mutate({
        added: entities.map(entity => ({
          entity,
          locationKey: this.getProviderName(),
        })),
        removed: [],
      });
    }
  }

  /** After reading: removals by the rules, accounts, and the report of it all. */
  async #settle(scope?: Scope): Promise<void> {
    const { store, onScanned } = this.#options;
    const held = await this.#applyRemovals();
    await store.forgetEmptyUnmanagedTargets(this.#config.id);
    await onScanned();
    const records = await store.listTargets(this.#config.id);
    await this.#report.all({ records, held, scope });
    this.#logOutcome(records, held.length);
  }

  async #applyRemovals() {
    const { store } = this.#options;
    const [clusters, targets] = await Promise.all([
      store.listClusters({ provider: this.#config.id }),
      store.listTargets(this.#config.id),
    ]);
    const unmanaged = new Map(
      targets.map(target => [
        `${target.accountId}/${target.region}`,
        target.unmanagedSince,
      ]),
    );
    const { remove, hold } = decideRemovals(
      clusters.map(cluster => ({
        arn: cluster.arn,
        missedScans: cluster.missedScans,
        accepted: cluster.removalAcceptedAt !== undefined,
        unmanagedSince: unmanaged.get(`${cluster.accountId}/${cluster.region}`),
      })),
      this.#config.removal,
      this.#now(),
    );
    if (remove.length > 0) {
      const leaving = new Set(remove);
      await this.#mutate({
        added: [],
        removed: clusters
          .filter(({ arn }) => leaving.has(arn))
          .map(({ entityRef }) => ({
            entityRef,
            locationKey: this.getProviderName(),
          })),
      });
      await store.removeClusters(remove);
      this.#logger.info(
        `Removed ${remove.length} cluster(s) that are gone: ${remove
          .slice(0, 10)
          .join(', ')}${remove.length > 10 ? ', …' : ''}`,
      );
    }
    const holding = new Set(hold);
    return clusters.filter(({ arn }) => holding.has(arn));
  }

  async #mutate(
    delta: Pick<
      Extract<
        Parameters<EntityProviderConnection['applyMutation']>[0],
        { type: 'delta' }
      >,
      'added' | 'removed'
    >,
  ): Promise<void> {
    if (!this.#connection) {
      throw new Error(`${this.getProviderName()} is not connected`);
    }
    await this.#connection.applyMutation({ type: 'delta', ...delta });
  }

  #nextAttempt(outcome: Parameters<typeof nextAttempt>[0], now: Date): string {
    return nextAttempt(outcome, now, this.#frequencySeconds).toISOString();
  }

  /** One line for a scan, however many targets fail. */
  #logOutcome(records: TargetRecord[], held: number): void {
    const failing = records.filter(
      ({ error, unmanagedSince }) => error && !unmanagedSince,
    );
    const clusters = records.reduce((sum, one) => sum + one.clusterCount, 0);
    const message = `${clusters} clusters in ${records.length} targets`;
    if (failing.length === 0 && held === 0) {
      this.#logger.debug(message);
      return;
    }
    const names = failing
      .slice(0, 10)
      .map(one => `${one.accountId}/${one.region} (${one.error?.code})`);
    this.#logger.warn(
      `${message}; ${failing.length} failing${
        names.length ? `: ${names.join(', ')}` : ''
      }${failing.length > 10 ? ', …' : ''}${
        held ? `; ${held} removals wait to be accepted` : ''
      }`,
    );
  }
}

function toTarget(record: AwsTarget): AwsTarget {
  const { partition, accountId, region } = record;
  return { partition, accountId, region };
}

/** Those of which an entity was made. */
function inCatalog(
  clusters: DescribedCluster[],
  { seen }: MadeEntities,
): DescribedCluster[] {
  const arns = new Set(seen.map(({ arn }) => arn));
  return clusters.filter(({ arn }) => arns.has(arn));
}
