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
import type {
  RolloutCluster,
  RolloutGate,
  RolloutGateResult,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { z } from 'zod';
import { applicationsOfCluster } from '../../argocd/joinApplications';
import type {
  ArgocdApplication,
  ArgocdReader,
  HubLook,
} from '../../argocd/types';
import type { ObservationReader } from '../../collection/types';
import { parseWith } from './parseWith';

const schema = z
  .object({
    /** `clusters` of the wave, or also those that were `changed` before. */
    of: z.enum(['clusters', 'changed']).default('clusters'),
    /** Whether a cluster that no Argo CD knows keeps it shut. */
    acceptNone: z.boolean().default(false),
    /** Names of applications that nobody minds. */
    ignore: z.array(z.string().min(1).max(200)).max(50).default([]),
  })
  .strict();

type Asked = z.infer<typeof schema>;

const NAMED = 3;

/** Opens while the Argo CD applications of the cells are Healthy and Synced. */
export function createArgocdGate(options: {
  argocd: ArgocdReader;
  observations: Pick<ObservationReader, 'ofMany'>;
}): RolloutGate<Asked> {
  const { argocd, observations } = options;
  return {
    type: 'argocd',
    parse: value => parseWith(schema, value),
    describe: () => 'Argo CD applications are Healthy and Synced',
    async check(asked, { changed, clusters, signal }) {
      if (argocd.hubs.length === 0) {
        return unread('No Argo CD is configured (eksFleet.argocd)');
      }
      const looks = await argocd.look({ signal });
      const failed = looks.find(({ error }) => error);
      if (failed) {
        return unread(
          `Argo CD of ${failed.hub.id} cannot be read: ${
            failed.error!.message
          }`,
        );
      }
      const all = asked.of === 'changed' ? [...changed, ...clusters] : clusters;
      const byArn = new Map(all.map(cluster => [cluster.arn, cluster]));
      return judge(asked, await join(looks, [...byArn.values()], observations));
    },
  };
}

interface Joined {
  cluster: RolloutCluster;
  applications: ArgocdApplication[];
}

async function join(
  looks: HubLook[],
  clusters: RolloutCluster[],
  observations: Pick<ObservationReader, 'ofMany'>,
): Promise<Joined[]> {
  const observed = await observations.ofMany(
    clusters.map(({ arn }) => arn),
    ['controlPlane'],
  );
  return clusters.map(cluster => {
    const document = observed.get(cluster.arn)?.controlPlane?.document as
      | ControlPlaneDocument
      | undefined;
    return {
      cluster,
      applications: applicationsOfCluster(looks, {
        arn: cluster.arn,
        endpoint: document?.endpoint,
      }).applications,
    };
  });
}

function judge(asked: Asked, joined: Joined[]): RolloutGateResult {
  const minded = joined.map(({ applications, cluster }) => ({
    cluster,
    applications: applications.filter(
      ({ name }) => !asked.ignore.includes(name),
    ),
  }));
  const evidence = {
    applications: minded.flatMap(({ applications, cluster }) =>
      applications.map(({ health, hub, name, sync }) => ({
        cluster: cluster.arn,
        hub,
        name,
        sync,
        health,
      })),
    ),
  };
  const without = minded.filter(
    ({ applications }) => applications.length === 0,
  );
  const unwell = minded.flatMap(({ applications }) =>
    applications.filter(
      ({ health, sync }) => health !== 'Healthy' || sync !== 'Synced',
    ),
  );
  if (unwell.length > 0) {
    return {
      state: 'shut',
      code: 'gate.argocd',
      message: list(unwell.map(wordApplication)),
      evidence,
    };
  }
  if (without.length > 0 && !asked.acceptNone) {
    return {
      state: 'unknown',
      code: 'gate.argocd',
      message: `Argo CD has no application of ${list(
        without.map(({ cluster }) => cluster.name),
      )}`,
      evidence,
    };
  }
  return {
    state: 'open',
    message: `${evidence.applications.length} applications are Healthy and Synced`,
    evidence,
  };
}

function wordApplication({
  health,
  message,
  name,
  sync,
  url,
}: ArgocdApplication): string {
  const why = message ? `: ${message.slice(0, 200)}` : '';
  return `${name}${url ? ` (${url})` : ''} is ${sync} and ${health}${why}`;
}

function unread(message: string): RolloutGateResult {
  return { state: 'unknown', code: 'gate.unreadable', message };
}

function list(words: string[]): string {
  const more = words.length - NAMED;
  const named = words.slice(0, NAMED).join('; ');
  return more > 0 ? `${named}; and ${more} more` : named;
}
