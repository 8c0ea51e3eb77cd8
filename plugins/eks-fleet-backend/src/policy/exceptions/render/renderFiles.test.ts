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

import { parse } from 'yaml';
import { aContent, ARN } from '../__testUtils__/content';
import type { ExceptionContent } from '../types';
import { hashFiles, renderFiles } from './renderFiles';

const places = [{ path: 'x/a.yaml', arn: ARN }];

function render(
  part: Partial<ExceptionContent>,
  rendering: Parameters<typeof renderFiles>[1]['rendering'],
): any {
  const [file] = renderFiles(aContent(part), {
    rendering,
    places,
    namespace: 'kyverno',
  });
  return 'create' in file ? file.create : file;
}

describe('an exception in CEL', () => {
  it('says what it is for, until when, and who agreed', () => {
    expect(render({ approvedBy: 'user:default/sam' }, 'policies.kyverno.io'))
      .toBe(`apiVersion: policies.kyverno.io/v1
kind: PolicyException
metadata:
  name: no-latest-tag-web-0b54c1de
  namespace: kyverno
  annotations:
    eks-fleet.io/request: 0b54c1de-0000-4000-8000-00000000000a
spec:
  policyRefs:
    - kind: ValidatingPolicy
      name: no-latest-tag
  matchConditions:
    - name: covered
      expression: 'object.metadata.?namespace.orValue("") == "shop" && ((object.kind == "Deployment" && object.metadata.?name.orValue("") == "web") || object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false) && ((o.kind == "Deployment" && o.name == "web") || (o.kind == "ReplicaSet" && o.name.matches("^web-[a-z0-9]+$")))))'
  reportResult: skip
  expiresAt: '2027-01-31T23:59:59Z'
  properties:
    reason: 'The vendor ships no other tag'
    ticket: SEC-12
    requested-by: 'user:default/ada'
    approved-by: 'user:default/sam'
    request: 0b54c1de-0000-4000-8000-00000000000a
`);
  });

  it.each<[string, ExceptionContent['scope'], string]>([
    [
      'a namespace, with itself',
      { kind: 'namespace', namespace: 'shop' },
      '(object.kind == "Namespace" ? object.metadata.name : object.metadata.?namespace.orValue("")) == "shop"',
    ],
    [
      'jobs of a CronJob, and their pods',
      {
        kind: 'resource',
        namespace: 'shop',
        resource: { kind: 'CronJob', name: 'a.b' },
      },
      'object.metadata.?namespace.orValue("") == "shop" && ((object.kind == "CronJob" && object.metadata.?name.orValue("") == "a.b") || object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false) && ((o.kind == "CronJob" && o.name == "a.b") || (o.kind == "Job" && o.name.matches("^a\\\\.b-[0-9]+$")))))',
    ],
    [
      'what is in no namespace',
      {
        kind: 'resource',
        namespace: '',
        resource: { kind: 'ClusterRole', name: 'x' },
      },
      'object.metadata.?namespace.orValue("") == "" && ((object.kind == "ClusterRole" && object.metadata.?name.orValue("") == "x") || object.metadata.?ownerReferences.orValue([]).exists(o, o.?controller.orValue(false) && ((o.kind == "ClusterRole" && o.name == "x"))))',
    ],
    [
      'a name that would end its text',
      { kind: 'namespace', namespace: `"\\ || true || "\n\u2028` },
      '(object.kind == "Namespace" ? object.metadata.name : object.metadata.?namespace.orValue("")) == "\\"\\\\ || true || \\"\\n\\u2028"',
    ],
  ])('covers %s', (_, scope, expression) => {
    const { spec } = parse(render({ scope }, 'policies.kyverno.io'));
    expect(spec.matchConditions).toEqual([{ name: 'covered', expression }]);
  });

  it('leaves out who agreed where nobody has yet', () => {
    const { spec } = parse(render({}, 'policies.kyverno.io'));
    expect(spec.properties).not.toHaveProperty('approved-by');
  });

  it('keeps what people wrote a text', () => {
    const reason = 'on: [x]\n---\nkind: Secret\n# \'" {{ .x }} \u0085';
    const ticket = 'yes';
    const text = render({ reason, ticket }, 'policies.kyverno.io');
    const { kind, spec } = parse(text);
    expect(kind).toBe('PolicyException');
    expect(spec.properties).toMatchObject({ reason, ticket });
    expect(parse(text, { version: '1.1' }).spec.properties.ticket).toBe('yes');
  });
});

