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
import { Application, type SeenFile } from './Application';
import { deliverPolicies } from './deliverPolicies';
import { PolicyFiles, type WantedPolicies } from './policyFiles';
import type { Clock } from '../clock';
import type { GitRepository } from '../github/git/GitRepository';
import type { GitObject } from '../github/git/types';
import type { RefMove, Repository } from '../github/Repository';
import type { Cluster } from '../model/types';
import { readDesired } from './readDesired';
import type { GitopsClusterSpec, GitopsSpec, ProvisionerName } from './types';

type FileContent = Omit<SeenFile, 'revision'>;

const REFRESH_SECONDS = 2;
const SYNC_SECONDS = 5;

export interface FleetControllerOptions {
  spec: GitopsSpec;
  repository: Repository;
  clock: Clock;
  eks: EksHands;
}

/**
 * Argo CD, and whatever provisions below it: what is pushed to the fleet
 * repository is synced and then brought about in EKS. Nothing happens by
 * itself: whoever looks first lets it catch up with the clock.
 */
export class FleetController {
  readonly spec: GitopsSpec;
  readonly repository: Repository;
  readonly #options: FleetControllerOptions;
  readonly #applications = new Map<string, Application>();
  readonly #waiting = new Set<Application>();
  readonly #read = new Map<string, FileContent>();
  #started: Promise<void> | undefined;

  constructor(options: FleetControllerOptions) {
    this.#options = options;
    this.spec = options.spec;
    this.repository = options.repository;
    options.eks.model.onLook(() => this.settle());
    this.repository.onMove(async (git, move) => this.#pushed(git, move));
  }

  /** Applications by name, once the repository is there. */
  async applications(): Promise<ReadonlyMap<string, Application>> {
    await this.#start(await this.repository.git());
    this.settle();
    return this.#applications;
  }

  /** @throws an Error where the cluster has none */
  async applicationOf(clusterArn: string): Promise<Application> {
    const { model } = this.#options.eks;
    for (const application of (await this.applications()).values()) {
      const { accountId, region, name } = application.spec;
      if (model.findCluster(accountId, region, name)?.arn === clusterArn) {
        return application;
      }
    }
    throw new Error(`No application is for ${clusterArn}`);
  }

  now(): Date {
    return this.#options.clock.now();
  }

  /** The cluster that Argo CD's objects are in. */
  hub(): Cluster | undefined {
    const { hub } = this.spec;
    return (
      hub &&
      this.#options.eks.model.findCluster(hub.accountId, hub.region, hub.name)
    );
  }

  clusterOf(spec: GitopsClusterSpec): Cluster | undefined {
    const { model } = this.#options.eks;
    return model.findCluster(spec.accountId, spec.region, spec.name);
  }

  /** Does what is due by now. */
  settle(): void {
    for (const application of this.#waiting) {
      application.settle(this.now());
      if (!application.isWaiting) {
        this.#waiting.delete(application);
      }
    }
  }

  /** Syncs now, also what has failed before. */
  requestSync(application: Application): void {
    application.requestSync(this.now());
    this.#waiting.add(application);
    this.settle();
  }

  /** Begins with what was there before anybody pushed. */
  #start(git: GitRepository, revision?: string): Promise<void> {
    this.#started ??= this.#readAll(
      git,
      revision ?? git.branch(this.repository.defaultBranch)!,
    ).then(seen => this.#create(seen));
    return this.#started;
  }

  #create(seen: SeenFile[]): void {
    const { clusters, delays } = this.spec;
    clusters.forEach((spec, index) => {
      const name = applicationName(spec);
      this.#applications.set(
        name,
        new Application({
          name,
          spec,
          seen: seen[index],
          now: this.repository.createdAt,
          hands: {
            cluster: () => this.clusterOf(spec),
            call: (cluster, call) => callEks(this.#options.eks, cluster, call),
            deliver: deliverPolicies,
            syncSeconds: delays?.syncSeconds ?? SYNC_SECONDS,
          },
        }),
      );
    });
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
    const seen = await this.#readAll(git, after);
    this.spec.clusters.forEach((spec, index) => {
      const application = this.#applications.get(applicationName(spec))!;
      application.pushed(seen[index], refreshAt);
      this.#waiting.add(application);
    });
  }

  async #readAll(git: GitRepository, revision: string): Promise<SeenFile[]> {
    const { clusters } = this.spec;
    const files = await git.objects(
      clusters.map(({ path }) => `${revision}:${path}`),
    );
    const policyFiles = await PolicyFiles.read(git, revision);
    return clusters.map((spec, index) => {
      const content = this.#readFile(spec, files[index]);
      const cluster = this.clusterOf(spec);
      const policies = cluster && policyFiles.of(cluster);
      return { revision, ...withPolicies(content, policies) };
    });
  }

  /** What a file wants; read once for each content that it has had. */
  #readFile(
    { provisioner, path }: GitopsClusterSpec,
    file: GitObject | undefined,
  ): FileContent {
    if (!file) {
      return {
        blob: undefined,
        desired: undefined,
        problem: `${path}: app path does not exist`,
      };
    }
    const known = this.#read.get(`${file.sha} ${path}`);
    if (known) {
      return known;
    }
    const content = contentOf(file, path, provisioner);
    this.#read.set(`${file.sha} ${path}`, content);
    return content;
  }
}

/** One application for what a cluster is and for what is in it. */
function withPolicies(
  content: FileContent,
  policies: WantedPolicies | undefined,
): FileContent {
  return policies
    ? {
        ...content,
        blob: `${content.blob} ${policies.digest}`,
        problem: content.problem ?? policies.problem,
        policies,
      }
    : content;
}

function contentOf(
  { sha: blob, content }: GitObject,
  path: string,
  provisioner: ProvisionerName,
): FileContent {
  try {
    return { blob, desired: readDesired(content.toString(), provisioner) };
  } catch (error) {
    const problem = `${path}: ${(error as Error).message}`;
    return { blob, desired: undefined, problem };
  }
}

/** Unique over accounts and Regions, and a name as Kubernetes takes them. */
export function applicationName(spec: GitopsClusterSpec): string {
  const name = spec.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${name}-${spec.accountId}-${spec.region}`;
}
