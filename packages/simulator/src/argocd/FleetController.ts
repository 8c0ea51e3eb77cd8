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

import { callEks, type EksHands } from './callEks';
import { Application } from './Application';
import { ClusterDescriptions } from './clusters/ClusterDescriptions';
import { EntryDescriptions } from './applications/EntryDescriptions';
import { applicationName } from './clusters/clusterSubject';
import { deliverPolicies } from './deliverPolicies';
import type { Description } from './description';
import { listFiles, type FleetFile } from './listFiles';
import { NamespaceDescriptions } from './namespaces/NamespaceDescriptions';
import type { NamespacePlace } from './namespaces/namespaceFiles';
import type { Clock } from '../clock';
import type { GitRepository } from '../github/git/GitRepository';
import type { RefMove, Repository } from '../github/Repository';
import type { Cluster } from '../model/types';
import type { GitopsClusterSpec, GitopsSpec } from './types';

type Place = Pick<GitopsClusterSpec, 'accountId' | 'name' | 'region'>;

const REFRESH_SECONDS = 2;
const SYNC_SECONDS = 5;
const DELETION_SECONDS = 10;
const NAMESPACE = 'argocd';
const FOLDERS = ['applications', 'clusters', 'namespaces'];

/** A cluster as Argo CD knows it. */
export interface Registration {
  /** What cluster Secrets and destinations call it. */
  name: string;
  spec: GitopsClusterSpec;
  cluster: Cluster;
}

export interface FleetControllerOptions {
  spec: GitopsSpec;
  repository: Repository;
  clock: Clock;
  eks: EksHands;
}

/**
 * Argo CD, and whatever provisions below it: what is pushed to the fleet
 * repository is synced and then brought about in EKS and in clusters. Nothing
 * happens by itself: whoever looks first lets it catch up with the clock.
 */
export class FleetController {
  readonly spec: GitopsSpec;
  readonly repository: Repository;
  readonly #options: FleetControllerOptions;
  readonly #clusters: ClusterDescriptions;
  readonly #namespaces: NamespaceDescriptions;
  readonly #entries: EntryDescriptions;
  readonly #applications = new Map<string, Application>();
  /** By the name of the application, as last seen. */
  readonly #described = new Map<string, Description>();
  readonly #waiting = new Set<Application>();
  #isSettling = false;
  #started: Promise<void> | undefined;

