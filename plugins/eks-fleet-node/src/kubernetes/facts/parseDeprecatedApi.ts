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

/**
 * One API that an API server was asked for, by its own metric.
 *
 * @public
 */
export interface RequestedApi {
  group?: string;
  version: string;
  resource: string;
  subresource?: string;
  removedRelease?: string;
}

const METRIC = 'apiserver_requested_deprecated_apis{';
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const MAX_LABEL_LENGTH = 300;

/**
 * Reads a line of `/metrics`.
 *
 * @returns `undefined` for any other metric, and for a gauge that is 0
 */
export function parseDeprecatedApi(line: string): RequestedApi | undefined {
  if (!line.startsWith(METRIC)) {
    return undefined;
  }
  const end = line.lastIndexOf('}');
  const [value] = line
    .slice(end + 1)
    .trim()
    .split(/\s+/);
  if (end < 0 || !(Number(value) > 0)) {
    return undefined;
  }
  const labels = new Map<string, string>();
  for (const [, name, text] of line.slice(METRIC.length, end).matchAll(LABEL)) {
    labels.set(name, unescape(text).slice(0, MAX_LABEL_LENGTH));
  }
  const version = labels.get('version');
  const resource = labels.get('resource');
  if (!version || !resource) {
    return undefined;
  }
  return {
    group: labels.get('group') || undefined,
    version,
    resource,
    subresource: labels.get('subresource') || undefined,
    removedRelease: labels.get('removed_release') || undefined,
  };
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, character) =>
    character === 'n' ? '\n' : character,
  );
}
