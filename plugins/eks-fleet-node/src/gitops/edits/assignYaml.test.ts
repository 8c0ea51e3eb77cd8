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

import { assignYaml, type YamlAssignment } from './assignYaml';

const LAYER = `# Layer of production
engine: kyverno   # both are there

policies:
  # Agreed on in March
  removed-apis:
    enabled: true
    mode: "audit"  # see the calendar
    parameters: { targetVersion: '1.36' }
  no-latest-tag:
    mode: audit
    exclude:
      namespaces:
        - kube-system
        - batch
      resources: []
  require-owner: {}
  no-single-replica:
    # to be discussed
    mode: warn

# The end
`;

/** What is changed, as the lines that are taken away and added in one place. */
function changed(text: string, edit: YamlAssignment): string[] {
  const before = text.split('\n');
  const after = assignYaml(text, edit).split('\n');
  while (before.length > 0 && before[0] === after[0]) {
    before.shift();
    after.shift();
  }
  while (before.length > 0 && before.at(-1) === after.at(-1)) {
    before.pop();
    after.pop();
  }
  return [...before.map(line => `-${line}`), ...after.map(line => `+${line}`)];
}

const set = (path: string, value: YamlAssignment['value']): YamlAssignment => ({
  path: path.split('/'),
  value,
});

describe('assignYaml', () => {
  it.each<[string, YamlAssignment, string[]]>([
    [
      'replaces a value, with its quotes and its comment',
      set('policies/removed-apis/mode', 'enforce'),
      [
        '-    mode: "audit"  # see the calendar',
        '+    mode: "enforce"  # see the calendar',
      ],
    ],
    [
      'adds a key at the end of its map',
      set('policies/no-single-replica/enabled', true),
      ['+    enabled: true'],
    ],
    [
      'adds a key after maps that are nested',
      set('policies/no-latest-tag/severity', 'low'),
      ['+    severity: low'],
    ],
    [
      'adds a key with all that it takes to get there',
      set('policies/require-requests/parameters/requests', ['cpu']),
      ['+  require-requests:', '+    parameters:', '+      requests: [cpu]'],
    ],
    [
      'adds a map at the end of the file’s values',
      set('exceptions/agents', {
        policies: ['pod-security-baseline'],
        reason: "It's: needed",
        expiresAt: '2027-03-31T00:00:00Z',
      }),
      [
        '+exceptions:',
        '+  agents:',
        '+    policies: [pod-security-baseline]',
        "+    reason: 'It''s: needed'",
        "+    expiresAt: '2027-03-31T00:00:00Z'",
      ],
    ],
    [
      'adds to an empty map in a line',
      set('policies/require-owner/mode', 'warn'),
      ['-  require-owner: {}', '+  require-owner: { mode: warn }'],
    ],
    [
      'adds to a map in a line',
      set('policies/removed-apis/parameters/other', 2),
      [
        "-    parameters: { targetVersion: '1.36' }",
        "+    parameters: { targetVersion: '1.36', other: 2 }",
      ],
    ],
    [
      'replaces a list',
      set('policies/no-latest-tag/exclude/namespaces', ['kube-*']),
      [
        '-      namespaces:',
        '-        - kube-system',
        '-        - batch',
        "+      namespaces: ['kube-*']",
      ],
    ],
    [
      'writes texts so that no reader takes them for something else',
      set('policies/require-owner/parameters', {
        a: 'no',
        b: '1.30',
        c: '',
        d: '*',
        e: '# no comment',
        f: 'a\nb\u2028',
      }),
      [
        '-  require-owner: {}',
        "+  require-owner: { parameters: { a: 'no', b: '1.30', c: '', d: '*', e: '# no comment', f: \"a\\nb\u2028\" } }",
      ],
    ],
    [
      'takes a key away',
      set('policies/removed-apis/enabled', undefined),
      ['-    enabled: true'],
    ],
    [
      'takes away what would hold nothing any more',
      set('policies/no-single-replica/mode', undefined),
      ['-  no-single-replica:', '-    # to be discussed', '-    mode: warn'],
    ],
    [
      'takes away what is not there, which changes nothing',
      set('policies/no-latest-tag/parameters/tags', undefined),
      [],
    ],
    [
      'writes what is there already, which changes nothing',
      set('policies/removed-apis/mode', 'audit'),
      [],
    ],
  ])('%s', (_, edit, lines) => {
    expect(changed(LAYER, edit)).toEqual(lines);
  });

  it.each([
    ['nothing', '', 'policies:\n  a:\n    mode: warn\n'],
    ['comments alone', '# Later', '# Later\npolicies:\n  a:\n    mode: warn\n'],
    [
      'a key without a value',
      'policies:\n',
      'policies:\n  a:\n    mode: warn\n',
    ],
    [
      'line ends of Windows',
      'policies:\r\n  b:\r\n    mode: warn\r\n',
      'policies:\r\n  b:\r\n    mode: warn\r\n  a:\r\n    mode: warn\r\n',
    ],
    [
      'no line end at the end',
      'policies:\n    b:\n        mode: warn',
      'policies:\n    b:\n        mode: warn\n    a:\n      mode: warn\n',
    ],
  ])('writes into %s', (_, text, edited) => {
    expect(assignYaml(text, set('policies/a/mode', 'warn'))).toBe(edited);
  });

  it.each([
    ['two documents', 'a: 1\n---\nb: 1\n', 'not YAML of one document'],
    ['no YAML', 'policies: {', 'not YAML'],
    ['a list', '- policies\n', 'no group of fields'],
    ['a text where a map should be', 'policies: all\n', 'no group of fields'],
    [
      'what is shared',
      'x: &x { a: { mode: audit } }\npolicies: *x\n',
      'group of fields',
    ],
    ['an anchor', 'policies: &p\n  b: { mode: warn }\n', 'is shared'],
    ['what is merged in', 'x: &x {}\npolicies:\n  <<: *x\n', 'is shared'],
    [
      'null in words, which takes the default away',
      'policies:\n  a: null\n',
      'no group of fields',
    ],
  ])('leaves %s alone', (_, text, problem) => {
    expect(() => assignYaml(text, set('policies/a/mode', 'warn'))).toThrow(
      problem,
    );
  });

  it('does not lose comments in what it replaces', () => {
    const text = 'policies:\n  a:\n    list:\n      - x # why\n      - z\n';
    expect(() => assignYaml(text, set('policies/a/list', ['y']))).toThrow(
      'comments',
    );
  });
});
