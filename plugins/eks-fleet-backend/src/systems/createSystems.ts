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

import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { SystemSource } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import {
  ObservationFailure,
  type EksFleetGitService,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AlertService } from '../alerts/AlertService';
import type { ArgocdReader } from '../argocd/types';
import { SystemDirectory } from './SystemDirectory';
import { READ_EVERY_MINUTES } from './systemState';
import { SystemWatch } from './SystemWatch';
import type { SystemProbe } from './types';

/** Who asks, to Git hosts that serve each in turn. */
const ASKS = 'sources';

/** Looks after what is read besides AWS and clusters. */
export async function createSystems(options: {
  git: Pick<EksFleetGitService, 'repositories' | 'repository'>;
  argocd: ArgocdReader;
  /** Left out where alerts are switched off. */
  alerts?: Pick<AlertService, 'sources'>;
  /** Those that tell of themselves how they do. */
  others?: ReadonlyArray<() => Promise<SystemSource>>;
  scheduler: SchedulerService;
}): Promise<SystemDirectory> {
  const { alerts, argocd, git, others, scheduler } = options;
  const watch = new SystemWatch({
    probes: [...gitProbes(git), ...argocdProbes(argocd)],
  });
  if (watch.probes.length > 0) {
    await scheduler.scheduleTask({
      id: 'eks-fleet-systems',
      // What one replica cannot reach another may.
      scope: 'local',
      frequency: { minutes: READ_EVERY_MINUTES },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 10 },
      fn: signal => watch.read(signal as AbortSignal),
    });
  }
  return new SystemDirectory({ watch, alerts, others });
}

function gitProbes(
  git: Pick<EksFleetGitService, 'repositories' | 'repository'>,
): SystemProbe[] {
  return git.repositories.map(({ branch, id, url }) => ({
    kind: 'git',
    id,
    url,
    async read() {
      if (!(await git.repository(id, ASKS).readBranch(branch))) {
        throw new ObservationFailure(
          'notFound',
          `${url} has no branch ${branch} that the portal may see`,
        );
      }
    },
  }));
}

function argocdProbes(argocd: ArgocdReader): SystemProbe[] {
  return argocd.hubs.map(({ id, url }) => ({
    kind: 'argocd',
    id,
    url,
    async read() {
      const looks = await argocd.look();
      const error = looks.find(({ hub }) => hub.id === id)?.error;
      if (error) {
        throw new ObservationFailure(error.code, error.message);
      }
    },
  }));
}