describe('an exception for ClusterPolicy and Policy', () => {
  const policy = {
    ...aContent().policy,
    kind: 'ClusterPolicy',
    rule: 'autogen-require-tag',
  };

  it('names rules as Kyverno makes them, and what a workload makes', () => {
    expect(render({ policy, approvedBy: 'user:default/sam' }, 'kyverno.io'))
      .toBe(`apiVersion: kyverno.io/v2
kind: PolicyException
metadata:
  name: no-latest-tag-web-0b54c1de
  namespace: kyverno
  annotations:
    eks-fleet.io/request: 0b54c1de-0000-4000-8000-00000000000a
    eks-fleet.io/reason: 'The vendor ships no other tag'
    eks-fleet.io/ticket: SEC-12
    eks-fleet.io/requested-by: 'user:default/ada'
    eks-fleet.io/approved-by: 'user:default/sam'
    eks-fleet.io/expires-at: '2027-01-31T23:59:59Z'
spec:
  background: true
  exceptions:
    - policyName: no-latest-tag
      ruleNames:
        - require-tag
        - autogen-require-tag
        - autogen-cronjob-require-tag
  match:
    any:
      - resources:
          kinds:
            - Deployment
          names:
            - web
          namespaces:
            - shop
      - resources:
          kinds:
            - ReplicaSet
            - Pod
          names:
            - 'web-*'
          namespaces:
            - shop
`);
  });

  it('names a Policy with its namespace, and all rules where none is meant', () => {
    const { spec } = parse(
      render(
        {
          policy: {
            ...policy,
            kind: 'Policy',
            namespace: 'shop',
            rule: undefined,
          },
          scope: { kind: 'namespace', namespace: 'shop' },
        },
        'kyverno.io',
      ),
    );
    expect(spec.exceptions).toEqual([
      { policyName: 'shop/no-latest-tag', ruleNames: ['*'] },
    ]);
    expect(spec.match.any).toEqual([
      { resources: { kinds: ['*'], namespaces: ['shop'] } },
      { resources: { kinds: ['Namespace'], names: ['shop'] } },
    ]);
  });

  it.each([
    ['CronJob', ['Job', 'Pod']],
    ['StatefulSet', ['Pod']],
    ['Pod', undefined],
    ['constructor', undefined],
  ])('of a %s covers %s', (kind, made) => {
    const { spec } = parse(
      render(
        {
          scope: {
            kind: 'resource',
            namespace: 'shop',
            resource: { kind, name: 'x' },
          },
        },
        'kyverno.io',
      ),
    );
    expect(spec.match.any[1]?.resources.kinds).toEqual(made);
  });
});

describe('an exception in values', () => {
  it('is an entry of its own, on one line each', () => {
    expect(
      render(
        { reason: 'One\n two', approvedBy: 'user:default/sam' },
        'gatekeeper',
      ),
    ).toEqual({
      path: 'x/a.yaml',
      arn: ARN,
      pointer: '/exceptions/no-latest-tag-web-0b54c1de',
      add: {
        policies: ['no-latest-tag'],
        namespaces: ['shop'],
        resources: [{ kind: 'Deployment', name: 'web' }],
        reason: 'One two',
        ticket: 'SEC-12',
        requestedBy: 'user:default/ada',
        approvedBy: 'user:default/sam',
        expiresAt: '2027-01-31T23:59:59Z',
      },
    });
  });
});

it('is bound to its content, whatever order it comes in', () => {
  const files = (part = {}) =>
    renderFiles(aContent(part), {
      rendering: 'gatekeeper',
      places,
      namespace: 'kyverno',
    });
  expect(hashFiles(files())).toBe(hashFiles(structuredClone(files())));
  expect(hashFiles(files())).not.toBe(hashFiles(files({ reason: 'x' })));
});