  constructor(options: FleetControllerOptions) {
    const { spec, repository, eks } = options;
    this.#options = options;
    this.spec = spec;
    this.repository = repository;
    this.#clusters = new ClusterDescriptions({
      clusters: spec.clusters,
      arnOf: place => this.arnOf(place),
      hands: {
        find: place => this.clusterOf(place),
        call: (place, call) => callEks(eks, place, call),
        deliver: deliverPolicies,
      },
    });
    const destinationsOf = ({ cluster, ...place }: NamespacePlace) => {
      const named = { ...place, name: cluster };
      return {
        arn: this.arnOf(named),
        cluster: () => this.#destination(named),
        hub: () => this.hub(),
        argocdNamespace: this.namespace,
      };
    };
    this.#namespaces = new NamespaceDescriptions(destinationsOf);
    this.#entries = new EntryDescriptions(destinationsOf);
    eks.model.onLook(() => this.settle());
    repository.onMove(async (git, move) => this.#pushed(git, move));
  }

  /** The namespace of Argo CD's objects. */
  get namespace(): string {
    return this.spec.namespace ?? NAMESPACE;
  }

  /** Applications by name, once the repository is there. */
  async applications(): Promise<ReadonlyMap<string, Application>> {
    await this.#start(await this.repository.git());
    this.settle();
    const now = this.now();
    return new Map(
      [...this.#applications].filter(([, { createdAt }]) => createdAt <= now),
    );
  }

  /**
   * The application of a name, or that of a cluster by its ARN.
   *
   * @throws an Error where there is none
   */
  async applicationOf(nameOrArn: string): Promise<Application> {
    const applications = await this.applications();
    const found =
      applications.get(nameOrArn) ??
      [...applications.values()].find(
        ({ subject: { cluster, clusterArn } }) =>
          cluster && clusterArn === nameOrArn,
      );
    if (!found) {
      throw new Error(`No application is for ${nameOrArn}`);
    }
    return found;
  }

  now(): Date {
    return this.#options.clock.now();
  }

  /** The cluster that Argo CD's objects are in. */
  hub(): Cluster | undefined {
    const { hub } = this.spec;
    return hub && this.clusterOf(hub);
  }

  clusterOf({ accountId, region, name }: Place): Cluster | undefined {
    return this.#options.eks.model.findCluster(accountId, region, name);
  }

  /** Of a cluster that there may be. */
  arnOf({ accountId, region, name }: Place): string {
    const { model } = this.#options.eks;
    const partition = model.findAccount(accountId)?.partition ?? 'aws';
    return `arn:${partition}:eks:${region}:${accountId}:cluster/${name}`;
  }

  /** Does what is due by now; whoever does it looks at the cloud, which is no reason to begin anew. */
  settle(): void {
    if (this.#isSettling) {
      return;
    }
    this.#isSettling = true;
    try {
      this.#waiting.forEach(application => this.#settle(application));
    } finally {
      this.#isSettling = false;
    }
  }

  #settle(application: Application): void {
    application.settle(this.now());
    if (application.isGone) {
      this.#applications.delete(application.name);
      this.#described.delete(application.name);
    }
    if (application.isGone || !application.isWaiting) {
      this.#waiting.delete(application);
    }
  }

  /** Syncs now, also what has failed before. */
  requestSync(application: Application): void {
    application.requestSync(this.now());
    this.#waiting.add(application);
    this.settle();
  }

  /** The clusters that Argo CD knows, each by the application that describes it. */
  registrations(): Registration[] {
    return [...this.#applications.values()].flatMap(
      application => this.#registrationOf(application) ?? [],
    );
  }

  #registrationOf({ subject, fault }: Application): Registration | undefined {
    const spec = subject.cluster;
    const cluster = spec && this.clusterOf(spec);
    const isHidden = fault === 'unknown' || fault === 'unregistered';
    return cluster && subject.isRegistered?.() && !isHidden
      ? { name: subject.name, spec, cluster }
      : undefined;
  }

  /** A cluster that objects can be brought into: a known one, or the hub. */
  #destination(place: Place): Cluster | undefined {
    const hub = this.hub();
    if (hub?.arn === this.arnOf(place)) {
      return hub;
    }
    const application = this.#applications.get(applicationName(place));
    return application && this.#registrationOf(application)?.cluster;
  }

  /** Begins with what was there before anybody pushed. */
  #start(git: GitRepository, revision?: string): Promise<void> {
    this.#started ??= this.#begin(
      git,
      revision ?? git.branch(this.repository.defaultBranch)!,
    );
    return this.#started;
  }

  async #begin(git: GitRepository, revision: string): Promise<void> {
    const { described } = await this.#describe(git, revision);
    for (const description of described) {
      const { seen } = description;
      if (!seen.isDeleting) {
        this.#add(
          description,
          new Application({
            ...this.#delays(),
            ...description.open(),
            seen: { revision, ...seen },
            createdAt: this.repository.createdAt,
          }),
        );
      }
    }
  }

  #add(description: Description, application: Application): void {
    this.#applications.set(description.name, application);
    this.#described.set(description.name, description);
  }

  #delays() {
    const { syncSeconds, deletionSeconds } = this.spec.delays ?? {};
    return {
      syncSeconds: syncSeconds ?? SYNC_SECONDS,
      deletionSeconds: deletionSeconds ?? DELETION_SECONDS,
    };
  }

  async #pushed(git: GitRepository, { ref, before, after }: RefMove) {
    if (ref !== `refs/heads/${this.repository.defaultBranch}` || !after) {
      return;
    }
    await this.#start(git, before);
    const { refreshSeconds = REFRESH_SECONDS } = this.spec.delays ?? {};
    const refreshAt = new Date(
      this.#options.clock.now().getTime() + refreshSeconds * 1000,
    );
    const { described, files } = await this.#describe(git, after);
    for (const description of described) {
      this.#see(description, after, refreshAt);
    }
    const names = new Set(described.map(({ name }) => name));
    for (const [name, application] of this.#applications) {
      const last = this.#described.get(name);
      if (last && !names.has(name)) {
        const seen = { revision: after, ...last.gone(files) };
        application.pushed(seen, refreshAt);
        this.#waiting.add(application);
      }
    }
  }

  /** What is new gets its application when Argo CD sees it, unless it is to go. */
  #see(description: Description, revision: string, refreshAt: Date): void {
    const { name, seen } = description;
    const known = this.#applications.get(name);
    if (!known && seen.isDeleting) {
      return;
    }
    const application =
      known ??
      new Application({
        ...this.#delays(),
        ...description.open(),
        createdAt: refreshAt,
      });
    this.#add(description, application);
    application.pushed({ revision, ...seen }, refreshAt);
    this.#waiting.add(application);
  }

  async #describe(
    git: GitRepository,
    revision: string,
  ): Promise<{ described: Description[]; files: FleetFile[] }> {
    const files = await listFiles(git, revision, FOLDERS);
    return {
      files,
      described: [
        ...(await this.#clusters.of(git, revision, files)),
        ...(await this.#namespaces.of(git, files)),
        ...(await this.#entries.of(git, files)),
      ],
    };
  }
}
