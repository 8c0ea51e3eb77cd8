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

import { KubernetesError } from './KubernetesError';
import type { KubernetesObject } from './objects/KubernetesObject';

type Test = (object: KubernetesObject) => boolean;

/**
 * Reads a label selector: equality, inequality, existence and sets.
 *
 * @throws KubernetesError
 */
export function labelSelector(text: string): Test {
  const tests = splitOutsideParentheses(text).map(readRequirement);
  return ({ metadata: { labels = {} } }) => tests.every(test => test(labels));
}

function readRequirement(
  text: string,
): (labels: Record<string, string>) => boolean {
  const [, set, operator, members] =
    /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(text) ?? [];
  if (set) {
    const values = members.split(',').map(value => value.trim());
    return labels =>
      operator === 'in'
        ? Object.hasOwn(labels, set) && values.includes(labels[set])
        : !values.includes(labels[set]);
  }
  const [, name, equality, value] =
    /^([^\s=!()]+)\s*(==|=|!=)\s*([^\s=!()]*)$/.exec(text) ?? [];
  if (name) {
    return labels => (labels[name] === value) === (equality !== '!=');
  }
  const [, absent, key] = /^(!?)([^\s=!()]+)$/.exec(text) ?? [];
  if (key === undefined) {
    throw KubernetesError.badRequest(
      `unable to parse requirement: found '${text}'`,
    );
  }
  return labels => Object.hasOwn(labels, key) === (absent === '');
}

function splitOutsideParentheses(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}

const FIELDS: Record<string, (object: any) => unknown> = {
  'metadata.name': object => object.metadata.name,
  'metadata.namespace': object => object.metadata.namespace,
  'spec.nodeName': object => object.spec?.nodeName ?? '',
  'status.phase': object => object.status?.phase,
};

/**
 * Reads a field selector, over the fields that clients ask for most.
 *
 * @throws KubernetesError
 */
export function fieldSelector(text: string): Test {
  const tests = text
    .split(',')
    .filter(Boolean)
    .map((requirement): Test => {
      const [, field, operator, value] =
        /^([^=!]+)(!=|==|=)(.*)$/.exec(requirement) ?? [];
      const read = FIELDS[field];
      if (!read) {
        throw KubernetesError.badRequest(
          `field label not supported: ${field ?? requirement}`,
        );
      }
      return object => (read(object) === value) === (operator !== '!=');
    });
  return object => tests.every(test => test(object));
}
