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
import { editText } from './editText';
import { EditRefusal, type FieldEdit } from './types';

function refusalOf(path: string, text: string, edits: FieldEdit[]): string {
  try {
    return editText(path, text, edits);
  } catch (error) {
    if (!(error instanceof EditRefusal)) {
      throw error;
    }
    return `${error.reason}: ${error.message}`;
  }
}

const edit = (
  pointer: string,
  from: FieldEdit['from'],
  to: FieldEdit['to'],
  document?: number,
): FieldEdit => ({ pointer, from, to, ...(document && { document }) });

describe('editText', () => {
  it.each<[string, string, string, FieldEdit[], string]>([
    [
      'a changed base value',
      'a.tfvars',
      TFVARS,
      [edit('/kubernetes_version', '1.32', '1.33')],
      'changedBase: /kubernetes_version is the text "1.33" now, not the text "1.32"',
    ],
    [
      'a field that is not there',
      'a.json',
      TFVARS_JSON,
      [edit('/addons/coredns/addon_version', 'v1', 'v2')],
      'notThere: /addons/coredns/addon_version: There is no such field',
    ],
    [
      'a document that is not there',
      'a.yaml',
      ACK_YAML,
      [edit('/spec/version', '1.33', '1.34', 7)],
      'notThere: 7#/spec/version: It has 4 documents, and none of number 7',
    ],
    [
      'a number where a text is expected',
      'a.yaml',
      VALUES_YAML,
      [edit('/nodeGroups/spot/version', '1.33', '1.34')],
      'otherType: /nodeGroups/spot/version holds the number 1.33, not the text "1.33"',
    ],
    [
      'a change of type',
      'a.json',
      TFVARS_JSON,
      [edit('/max_size', 12, '12')],
      'otherType: /max_size holds the number 12, not the text "12"',
    ],
    [
      'a group of fields',
      'a.yaml',
      VALUES_YAML,
      [edit('/nodeGroups', 'a', 'b')],
      'otherType: /nodeGroups: It is a group of fields, not a value',
    ],
    [
      'an alias',
      'a.yaml',
      VALUES_YAML,
      [edit('/nodeGroups/spot/cluster', 'orders-prod', 'x')],
      'shared: /nodeGroups/spot/cluster: It is shared as &cluster, and other places would change with it',
    ],
    [
      'an anchor that is used elsewhere',
      'a.yaml',
      VALUES_YAML,
      [edit('/global/cluster', 'orders-prod', 'x')],
      'shared: /global/cluster: It is shared as &cluster, and other places would change with it',
    ],
    [
      'a value below such an anchor',
      'a.yaml',
      VALUES_YAML,
      [edit('/defaults/amiRelease', '1.33.5-20261020', 'x')],
      'shared: /defaults/amiRelease: It is shared as &defaults, and other places would change with it',
    ],
    [
      'a value that is merged in',
      'a.yaml',
      VALUES_YAML,
      [edit('/nodeGroups/general/amiRelease', '1.33.5-20261020', 'x')],
      'shared: /nodeGroups/general/amiRelease: It is not written there, but may come from what is merged in with <<',
    ],
    [
      'a text of several lines',
      'a.yaml',
      VALUES_YAML,
      [edit('/motd', 'version: "1.33"\n', 'x')],
      'notUnderstood: /motd: It is a text of several lines',
    ],
    [
      'a heredoc',
      'a.tfvars',
      TFVARS,
      [edit('/user_data', 'x', 'y')],
      'notUnderstood: /user_data: It is a text of several lines',
    ],
    [
      'a text with a line end',
      'a.tfvars',
      TFVARS,
      [edit('/name', 'orders-prod', 'x"\ny = 1')],
      'notUnderstood: /name cannot get a text with line ends or control characters',
    ],
    [
      'one field twice',
      'a.tfvars',
      TFVARS,
      [edit('/name', 'orders-prod', 'x'), edit('/name', 'orders-prod', 'y')],
      'notUnderstood: /name is edited twice',
    ],
    [
      'a file of another kind',
      'main.tf',
      'x',
      [edit('/name', 'x', 'y')],
      'notUnderstood: main.tf is no .json, .yaml, .yml or .tfvars file',
    ],
    [
      'JSON with a key twice',
      'a.json',
      '{"a": 1, "a": 2}',
      [edit('/a', 1, 3)],
      'notUnderstood: The key "a" is there twice',
    ],
    [
      'a key of every object',
      'a.json',
      '{"a": 1}',
      [edit('/constructor', 'x', 'y')],
      'notThere: /constructor: There is no such field',
    ],
  ])('refuses %s', (_, path, text, edits, message) => {
    expect(refusalOf(path, text, edits)).toBe(message);
  });

  it.each([
    ['a reference', 'a = var.b', 'Line 1: only literal values are understood'],
    [
      'a call',
      'a = 1\nb = max(1, 2)',
      'Line 2: only literal values are understood',
    ],
    [
      'a sum',
      'a = 1 + 2',
      'Line 1: the value goes on after what is understood',
    ],
    [
      'a template',
      'a = "x-${var.b}"',
      'Line 1: texts that are put together are not understood',
    ],
    [
      'a directive',
      'a = "%{ if x }y%{ endif }"',
      'Line 1: texts that are put together are not understood',
    ],
    ['a block', 'a {\n}', 'Line 1: there is something other than name = value'],
    [
      'a comparison',
      'a == 1',
      'Line 1: there is something other than name = value',
    ],
    [
      'a computed key',
      'a = {\n (b) = 1 }',
      'Line 2: only plain keys are understood',
    ],
    ['an open list', 'a = [1, 2', 'Line 1: a ] is missing'],
    ['an open text', 'a = "x', 'Line 1: a text does not end in its line'],
    ['a name twice', 'a = 1\na = 2', 'Line 2: a is there twice'],
    [
      'values without a comma',
      'a = [1 2]',
      'Line 1: the value goes on after what is understood',
    ],
    [
      'two assignments in a line',
      'a = 1 b = 2',
      'Line 1: the value goes on after what is understood',
    ],
    [
      'an unknown escape',
      'a = "\\x"',
      'Line 1: a text has an escape that is not understood',
    ],
  ])('does not understand tfvars with %s', (_, text, message) => {
    expect(refusalOf('a.tfvars', text, [edit('/a', 1, 2)])).toBe(
      `notUnderstood: ${message}`,
    );
  });

  it.each([
    ['a.json', '{"a": }'],
    ['a.yaml', 'a: [1'],
    ['a.yaml', 'a: 1\na: 2'],
    ['a.yaml', 'a: *nowhere'],
  ])('does not understand %s with %j', (path, text) => {
    expect(refusalOf(path, text, [edit('/a', 1, 2)])).toMatch(
      /^notUnderstood: /,
    );
  });

  it('does not let aliases grow a file without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 9; n += 1) {
      lines.push(
        `a${n}: &a${n} [${Array(10)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      );
    }
    expect(refusalOf('a.yaml', lines.join('\n'), [edit('/a', 1, 2)])).toMatch(
      /^notUnderstood: It is not read/,
    );
  });
});
