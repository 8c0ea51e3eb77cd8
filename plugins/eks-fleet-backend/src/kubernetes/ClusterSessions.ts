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

import type { ControlPlaneDocument } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  KubernetesFacts,
  type CollectedCluster,
  type EksKubernetesAccess,
  type KubernetesClient,
  type KubernetesReader,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { Later } from '../collection/runCollector';

/** How long kinds of facts share what one of them has read. */
const SHARED_FOR_MS = 30_000;

interface Session {
  client: KubernetesClient;
  facts: KubernetesFacts;
  users: number;
  /** Calls off the end. */
  cancel: () => void;
}

/**
 * Connections to clusters' APIs and what was read over them: kinds of one
 * cluster that are collected at about the same time share both. Soon after,
 * the connections are closed and all is read anew.
 */
export class ClusterSessions {
  readonly #options: {
    access: Pick<EksKubernetesAccess, 'connect'>;
    ownerLabels: readonly string[];
    later: Later;
  };
  readonly #current = new Map<string, Session>();
  readonly #open = new Set<Session>();

  constructor(options: {
    access: Pick<EksKubernetesAccess, 'connect'>;
    ownerLabels: readonly string[];
    later: Later;
  }) {
    this.#options = options;
  }

  async use<T>(
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
    read: (facts: KubernetesFacts, reader: KubernetesReader) => Promise<T>,
  ): Promise<T> {
    const { endpoint, certificateAuthority } = controlPlane;
    const key = JSON.stringify([cluster.arn, endpoint, certificateAuthority]);
    const session =
      this.#current.get(key) ?? this.#begin(key, cluster, controlPlane);
    session.users += 1;
    try {
      return await read(session.facts, session.client);
    } finally {
      session.users -= 1;
      if (this.#current.get(key) !== session) {
        this.#closeUnused(session);
      }
    }
  }

  /** Ends all that is under way. */
  close(): void {
    for (const session of this.#open) {
      session.cancel();
      session.client.close();
    }
    this.#open.clear();
    this.#current.clear();
  }

  #begin(
    key: string,
    cluster: CollectedCluster,
    controlPlane: ControlPlaneDocument,
  ): Session {
    const { access, later, ownerLabels } = this.#options;
    const client = access.connect(cluster, controlPlane);
    const session: Session = {
      client,
      facts: KubernetesFacts.create(client, { ownerLabels }),
      users: 0,
      cancel: later(() => {
        this.#current.delete(key);
        this.#closeUnused(session);
      }, SHARED_FOR_MS),
    };
    this.#current.set(key, session);
    this.#open.add(session);
    return session;
  }

  #closeUnused(session: Session): void {
    if (session.users === 0) {
      session.client.close();
      this.#open.delete(session);
    }
  }
}
