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

import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  answerJson,
  startApiServer,
} from '../../kubernetes/__testUtils__/startApiServer';
import { KubernetesClient } from '../../kubernetes/client/KubernetesClient';

/** An object as the API has it. */
export interface TestObject {
  metadata: { name: string; namespace?: string; [field: string]: unknown };
  [field: string]: unknown;
}

/** A kind that the test's cluster serves. */
export interface TestKind {
  /** Such as `wgpolicyk8s.io/v1alpha2`, or `v1`. */
  api: string;
  kind: string;
  plural: string;
  namespaced?: boolean;
  objects: TestObject[];
  /** What `kubectl get` prints; names and values. */
  columns?: (object: TestObject) => Record<string, unknown>;
}

/** Answers instead of the cluster, and says that it did. */
export type Interception = (
  url: URL,
  response: ServerResponse,
  request: IncomingMessage,
) => boolean;

/** What `kubectl get policyreports` prints. */
export const reportColumns = (report: TestObject) => {
  const summary = (report.summary ?? {}) as Record<string, unknown>;
  const { kind, name } = (report.scope ?? {}) as Record<string, unknown>;
  return {
    Name: report.metadata.name,
    Kind: kind ?? null,
    'Name ': name ?? null,
    Pass: summary.pass ?? null,
    Fail: summary.fail ?? null,
    Warn: summary.warn ?? null,
    Error: summary.error ?? null,
    Skip: summary.skip ?? null,
    Age: '3d',
  };
};

/** An API server with the given kinds, and a client of it. */
export async function startPolicyCluster(
  kinds: TestKind[],
  options: { intercept?: Interception; pageSize?: number } = {},
) {
  let served = kinds;
  let { intercept } = options;
  const server = await startApiServer((request, response) => {
    const url = new URL(request.url!, 'https://cluster');
    if (!intercept?.(url, response, request)) {
      answer(served, { url, request, response, pageSize: options.pageSize });
    }
  });
  const client = KubernetesClient.create({
    endpoint: server.endpoint,
    certificateAuthority: server.certificateAuthority,
    allowLocalAddresses: true,
    token: async () => 'token',
  });
  return {
    client,
    endpoint: server.endpoint,
    certificateAuthority: server.certificateAuthority,
    /** Paths with queries, as they were asked. */
    asked: () => server.requests.map(({ url }) => url),
    requests: server.requests,
    forget: () => server.requests.splice(0),
    serve(now: TestKind[], nowIntercept?: Interception) {
      served = now;
      intercept = nowIntercept;
    },
    async stop() {
      client.close();
      await server.stop();
    },
  };
}

/** Refuses to list or get some kinds. */
export function forbidding(...plurals: string[]): Interception {
  return ({ pathname }, response) => {
    const isForbidden = plurals.some(plural =>
      pathname.split('/').includes(plural),
    );
    if (isForbidden) {
      answerJson(response, { message: 'cannot list resource' }, 403);
    }
    return isForbidden;
  };
}

function answer(
  kinds: TestKind[],
  {
    url,
    request,
    response,
    pageSize,
  }: {
    url: URL;
    request: IncomingMessage;
    response: ServerResponse;
    pageSize?: number;
  },
): void {
  const { pathname, searchParams } = url;
  if (pathname === '/apis') {
    answerJson(response, { groups: groupsOf(kinds) });
    return;
  }
  const resources = kinds.filter(({ api }) => pathname === baseOf(api));
  if (resources.length > 0) {
    answerJson(response, {
      resources: resources.flatMap(({ kind, plural, namespaced }) => [
        { name: plural, kind, namespaced: namespaced ?? false },
        { name: `${plural}/status`, kind, namespaced: namespaced ?? false },
      ]),
    });
    return;
  }
  const listed = kinds.find(
    ({ api, plural }) => pathname === `${baseOf(api)}/${plural}`,
  );
  if (listed) {
    const limit = Math.min(
      Number(searchParams.get('limit')),
      pageSize ?? Infinity,
    );
    const from = Number(searchParams.get('continue') ?? 0);
    const objects = listed.objects.slice(from, from + limit);
    const to = from + objects.length;
    const metadata = to < listed.objects.length ? { continue: String(to) } : {};
    const { accept = '' } = request.headers;
    answerJson(response, { metadata, ...inForm(listed, objects, accept) });
    return;
  }
  const got = find(kinds, pathname);
  answerJson(response, got ?? { message: 'not found' }, got ? 200 : 404);
}

function inForm(
  { columns }: TestKind,
  objects: TestObject[],
  accept: string,
): object {
  if (accept.includes('as=Table') && columns) {
    return {
      kind: 'Table',
      columnDefinitions: objects[0]
        ? Object.keys(columns(objects[0])).map(name => ({ name: name.trim() }))
        : [],
      rows: objects.map(object => ({
        cells: Object.values(columns(object)),
        object: { metadata: object.metadata },
      })),
    };
  }
  return {
    items: accept.includes('PartialObjectMetadata')
      ? objects.map(({ metadata }) => ({ metadata }))
      : objects,
  };
}

function find(kinds: TestKind[], pathname: string): TestObject | undefined {
  for (const { api, plural, objects } of kinds) {
    const base = baseOf(api);
    const found = objects.find(({ metadata: { name, namespace } }) => {
      const inNamespace = namespace ? `/namespaces/${namespace}` : '';
      return pathname === `${base}${inNamespace}/${plural}/${name}`;
    });
    if (found) {
      return found;
    }
  }
  return undefined;
}

function baseOf(api: string): string {
  return api.includes('/') ? `/apis/${api}` : `/api/${api}`;
}

function groupsOf(kinds: TestKind[]) {
  const groups = new Map<string, Set<string>>();
  for (const { api } of kinds.filter(({ api: each }) => each.includes('/'))) {
    const [group, version] = api.split('/');
    groups.set(group, (groups.get(group) ?? new Set()).add(version));
  }
  return [...groups].map(([name, versions]) => ({
    name,
    versions: [...versions].map(version => ({ version })),
  }));
}
