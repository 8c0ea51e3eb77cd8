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

import {
  ACK_YAML,
  TFVARS,
  TFVARS_JSON,
  VALUES_YAML,
} from '../__testUtils__/goldenFiles';
import { diffLines } from './diffLines';
import { editText } from './editText';
import type { FieldEdit } from './types';

/** What is changed, as the lines that a diff takes away and adds. */
function changedLines(
  path: string,
  text: string,
  edits: FieldEdit[],
): string[] {
  return diffLines(path, text, editText(path, text, edits))
    .split('\n')
    .slice(2)
    .filter(line => /^[+-]/.test(line));
}

const edit = (
  pointer: string,
  from: FieldEdit['from'],
  to: FieldEdit['to'],
  document?: number,
): FieldEdit => ({ pointer, from, to, ...(document && { document }) });

describe('editText', () => {
  it.each<[string, string, string, FieldEdit[], string[]]>([
    [
      'a variable, with its comment',
      'a.tfvars',
      TFVARS,
      [edit('/kubernetes_version', '1.33', '1.34')],
      [
        '-kubernetes_version = "1.33" # see the upgrade calendar',
        '+kubernetes_version = "1.34" # see the upgrade calendar',
      ],
    ],
    [
      'variables in objects, several at once',
      'a.tfvars',
      TFVARS,
      [
        edit(
          '/addons/kube-proxy/addon_version',
          'v1.33.0-eksbuild.2',
          'v1.34.0-eksbuild.1',
        ),
        edit(
          '/eks_managed_node_groups/general/kubernetes_version',
          '1.33',
          '1.34',
        ),
      ],
      [
        '-    kubernetes_version  = "1.33"',
        '+    kubernetes_version  = "1.34"',
        '-  kube-proxy = { addon_version = "v1.33.0-eksbuild.2" }',
        '+  kube-proxy = { addon_version = "v1.34.0-eksbuild.1" }',
      ],
    ],
    [
      'a key in quotes, a number, a list and a text that looks like a template',
      'a.tfvars',
      TFVARS,
      [
        edit('/eks_managed_node_groups/spot-1/min_size', 0, 2),
        edit('/azs/1', 'eu-west-1b', 'eu-west-1c'),
        edit('/tags/note', 'costs ${amount} a month', '%{x} ${y}'),
      ],
      [
        '-  "spot-1" = { min_size = 0 }',
        '+  "spot-1" = { min_size = 2 }',
        '-  note = "costs $${amount} a month"',
        '+  note = "%%{x} $${y}"',
        '-azs = ["eu-west-1a", "eu-west-1b",]',
        '+azs = ["eu-west-1a", "eu-west-1c",]',
      ],
    ],
    [
      'JSON, with its own spacing',
      'cluster.auto.tfvars.json',
      TFVARS_JSON,
      [
        edit(
          '/addons/vpc-cni/addon_version',
          'v1.20.1-eksbuild.1',
          'v1.20.2-eksbuild.1',
        ),
        edit('/private_subnets/1', 'subnet-2', 'subnet-3'),
        edit('/deletion_protection', true, false),
      ],
      [
        '-    "addons": { "vpc-cni": {"addon_version":"v1.20.1-eksbuild.1"},',
        '+    "addons": { "vpc-cni": {"addon_version":"v1.20.2-eksbuild.1"},',
        '-    "private_subnets": ["subnet-1", "subnet-2"],',
        '-    "deletion_protection": true,',
        '+    "private_subnets": ["subnet-1", "subnet-3"],',
        '+    "deletion_protection": false,',
      ],
    ],
    [
      'YAML in double quotes, in single ones and without',
      'values.yaml',
      VALUES_YAML,
      [
        edit('/control-plane/version', '1.33', '1.34'),
        edit('/nodeGroups/general/version', '1.33', '1.34'),
        edit('/addons/0/version', 'v1.20.1-eksbuild.1', 'v1.20.2-eksbuild.1'),
        edit('/addons/1/version', 'v1.12.1-eksbuild.4', 'v1.12.4-eksbuild.1'),
      ],
      [
        '-  version: "1.33"     # keep the quotes',
        '+  version: "1.34"     # keep the quotes',
        "-    version: '1.33'",
        "+    version: '1.34'",
        '-    version: v1.20.1-eksbuild.1',
        '-  - { name: coredns, version: v1.12.1-eksbuild.4 }',
        '+    version: v1.20.2-eksbuild.1',
        '+  - { name: coredns, version: v1.12.4-eksbuild.1 }',
      ],
    ],
    [
      'a plain text into one that YAML would take for something else',
      'values.yaml',
      VALUES_YAML,
      [edit('/global/region', 'eu-west-1', 'on')],
      ['-  region: eu-west-1', '+  region: "on"'],
    ],
    [
      'a document of several',
      'cluster.yaml',
      ACK_YAML,
      [edit('/spec/releaseVersion', '1.33.5-20261020', '1.34.2-20261110', 1)],
      [
        '-  releaseVersion: 1.33.5-20261020',
        '+  releaseVersion: 1.34.2-20261110',
      ],
    ],
  ])('changes %s, and nothing else', (_, path, text, edits, lines) => {
    expect(changedLines(path, text, edits)).toEqual(lines);
  });

  it.each(['\n', '\r\n'])('keeps line ends %j and a missing last one', end => {
    const text = ['{', '\t"a": "1",', '\t"b": 2', '}'].join(end);
    expect(editText('a.json', text, [edit('/b', 2, 3)])).toBe(
      ['{', '\t"a": "1",', '\t"b": 3', '}'].join(end),
    );
    const yaml = ['a: "1"', 'b: 2'].join(end);
    expect(editText('a.yml', yaml, [edit('/b', 2, 3)])).toBe(
      ['a: "1"', 'b: 3'].join(end),
    );
    const tfvars = ['a = "1"', 'b = 2'].join(end);
    expect(editText('a.tfvars', tfvars, [edit('/b', 2, 3)])).toBe(
      ['a = "1"', 'b = 3'].join(end),
    );
  });

  it('keeps a byte order mark', () => {
    expect(editText('a.json', '\ufeff{"a":1}', [edit('/a', 1, 2)])).toBe(
      '\ufeff{"a":2}',
    );
    expect(editText('a.tfvars', '\ufeffa = 1', [edit('/a', 1, 2)])).toBe(
      '\ufeffa = 2',
    );
  });

  it('finds keys with slashes and tildes', () => {
    const text = '{"a/b": {"c~d": "x"}}';
    expect(editText('a.json', text, [edit('/a~1b/c~0d', 'x', 'y')])).toBe(
      '{"a/b": {"c~d": "y"}}',
    );
  });
});
