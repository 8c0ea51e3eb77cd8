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

import { isDeepStrictEqual } from 'node:util';
import type {
  ApplicationSpec,
  ClusterThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { ArgocdApplication, HubLook } from '../../argocd/types';
import { applicationName } from '../preflight';
import { deliveryOf } from './delivery';
import type { RequestSighting } from './types';

type Judged = Pick<RequestSighting, 'delivery' | 'thing'>;
type Delivery = RequestSighting['delivery'];

/** What an entry says, and where it is to be. */
export interface EntryWanted {
  spec: ApplicationSpec;
  clusters: ClusterThing[];
  /** When it was merged; ISO 8601. */
  since: string;
}

/** How an application stands on one cluster. */
interface Standing {
  cluster: string;
  delivery: Delivery;
  isHealthy: boolean;
}

/**
 * What the Argo CD applications that an entry comes to say together: it is
 * synced when all of them have it, and there when all are Healthy. Pure.
 */
export function judgeApplications(
  looks: HubLook[],
  { clusters, since, spec }: EntryWanted,
): Judged {
  if (looks.length === 0) {
    return notRead('there');
  }
  const { environment, namespace } = spec;
  if (clusters.length === 0) {
    const message = `No cluster of ${environment} has the namespace ${namespace} of ${spec.owner} any more`;
    return {
      delivery: { state: 'missing', message },
      thing: { state: 'coming', source: 'argocd', message },
    };
  }
  const standings = clusters.map(cluster =>
    standingOn(looks, applicationName(spec, cluster), {
      cluster: cluster.name,
      spec,
      since,
    }),
  );
  const delivery = together(standings);
  return { delivery, thing: thingOf(standings, delivery) };
}

/** What of an application is still there; as {@link judgeApplications}. Pure. */
export function judgeGoing(
  looks: HubLook[],
  { clusters, spec }: EntryWanted,
): Judged {
  if (looks.length === 0) {
    return notRead('absent');
  }
  const failed = looks.find(({ error }) => error);
  const names = [
    ...new Set(clusters.map(cluster => applicationName(spec, cluster))),
  ];
  const left = looks
    .flatMap(({ applications }) => applications)
    .filter(({ name }) => names.includes(name));
  if (left.length > 0) {
    const message = `${left.length} of ${
      names.length
    } applications are still there: ${listed(left.map(({ name }) => name))}`;
    return {
      // The mark has reached Argo CD once it does what the mark says, which is all that is seen.
      delivery: { state: 'synced', message, application: linkOf(left[0]) },
      thing: { state: 'coming', source: 'argocd', message },
    };
  }
  if (failed) {
    const message = `Argo CD ${failed.hub.id} could not be asked: ${
      failed.error!.message
    }`;
    return {
      delivery: { state: 'unknown', message },
      thing: { state: 'unknown', source: 'argocd', message },
    };
  }
  return {
    delivery: {
      state: 'missing',
      message: 'Argo CD has no application of it any more',
    },
    thing: {
      state: 'absent',
      source: 'argocd',
      message: 'Argo CD has no application of it any more',
    },
  };
}

function standingOn(
  looks: HubLook[],
  name: string,
  {
    cluster,
    since,
    spec,
  }: { cluster: string; spec: ApplicationSpec; since: string },
): Standing {
  const application = looks
    .flatMap(({ applications }) => applications)
    .find(each => each.name === name);
  const seen = deliveryOf(looks, name, since);
  const delivery: Delivery =
    application && !hasEntry(application, spec)
      ? {
          ...seen,
          state: 'behind',
          message: `Application ${name} has not been brought to the change yet`,
        }
      : seen;
  return {
    cluster,
    delivery,
    isHealthy: delivery.state === 'synced' && application?.health === 'Healthy',
  };
}

/** Whether the ApplicationSet has made of an application what the entry says now. */
function hasEntry(
  { automated, sources }: ArgocdApplication,
  { parameters, source, syncPolicy }: ApplicationSpec,
): boolean {
  return (
    automated === syncPolicy.automated &&
    sources.some(
      each =>
        each.repoUrl === source.repoUrl &&
        each.targetRevision === source.targetRevision &&
        ('chart' in source
          ? each.chart === source.chart
          : each.path === source.path) &&
        isDeepStrictEqual(each.parameters ?? {}, { ...parameters }),
    )
  );
}

/** The worst of them, and how many are as they should be. */
function together(standings: Standing[]): Delivery {
  const of = (state: Delivery['state']) =>
    standings.filter(({ delivery }) => delivery.state === state);
  const synced = of('synced');
  const count = `${synced.length} of ${standings.length}`;
  const [first] = (['failed', 'unknown', 'behind', 'missing'] as const)
    .map(of)
    .find(({ length }) => length > 0) ?? [undefined];
  if (!first) {
    return {
      state: 'synced',
      message: `Argo CD has synced it on ${listed(
        standings.map(({ cluster }) => cluster),
      )}`,
      application: standings[0].delivery.application,
    };
  }
  const { application, message, state } = first.delivery;
  return {
    // One that is not there yet holds back those that are.
    state: state === 'missing' && synced.length > 0 ? 'behind' : state,
    message: `${count} clusters have it; ${first.cluster}: ${message}`,
    ...(application && { application }),
  };
}

function thingOf(
  standings: Standing[],
  delivery: Delivery,
): RequestSighting['thing'] {
  const waiting = standings.filter(({ isHealthy }) => !isHealthy);
  const source = 'argocd' as const;
  if (waiting.length === 0) {
    return {
      state: 'there',
      source,
      message: `It runs on ${listed(standings.map(({ cluster }) => cluster))}`,
    };
  }
  const done = standings.length - waiting.length;
  return {
    state: delivery.state === 'unknown' ? 'unknown' : 'coming',
    source,
    message:
      delivery.state === 'synced'
        ? `It is Healthy on ${done} of ${
            standings.length
          } clusters; not yet on ${listed(
            waiting.map(({ cluster }) => cluster),
          )}`
        : delivery.message,
  };
}

function notRead(state: 'absent' | 'there'): Judged {
  return {
    delivery: { state: 'notRead' },
    thing: {
      state,
      source: 'git',
      message: 'Nothing here reads Argo CD, so that no more is known of it',
    },
  };
}

function listed(names: string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

function linkOf({ name, namespace, url }: ArgocdApplication) {
  return { name, namespace, ...(url && { url }) };
}
