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

import { celHolds } from './cel';

const OBJECT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: {
    name: 'api-7',
    namespace: 'checkout',
    labels: { 'app.kubernetes.io/name': 'api' },
    ownerReferences: [{ kind: 'ReplicaSet', name: 'api-7d', controller: true }],
  },
  spec: { replicas: 2 },
};

const EXEMPT = `exists(e,
  (object.kind == 'Namespace' ? object.metadata.name : object.metadata.?namespace.orValue('')).matches(e.namespace) &&
  ((object.kind.matches(e.kind) && object.metadata.?name.orValue('').matches(e.name)) ||
   object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false) && o.name.matches(e.owner))))`;

describe('a condition in CEL', () => {
  it.each<[string, boolean]>([
    ["object.metadata.namespace == 'checkout'", true],
    ['object.metadata.namespace == "search"', false],
    ["object.kind != 'Pod' && object.spec.replicas >= 2", true],
    ["object.kind == 'Pod' || object.metadata.name.startsWith('api')", true],
    ["object.metadata.name in ['api-7', 'web']", true],
    ["'app.kubernetes.io/name' in object.metadata.labels", true],
    ["object.metadata.labels['app.kubernetes.io/name'] == 'api'", true],
    ["!(object.metadata.name.endsWith('-8'))", true],
    ["object.metadata.name.matches('^api-[0-9]$')", true],
    ['object.metadata.name.matches("^api\\\\-\\u0037$")', true],
    ['has(object.metadata.annotations)', false],
    ['has(object.metadata.labels)', true],
    ["object.metadata.?annotations.?owner.orValue('') == ''", true],
    ["object.metadata.labels[?'none'].orValue('x') == 'x'", true],
    ["object.metadata.ownerReferences.all(o, o.kind == 'Pod')", false],
    ['size(object.metadata.labels) + 1 == 2', true],
    ["{'a': 1}['a'] == 1 ? true : false", true],
    [
      `[{"namespace":"^(check.*)$","kind":".*","name":"^(other)$","owner":"^(api)(-[a-z0-9]+)?$"}].${EXEMPT}`,
      true,
    ],
    [
      `[{"namespace":"^(search)$","kind":".*","name":".*","owner":".*"}].${EXEMPT}`,
      false,
    ],
  ])('%s is %s', (expression, expected) => {
    expect(celHolds(expression, { object: OBJECT })).toBe(expected);
  });

  it.each([
    ['object.metadata.annotations.owner == "x"', 'no such key: annotations'],
    ['namespaceObject.metadata.name == "x"', 'undeclared reference'],
    ["object.metadata.name.lowerAscii() == 'x'", 'undeclared reference'],
    ['object.metadata.name', 'must be true or false'],
    ["object.kind == 'Pod' object", 'was not expected'],
    ['object.kind ==', 'the end'],
    ['object.kind == #', 'cannot read'],
    ["('a' == 'a'", "')' was expected"],
  ])('%s fails', (expression, message) => {
    expect(() => celHolds(expression, { object: OBJECT })).toThrow(message);
  });
});
