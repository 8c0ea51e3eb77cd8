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

import type { ObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** An Argo CD whose `Application` objects are read, from `eksFleet.argocd`. */
export interface ArgocdHub {
  id: string;
  /** ARN of the cluster whose API has them. */
  cluster: string;
  namespace: string;
  /** Of its pages, for links. */
  url?: string;
  /** Whether cluster Secrets are read, to know applications that name their destination. */
  clusterSecrets: boolean;
}

/** Where an application comes from. */
export interface ArgocdSource {
  repoUrl: string;
  path?: string;
  chart?: string;
  targetRevision?: string;
  /** Of a chart, by name; left out where it has none. */
  parameters?: Record<string, string>;
}

/** An `Application` of `argoproj.io/v1alpha1`, as far as it says how it stands. */
export interface ArgocdApplication {
  /** Id of its hub. */
  hub: string;
  namespace: string;
  name: string;
  /** Of its page, where the hub's is known. */
  url?: string;
  sources: ArgocdSource[];
  destination: { server?: string; name?: string };
  /** What a label or annotation of it says. */
  clusterArn?: string;
  /** `Synced`, `OutOfSync` or `Unknown`. */
  sync: string;
  /** `Healthy`, `Progressing`, `Degraded`, `Suspended`, `Missing` or `Unknown`. */
  health: string;
  /** The commit that it was compared with. */
  revision?: string;
  /** Of its latest operation: `Running`, `Succeeded`, `Failed`, `Error`. */
  operation?: string;
  /** Why it stands as it does, in Argo CD's words. */
  message?: string;
  /** When it was last compared with Git. ISO 8601. */
  reconciledAt?: string;
  /** Whether it syncs by itself. */
  automated: boolean;
}

/** A cluster as a hub has registered it. */
export interface ArgocdDestination {
  name: string;
  server: string;
  clusterArn?: string;
}

/** What one hub's API told, or what kept it from telling. */
export interface HubLook {
  hub: ArgocdHub;
  /** When it was read; ISO 8601. */
  at: string;
  applications: ArgocdApplication[];
  destinations: ArgocdDestination[];
  error?: ObservationError;
}

/** Applications about one thing, and hubs that could not be asked. */
export interface ArgocdLook {
  applications: ArgocdApplication[];
  /** Those that were asked, or were to be. */
  hubs: string[];
  failed: Array<{ hub: string; error: ObservationError }>;
}

/** Reads what Argo CD has; writes nothing. */
export interface ArgocdReader {
  readonly hubs: readonly ArgocdHub[];
  /**
   * How all hubs stand; one list for each hub and interval, however many ask.
   *
   * @param options - `maxAgeSeconds` of what was read; 15 by default
   */
  look(options?: {
    maxAgeSeconds?: number;
    signal?: AbortSignal;
  }): Promise<HubLook[]>;
}
