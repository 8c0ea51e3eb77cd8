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

/** What a request asks for, read from its path alone as the API server does. */
export interface RequestInfo {
  verb: string;
  path: string;
  /** Absent for paths such as `/version` and `/apis/apps/v1`. */
  resource?: {
    group: string;
    version: string;
    plural: string;
    namespace?: string;
    name?: string;
    subresource?: string;
  };
}

const WRITING_VERBS: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

export function readRequestInfo(
  method: string,
  path: string,
  query: URLSearchParams,
): RequestInfo {
  const parts = path.split('/').filter(Boolean).map(decoded);
  const isCore = parts[0] === 'api';
  const rest = parts.slice(isCore ? 2 : 3);
  if ((!isCore && parts[0] !== 'apis') || rest.length === 0) {
    return { verb: method.toLowerCase(), path };
  }
  const [group, version] = isCore ? ['', parts[1]] : [parts[1], parts[2]];
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
  const [plural, name, subresource] = inNamespace ? rest.slice(2) : rest;
  const reading = name === undefined ? 'list' : 'get';
  const collectionVerb =
    method === 'DELETE' && name === undefined ? 'deletecollection' : undefined;
  return {
    verb:
      collectionVerb ??
      WRITING_VERBS[method] ??
      (isWatch(query) && reading === 'list' ? 'watch' : reading),
    path,
    resource: {
      group,
      version,
      plural,
      namespace: inNamespace ? rest[1] : undefined,
      name,
      subresource,
    },
  };
}

/** Whether a list is to be followed. */
export function isWatch(query: URLSearchParams): boolean {
  return ['1', 'true'].includes(query.get('watch') ?? '');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
