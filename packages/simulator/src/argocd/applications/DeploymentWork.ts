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
import type { WorkloadSpec } from '../../model/kubernetesStory';
import type { Cluster } from '../../model/types';
import type { ApplicationWork, Turn } from '../work';
import type { ApplicationEntry } from './entries';

export interface DeploymentWorkOptions {
  /** Of the Deployment. */
  name: string;
  namespace: string;
  team: string;
  /** The AppProject that it is of. */
  project: string;
  hasProject(): boolean;
  /** What applications call the cluster. */
  server: string;
  /** The cluster, while there is one that Argo CD knows. */
  cluster(): Cluster | undefined;
}

const REPLICAS = ['replicaCount', 'replicas'];
const TAGS = ['image.tag', 'tag'];

/**
 * Runs an application: one Deployment in its namespace, whatever its source has,
 * which is nowhere here. Replicas and image follow from the parameters.
 */
export class DeploymentWork implements ApplicationWork<ApplicationEntry> {
  readonly #options: DeploymentWorkOptions;

  constructor(options: DeploymentWorkOptions) {
    this.#options = options;
  }

  obstacle(): string | undefined {
    const { cluster, hasProject, project, server } = this.#options;
    if (!hasProject()) {
      return `Application referencing project ${project} which does not exist`;
    }
    return cluster()
      ? undefined
      : `application destination can't be resolved: error getting cluster by server "${server}": rpc error: code = NotFound desc = cluster "${server}" not found`;
  }

  isThere(): boolean {
    const { workloads = [] } = this.#options.cluster()?.kubernetes ?? {};
    return workloads.some(workload => this.#isOwn(workload));
  }

  bring(wanted: ApplicationEntry | undefined): void {
    const { namespace } = this.#options;
    const cluster = this.#options.cluster();
    if (!cluster || !wanted) {
      return;
    }
    const { manifests = [], workloads = [] } = cluster.kubernetes;
    const isThere = manifests.some(
      ({ kind, metadata }) =>
        kind === 'Namespace' && metadata.name === namespace,
    );
    if (!isThere) {
      throw new Error(
        `one or more objects failed to apply, reason: namespaces "${namespace}" not found`,
      );
    }
    cluster.kubernetes = {
      ...cluster.kubernetes,
      workloads: [
        ...workloads.filter(workload => !this.#isOwn(workload)),
        this.#workload(wanted),
      ],
    };
  }

  goOn(): Turn {
    return 'done';
  }

  remove(): Turn {
    const cluster = this.#options.cluster();
    if (cluster) {
      const { workloads = [] } = cluster.kubernetes;
      cluster.kubernetes = {
        ...cluster.kubernetes,
        workloads: workloads.filter(workload => !this.#isOwn(workload)),
      };
    }
    return 'done';
  }

  #workload({ parameters, source }: ApplicationEntry): WorkloadSpec {
    const { name, namespace, team } = this.#options;
    const said = (names: string[]) =>
      names.map(each => parameters[each]).find(Boolean);
    const replicas = Number(said(REPLICAS) ?? 2);
    const tag = said(TAGS) ?? source.targetRevision;
    return {
      namespace,
      name,
      replicas: Number.isInteger(replicas) && replicas >= 0 ? replicas : 2,
      labels: {
        app: name,
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/managed-by': 'argocd',
      },
      images: { [name]: `registry.acme.example/${team}/${name}:${tag}` },
    };
  }

  #isOwn({ name, namespace }: WorkloadSpec): boolean {
    return name === this.#options.name && namespace === this.#options.namespace;
  }
}
