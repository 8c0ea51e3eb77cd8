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
import type { Clock } from '../clock';
import type { CloudModel } from '../model';
import type { PolicyReporterStory } from '../model/policyStory';
import type { CallLog } from '../server/CallLog';
import type { Faults, FaultSpec } from '../server/faults';
import type { Delivery } from '../server/AwsFrontDoor';
import { reporterFilter } from './reporterFilter';
import { reporterResults } from './reporterResults';
import { REPORTER_VIEWS } from './reporterViews';

export const POLICY_REPORTER_PREFIX = '/policy-reporter/';

/** Of a cluster by its id, or by account, Region and name, which stay the same. */
const PATH =
  /^\/policy-reporter\/(?:([0-9A-F]{32})|(\d{12})\/([a-z0-9-]+)\/([\w-]+))(\/.*)?$/;

export interface PolicyReporterRequest {
  method: string;
  path: string;
  /** As sent, without `?`. */
  query: string;
  authorization?: string;
}

export interface PolicyReporterCloud {
  model: CloudModel;
  clock: Clock;
  faults: Faults;
  calls: CallLog;
}

/** Answers one request to the Policy Reporter of a cluster. */
export async function answerPolicyReporter(
  request: PolicyReporterRequest,
  cloud: PolicyReporterCloud,
): Promise<Delivery> {
  const [, id, account = '', region = '', name = '', path = '/'] =
    PATH.exec(request.path) ?? [];
  const cluster = id
    ? cloud.model.findClusterById(id)
    : cloud.model.findCluster(account, region, name);
  const call = {
    service: 'policy-reporter',
    operation: `${request.method} ${path}`,
    accountId: cluster?.accountId ?? '',
    region: cluster?.region ?? '',
  };
  const subject = { ...call, cluster: cluster?.name };
  const fault =
    cloud.faults.take(subject) ?? cloud.faults.take(subject, 'accepted');
  if (fault?.delayMs) {
    await sleep(fault.delayMs, undefined, { ref: false });
  }
  const story = cluster?.kubernetes.policies?.policyReporter;
  const answer =
    faultyAnswer(fault) ??
    (cluster && story
      ? refusal(request, story) ??
        view({ ...request, path }, () => [
          ...reporterResults(cluster, cloud.clock.now()),
        ])
      : plain(404, 'default backend - 404'));
  const cut = cutOf(fault);
  cloud.calls.record({
    ...call,
    status: cut ? 0 : answer.status,
    error: errorOf(answer.status, cut),
  });
  return { answer, cut };
}

type Answer = Delivery['answer'];

function view(
  { method, path, query }: PolicyReporterRequest,
  results: () => ReturnType<typeof reporterResults> extends Generator<infer T>
    ? T[]
    : never,
): Answer {
  const parameters = new URLSearchParams(query);
  if (method !== 'GET' || !Object.hasOwn(REPORTER_VIEWS, path)) {
    return path === '/healthz' || path === '/ready'
      ? body(200, {})
      : plain(404, '404 page not found');
  }
  const found = results().filter(reporterFilter(parameters));
  return body(200, REPORTER_VIEWS[path](found, parameters));
}

function refusal(
  { authorization = '' }: PolicyReporterRequest,
  { basicAuth }: PolicyReporterStory,
): Answer | undefined {
  const { username, password } = basicAuth ?? {};
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString(
    'base64',
  )}`;
  return !basicAuth || authorization === expected
    ? undefined
    : {
        status: 401,
        headers: { 'www-authenticate': 'Basic realm="Authorization Required"' },
        body: '',
      };
}

function faultyAnswer(fault: FaultSpec | undefined): Answer | undefined {
  switch (fault?.effect) {
    case 'throttle':
      return {
        ...plain(429, 'Too Many Requests'),
        headers: { 'retry-after': '1' },
      };
    case 'deny':
    case 'explicitDeny':
      return plain(403, 'Forbidden');
    case 'error':
      return body(500, { message: 'failed to load results' });
    default:
      return undefined;
  }
}

function cutOf(fault: FaultSpec | undefined): Delivery['cut'] {
  switch (fault?.effect) {
    case 'hang':
      return 'hang';
    case 'lostAnswer':
      return 'start';
    case 'reset':
      return fault.at ?? 'start';
    default:
      return undefined;
  }
}

function errorOf(status: number, cut: Delivery['cut']): string | undefined {
  if (cut) {
    return cut === 'hang' ? 'NoAnswer' : 'ConnectionReset';
  }
  return status >= 400 ? String(status) : undefined;
}

function body(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

function plain(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/plain' }, body: text };
}
