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
import type { CredentialStore, Principal } from '../aws/CredentialStore';
import type { CloudModel } from '../model';
import type { Cluster } from '../model/types';
import type { CallLog } from '../server/CallLog';
import type { Faults, FaultSpec } from '../server/faults';
import { readResource } from './api';
import { KubernetesError } from './KubernetesError';
import { readToken } from './tokens';

export interface KubernetesRequest {
  method: string;
  /** Path and query. */
  url: string;
  authorization?: string;
}

export interface KubernetesAnswer {
  status: number;
  contentType: string;
  body: string;
}

export interface KubernetesCloud {
  model: CloudModel;
  credentials: CredentialStore;
  faults: Faults;
  calls: CallLog;
}

const CLUSTER_PATH = /^\/clusters\/([0-9A-F]{32})(\/.*)?$/;
/** What EKS shows to anybody. */
const OPEN_PATHS = ['/healthz', '/livez', '/readyz'];

/**
 * Answers one request to a cluster's API; `undefined` where the connection
 * breaks instead.
 */
export async function answerKubernetes(
  request: KubernetesRequest,
  cloud: KubernetesCloud,
): Promise<KubernetesAnswer | undefined> {
  const url = new URL(request.url, 'https://cluster.invalid');
  const [, id, path = '/'] = CLUSTER_PATH.exec(url.pathname) ?? [];
  const cluster = cloud.model.findClusterById(id);
  const call = {
    service: 'kubernetes',
    operation: `${request.method} ${cluster ? path : url.pathname}`,
    accountId: cluster?.accountId ?? '',
    region: cluster?.region ?? '',
  };
  const fault = cloud.faults.take({ ...call, cluster: cluster?.name });
  if (fault?.delayMs) {
    await sleep(fault.delayMs);
  }
  const broken =
    !cluster ||
    cluster.unreachable ||
    fault?.effect === 'reset' ||
    fault?.effect === 'lostAnswer';
  if (broken) {
    cloud.calls.record({ ...call, status: 0, error: 'ConnectionReset' });
    return undefined;
  }
  const answer = answerCluster({ request, cluster, path, url, fault, cloud });
  cloud.calls.record({
    ...call,
    status: answer.status,
    error: answer.status >= 400 ? String(answer.status) : undefined,
  });
  return answer;
}

function answerCluster(options: {
  request: KubernetesRequest;
  cluster: Cluster;
  path: string;
  url: URL;
  fault?: FaultSpec;
  cloud: KubernetesCloud;
}): KubernetesAnswer {
  const { request, cluster, path, url, fault, cloud } = options;
  try {
    throwFault(fault);
    if (OPEN_PATHS.includes(path)) {
      return { status: 200, contentType: 'text/plain', body: 'ok' };
    }
    const principal = authenticated(request, cluster, cloud.credentials);
    if (!cluster.accessEntries.includes(principal.roleArn)) {
      throw KubernetesError.unauthorized();
    }
    if (request.method !== 'GET') {
      throw KubernetesError.forbidden(principal.arn, request.method, path);
    }
    const body = readResource({
      cluster,
      path,
      query: url.searchParams,
      user: principal.arn,
    });
    return json(200, body);
  } catch (error) {
    if (error instanceof KubernetesError) {
      return json(error.code, error.toStatus());
    }
    throw error;
  }
}

function authenticated(
  request: KubernetesRequest,
  cluster: Cluster,
  credentials: CredentialStore,
): Principal {
  const [, token] = /^Bearer (.+)$/.exec(request.authorization ?? '') ?? [];
  const principal = token && readToken(token, cluster, credentials);
  if (!principal) {
    throw KubernetesError.unauthorized();
  }
  return principal;
}

function throwFault(fault: FaultSpec | undefined): void {
  switch (fault?.effect) {
    case 'throttle':
      throw new KubernetesError(
        429,
        'TooManyRequests',
        'Too many requests, please try again later.',
      );
    case 'deny':
    case 'explicitDeny':
      throw new KubernetesError(403, 'Forbidden', 'forbidden');
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

function json(status: number, value: unknown): KubernetesAnswer {
  return {
    status,
    contentType: 'application/json',
    body: JSON.stringify(value),
  };
}
