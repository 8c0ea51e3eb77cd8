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

import { setTimeout as sleep } from 'node:timers/promises';
import type { CredentialStore } from '../aws/CredentialStore';
import type { Clock } from '../clock';
import type { CloudModel } from '../model';
import type { Cluster } from '../model/types';
import type { CallLog } from '../server/CallLog';
import type { Faults, FaultSpec } from '../server/faults';
import {
  answerCluster,
  json,
  type ClusterGuest,
  type KubernetesAnswer,
} from './answerCluster';
import type { ApiServerMetrics } from './apiServerMetrics';
import { KubernetesError } from './KubernetesError';
import type { ServiceAccountTokens } from './serviceAccountTokens';
import { isWatch } from './requestInfo';
import type { WatchHistory } from './watches/WatchHistory';

export interface KubernetesRequest {
  method: string;
  /** Path and query. */
  url: string;
  authorization?: string;
  accept?: string;
}

/** An answer, and how much of it arrives: nothing, half of it, or all. */
export type KubernetesDelivery =
  | { answer: KubernetesAnswer; cut?: 'body' }
  | 'reset'
  | 'hang';

export interface KubernetesCloud {
  model: CloudModel;
  clock: Clock;
  credentials: CredentialStore;
  faults: Faults;
  calls: CallLog;
  metrics: ApiServerMetrics;
  tokens: ServiceAccountTokens;
  history: WatchHistory;
  /** Who keeps objects in the cluster beside what its model says. */
  guestOf?(cluster: Cluster): Promise<ClusterGuest | undefined>;
}

const PATH = /^\/(clusters|oidc)\/([0-9A-F]{32})(\/.*)?$/;

/** Answers one request to a cluster's API, or to the issuer of its tokens. */
export async function answerKubernetes(
  request: KubernetesRequest,
  cloud: KubernetesCloud,
): Promise<KubernetesDelivery> {
  const url = new URL(request.url, 'https://cluster.invalid');
  const [, kind, id, path = '/'] = PATH.exec(url.pathname) ?? [];
  const cluster = cloud.model.findClusterById(id);
  const isIssuer = kind === 'oidc';
  const watching = isWatch(url.searchParams);
  const call = {
    service: isIssuer ? 'oidc' : 'kubernetes',
    operation: `${watching ? 'WATCH' : request.method} ${
      cluster ? path : url.pathname
    }`,
    accountId: cluster?.accountId ?? '',
    region: cluster?.region ?? '',
  };
  const subject = {
    ...call,
    cluster: cluster?.name,
    hasPageToken: url.searchParams.has('continue') || watching,
  };
  // Nothing is written here: a lost answer is as good as a broken connection.
  const fault =
    cloud.faults.take(subject) ?? cloud.faults.take(subject, 'accepted');
  if (fault?.delayMs) {
    await sleep(fault.delayMs, undefined, { ref: false });
  }
  // The issuer is a public website: it stands when the API server does not.
  const outOfReach = !cluster || (cluster.unreachable && !isIssuer);
  const broken = outOfReach ? 'reset' : brokenBy(fault);
  if (broken) {
    cloud.calls.record({
      ...call,
      status: 0,
      error: broken === 'hang' ? 'NoAnswer' : 'ConnectionReset',
    });
    return broken;
  }
  const answer = await guarded(fault, async () =>
    isIssuer
      ? answerIssuer(cluster!, path, cloud.tokens)
      : answerCluster({ ...request, path, query: url.searchParams }, cluster!, {
          ...cloud,
          expireContinue: fault?.effect === 'expireToken',
          deny: isDenial(fault),
          guest: await cloud.guestOf?.(cluster!),
        }),
  );
  if (fault?.effect === 'reset') {
    cloud.calls.record({ ...call, status: 0, error: 'ConnectionReset' });
    return { answer, cut: 'body' };
  }
  cloud.calls.record({
    ...call,
    status: answer.status,
    error: answer.status >= 400 ? String(answer.status) : undefined,
  });
  return { answer };
}

function brokenBy(fault: FaultSpec | undefined): 'reset' | 'hang' | undefined {
  switch (fault?.effect) {
    case 'hang':
      return 'hang';
    case 'lostAnswer':
      return 'reset';
    case 'reset':
      return fault.at === 'body' ? undefined : 'reset';
    default:
      return undefined;
  }
}

function isDenial(fault: FaultSpec | undefined): boolean {
  return fault?.effect === 'deny' || fault?.effect === 'explicitDeny';
}

async function answerIssuer(
  cluster: Cluster,
  path: string,
  tokens: ServiceAccountTokens,
): Promise<KubernetesAnswer> {
  switch (path) {
    case '/.well-known/openid-configuration':
      return json(200, tokens.configurationOf(cluster));
    case '/keys':
      return json(200, await tokens.keysOf(cluster));
    default:
      return { status: 404, contentType: 'text/plain', body: 'Not Found' };
  }
}

async function guarded(
  fault: FaultSpec | undefined,
  answer: () => Promise<KubernetesAnswer>,
): Promise<KubernetesAnswer> {
  try {
    // Priority and fairness turns requests away before they are an API call.
    if (fault?.effect === 'throttle') {
      return {
        status: 429,
        contentType: 'text/plain; charset=utf-8',
        headers: { 'retry-after': '1' },
        body: 'Too many requests, please try again later.\n',
      };
    }
    throwFault(fault);
    return await answer();
  } catch (error) {
    if (error instanceof KubernetesError) {
      return json(error.code, error.toStatus());
    }
    throw error;
  }
}

function throwFault(fault: FaultSpec | undefined): void {
  switch (fault?.effect) {
    case 'expireCredentials':
      throw KubernetesError.unauthorized();
    case 'error':
      throw new KubernetesError(
        500,
        'InternalError',
        'Internal error occurred',
      );
    default:
  }
}
