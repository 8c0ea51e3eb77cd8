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

import type { PolicyRule } from '../model/kubernetesStory';
import { qualifiedName } from './apiResources';
import { KubernetesError } from './KubernetesError';
import type { RequestInfo } from './requestInfo';

/**
 * Lets a request through that one of the rules allows.
 *
 * @throws KubernetesError, worded as the API server words it
 */
export function authorize(
  request: RequestInfo,
  user: string,
  rules: readonly PolicyRule[],
): void {
  if (!isAllowed(request, rules)) {
    throw forbidden(request, user);
  }
}

/** Whether one of the rules allows a request. */
export function isAllowed(
  request: RequestInfo,
  rules: readonly PolicyRule[],
): boolean {
  return rules.some(rule => allows(rule, request));
}

function allows(rule: PolicyRule, { verb, path, resource }: RequestInfo) {
  const { verbs, apiGroups = [], resources = [], nonResourceURLs = [] } = rule;
  if (!has(verbs, verb)) {
    return false;
  }
  if (!resource) {
    return nonResourceURLs.some(
      url =>
        url === path ||
        (url.endsWith('*') && path.startsWith(url.slice(0, -1))),
    );
  }
  const { group, plural, subresource, namespace = '' } = resource;
  return (
    (!rule.namespaces || rule.namespaces.includes(namespace)) &&
    has(apiGroups, group) &&
    has(resources, subresource ? `${plural}/${subresource}` : plural)
  );
}

function has(list: string[], value: string): boolean {
  return list.includes(value) || list.includes('*');
}

function forbidden(
  { verb, path, resource }: RequestInfo,
  user: string,
): KubernetesError {
  if (!resource) {
    return new KubernetesError(
      403,
      'Forbidden',
      `forbidden: User "${user}" cannot ${verb} path "${path}"`,
      { details: {} },
    );
  }
  const { group, plural, namespace, name, subresource } = resource;
  const what = subresource ? `${plural}/${subresource}` : plural;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  const subject = [qualifiedName(plural, group), name && `"${name}"`]
    .filter(Boolean)
    .join(' ');
  return new KubernetesError(
    403,
    'Forbidden',
    `${subject} is forbidden: User "${user}" cannot ${verb} resource "${what}" in API group "${group}" ${where}`,
    {
      details: { ...(name && { name }), ...(group && { group }), kind: plural },
    },
  );
}
